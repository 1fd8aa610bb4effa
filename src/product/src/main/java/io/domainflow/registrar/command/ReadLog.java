package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the registrar's log of a name: the commands that changed it, or were meant to, and external
 * events. How long a command takes to appear is not known; a platform may log only transfers and
 * renewals.
 *
 * @param since nothing older
 * @param limit maximum number of entries
 */
public record ReadLog(DomainName domain, Instant since, int limit)
    implements Query<ReadLog.Result> {

  /** The entries, newest first; may be empty. */
  public record Result(List<Entry> entries) {}

  /**
   * One entry; {@link ReadLogEntry} reads more of it.
   *
   * @param index number of the entry
   * @param operation the kind of operation
   * @param outcome its result so far
   * @param at null if not stated
   * @param user account of the caller; null if not stated
   * @param role role user of the caller; null if it was none, or is not stated
   */
  public record Entry(
      String index,
      Operation operation,
      Outcome outcome,
      @Nullable Instant at,
      @Nullable String user,
      @Nullable String role) {

    /**
     * Whether it may belong to this login. Details of the caller that the log omits are ignored.
     *
     * @param login account, or {@code account!role} for a role user
     */
    public boolean mayBeOf(String login) {
      String[] parts = login.split("!", 2);
      String loginRole = parts.length == 2 ? parts[1] : "";
      return (user == null || user.equalsIgnoreCase(parts[0]))
          && (role == null || role.equalsIgnoreCase(loginRole));
    }
  }

  /** The operation of an entry. */
  public enum Operation {
    REGISTRATION,
    /** To this account, requested or arrived. */
    TRANSFER,
    /** Away from this account. */
    OUTGOING_TRANSFER,
    REGISTRANT_CHANGE,
    RENEWAL,
    RESTORE,
    DELETION,
    OTHER
  }

  /** The result so far. */
  public enum Outcome {
    PENDING,
    SUCCESSFUL,
    FAILED,
    OTHER;

    /** Whether nothing more will happen. */
    public boolean isEnd() {
      return this == SUCCESSFUL || this == FAILED;
    }
  }
}
