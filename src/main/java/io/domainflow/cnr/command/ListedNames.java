package io.domainflow.cnr.command;

import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.ListDomains.Name;
import io.domainflow.registrar.command.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a part of the names of the account, in one of two ways: with their dates and modes, or
 * with their status and contacts.
 *
 * @param first how many names to skip
 * @param limit most names in the answer
 * @param all whether with status and contacts
 */
record ListedNames(int first, int limit, boolean all) implements Query<ListedNames.Result> {

  /**
   * The answer.
   *
   * @param total how many there are altogether; empty if not stated
   */
  record Result(List<Row> rows, Optional<Integer> total) {}

  /**
   * A row.
   *
   * @param name with the dates of the registry and of what is paid, without the others and without
   *     its mode as one of ours
   * @param renewal the renewal date; null if not stated
   */
  record Row(Name name, @Nullable Instant renewal) {

    boolean isByDefault() {
      return ModeText.isByDefault(name.statedMode());
    }

    /**
     * Its dates as they are to be understood.
     *
     * @param byDefault what the default mode means for the account; empty if not known
     */
    NameDates dates(Optional<RenewalMode> byDefault) {
      return NameDates.of(
          name.expiresAt(), name.paidUntil(), renewal, name.statedMode(), byDefault);
    }
  }
}
