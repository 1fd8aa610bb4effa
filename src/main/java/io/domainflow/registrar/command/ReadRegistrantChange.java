package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.ReadTransfer.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks how far a change of registrant is. Where there is none, or no longer one, it is refused as
 * {@link io.domainflow.registrar.RefusalReason#NOT_FOUND}. The data of the people concerned is
 * dropped.
 */
public record ReadRegistrantChange(DomainName domain)
    implements Query<ReadRegistrantChange.Result> {

  /**
   * The answer.
   *
   * @param createdAt when it was asked for; null if not stated
   * @param updatedAt when something happened last; null if not stated
   * @param log what happened so far, oldest first, in the registrar's words; may name people
   * @param newOwnerContact handle of the registrant to be; null if not stated
   */
  public record Result(
      State state,
      @Nullable Instant createdAt,
      @Nullable Instant updatedAt,
      List<String> log,
      @Nullable String newOwnerContact) {

    /** Without the log, which may name people. */
    @Override
    public String toString() {
      return "ReadRegistrantChange.Result[" + state + ", " + createdAt + "]";
    }
  }
}
