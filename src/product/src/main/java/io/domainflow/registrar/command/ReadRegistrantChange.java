package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.ReadTransfer.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the state of a change of registrant. If there is none, or no longer one, this is refused as
 * {@link io.domainflow.registrar.RefusalReason#NOT_FOUND}. The registrants' data is dropped.
 */
public record ReadRegistrantChange(DomainName domain)
    implements Query<ReadRegistrantChange.Result> {

  /**
   * The answer.
   *
   * @param createdAt when it was requested; null if not stated
   * @param updatedAt when it last changed; null if not stated
   * @param log the registrar's log of it, oldest first; may name people
   * @param newOwnerContact handle of the new registrant; null if not stated
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
