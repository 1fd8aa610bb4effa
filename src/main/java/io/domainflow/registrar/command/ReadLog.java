package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks what the registrar wrote down of a name: which commands changed it, or were to, and what
 * happened to it from outside. How long a command takes to show there is not known; a platform may
 * write down transfers and renewals only.
 *
 * @param since nothing older
 * @param limit most entries in the answer
 */
public record ReadLog(DomainName domain, Instant since, int limit)
    implements Query<ReadLog.Result> {

  /** The entries, newest first; none is no failure. */
  public record Result(List<Entry> entries) {}

  /**
   * One entry; {@link ReadLogEntry} has more of it.
   *
   * @param index number of the entry
   * @param operation what was done or happened
   * @param outcome how far it has come
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
     * Whether it may be of this login. What the log leaves out of the caller is no objection.
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

  /** What an entry is about. */
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

  /** How far it has come. */
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
