package io.domainflow.cnr.command;

import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.ListDomains.Name;
import io.domainflow.registrar.command.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads part of the account's names, in one of two variants: with their dates and modes, or with
 * their status and contacts.
 *
 * @param first how many names to skip
 * @param limit maximum number of names in the answer
 * @param all whether to read status and contacts
 */
record ListedNames(int first, int limit, boolean all) implements Query<ListedNames.Result> {

  /**
   * The answer.
   *
   * @param total the total number; empty if not stated
   */
  record Result(List<Row> rows, Optional<Integer> total) {}

  /**
   * A row.
   *
   * @param name with the registry's date and the paid-until date, but without the other dates and
   *     without our renewal mode
   * @param renewal the renewal date; null if not stated
   */
  record Row(Name name, @Nullable Instant renewal) {

    boolean isByDefault() {
      return ModeText.isByDefault(name.statedMode());
    }

    /**
     * The interpreted dates.
     *
     * @param byDefault what the default mode means for the account; empty if not known
     */
    NameDates dates(Optional<RenewalMode> byDefault) {
      return NameDates.of(
          name.expiresAt(), name.paidUntil(), renewal, name.statedMode(), byDefault);
    }
  }
}
