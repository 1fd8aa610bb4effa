package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the latest entry of a name in the list of names that have left the account.
 *
 * @param since the list goes back a month if it is not told how far
 */
record ListedDeletion(DomainName domain, Instant since) implements Query<ListedDeletion.Result> {

  // Longer than any name can be restored.
  private static final Duration REACHES_BACK = Duration.ofDays(120);

  /** The one to ask now. */
  static ListedDeletion of(DomainName domain, Calls calls) {
    return new ListedDeletion(domain, calls.now().minus(REACHES_BACK));
  }

  /**
   * The answer.
   *
   * @param status in the registrar's word; empty if the name is not listed
   * @param until how long it stands so; null if not stated
   */
  record Result(String status, @Nullable Instant until) {

    /** Whether it can be restored: that this is what the word says is inferred. */
    boolean isRestorable() {
      return word().startsWith("redemption");
    }

    boolean isRestoring() {
      return word().equals("pendingrestore");
    }

    /** Whether it was deleted, and nobody else can have it yet. */
    boolean isDeleted() {
      return isRestorable() || isRestoring() || word().equals("pendingdelete");
    }

    private String word() {
      return status.replace(" ", "").toLowerCase(Locale.ROOT);
    }
  }
}
