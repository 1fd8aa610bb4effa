package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks how far a transfer is. Where there is none, or no longer one, it is refused as {@link
 * io.domainflow.registrar.RefusalReason#NOT_FOUND}.
 */
public record ReadTransfer(DomainName domain) implements Query<ReadTransfer.Result> {

  /** How far it is. */
  public enum State {
    /** Waits for a confirmation by mail. */
    INITIATED,
    /** At the registry. */
    REQUESTED,
    PENDING,
    SUCCESSFUL,
    FAILED,
    /** Another word, or none. */
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

  /** What is happening with the name. */
  public enum Type {
    /** It comes to this account. */
    INCOMING,
    /** It leaves this account. */
    OUTGOING,
    /** Its registrant changes. */
    TRADE,
    /** Another word, or none. */
    OTHER
  }

  /**
   * The answer.
   *
   * @param log what happened so far, oldest first, in the registrar's words; may name people
   * @param createdAt null if not stated
   * @param updatedAt null if not stated
   * @param losingRegistrar null if not stated
   */
  public record Result(
      State state,
      Type type,
      List<String> log,
      @Nullable Instant createdAt,
      @Nullable Instant updatedAt,
      @Nullable String losingRegistrar) {

    /** Without the log, which may name people. */
    @Override
    public String toString() {
      return "ReadTransfer.Result[" + state + ", " + type + ", " + createdAt + "]";
    }
  }
}
