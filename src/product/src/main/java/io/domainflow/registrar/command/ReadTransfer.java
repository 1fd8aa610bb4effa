package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the state of a transfer. If there is none, or no longer one, this is refused as {@link
 * io.domainflow.registrar.RefusalReason#NOT_FOUND}.
 */
public record ReadTransfer(DomainName domain) implements Query<ReadTransfer.Result> {

  /** The state of a transfer. */
  public enum State {
    /** Waits for a confirmation by mail. */
    INITIATED,
    /** At the registry. */
    REQUESTED,
    PENDING,
    SUCCESSFUL,
    FAILED,
    /** Another value, or none. */
    OTHER;

    /** Whether somebody has to answer a mail. */
    public boolean awaitsMail() {
      return this == INITIATED;
    }

    /** Whether nothing more will happen. */
    public boolean isOver() {
      return this == SUCCESSFUL || this == FAILED;
    }
  }

  /** The kind of transfer. */
  public enum Type {
    /** The name comes to this account. */
    INCOMING,
    /** The name leaves this account. */
    OUTGOING,
    /** The registrant of the name changes. */
    TRADE,
    /** Another value, or none. */
    OTHER
  }

  /**
   * The answer.
   *
   * @param log the registrar's log of it, oldest first; may name people
   * @param createdAt null if not stated
   * @param updatedAt null if not stated
   * @param losingRegistrar null if not stated
   * @param gainingRegistrar null if not stated
   * @param betweenAccounts whether the name stays with this registrar, and only its account
   *     changes; false, too, if that is not stated
   */
  public record Result(
      State state,
      Type type,
      List<String> log,
      @Nullable Instant createdAt,
      @Nullable Instant updatedAt,
      @Nullable String losingRegistrar,
      @Nullable String gainingRegistrar,
      boolean betweenAccounts) {

    /** The same result with this type. */
    public Result withType(Type way) {
      return new Result(
          state,
          way,
          log,
          createdAt,
          updatedAt,
          losingRegistrar,
          gainingRegistrar,
          betweenAccounts);
    }

    /** Without the log, which may name people. */
    @Override
    public String toString() {
      return "ReadTransfer.Result[" + state + ", " + type + ", " + createdAt + "]";
    }
  }
}
