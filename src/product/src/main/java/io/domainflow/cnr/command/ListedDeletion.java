package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the latest entry of a name in the list of names that have left the account.
 *
 * @param since how far to go back; by default the list goes back a month
 */
record ListedDeletion(DomainName domain, Instant since) implements Query<ListedDeletion.Result> {

  // Longer than any name remains restorable.
  private static final Duration REACHES_BACK = Duration.ofDays(120);

  /** The query for the present time. */
  static ListedDeletion of(DomainName domain, Calls calls) {
    return new ListedDeletion(domain, calls.now().minus(REACHES_BACK));
  }

  /**
   * The answer.
   *
   * @param status in the registrar's terms; empty if the name is not listed
   * @param until how long this status lasts; null if not stated
   */
  record Result(String status, @Nullable Instant until) {

    /** Whether it can be restored: that the status means this is inferred. */
    boolean isRestorable() {
      return word().startsWith("redemption");
    }

    boolean isRestoring() {
      return word().equals("pendingrestore");
    }

    /** Whether it was deleted and cannot be registered by anybody else yet. */
    boolean isDeleted() {
      return isRestorable() || isRestoring() || word().equals("pendingdelete");
    }

    private String word() {
      return status.replace(" ", "").toLowerCase(Locale.ROOT);
    }
  }
}
