package io.domainflow.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;

/** The meaning of a database failure for its caller. */
public enum DatabaseFailure {

  /** Another transaction conflicted; this one is rolled back, and may succeed on a retry. */
  CONFLICT,

  /**
   * No connection was available, or it broke. A commit in progress may or may not have succeeded.
   */
  AWAY,

  /** The statement was refused, such as by a constraint, and nothing is stored. */
  REFUSED;

  private static final List<String> CONFLICTS = List.of("40001", "40P01");

  private static final String FOREIGN_KEY = "23503";

  /** The prefix of the engine's foreign keys, because the language of messages may vary. */
  private static final String OF_ENGINE = "act_fk_";

  /**
   * The meaning of an exception, searching its causes: Spring wraps database exceptions, and the
   * engine wraps those of its own statements and of our listeners.
   *
   * @return empty if it is not a database failure
   */
  public static Optional<DatabaseFailure> of(Throwable failure) {
    List<Throwable> causes =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
    if (causes.stream().anyMatch(DatabaseFailure::isConflict)) {
      return Optional.of(CONFLICT);
    }
    List<SQLException> failures =
        causes.stream()
            .filter(SQLException.class::isInstance)
            .map(SQLException.class::cast)
            .toList();
    if (failures.stream().anyMatch(DatabaseFailure::isAway)
        || (failures.isEmpty() && causes.stream().anyMatch(DatabaseFailure::leavesOutcomeOpen))) {
      return Optional.of(AWAY);
    }
    return failures.isEmpty() && causes.stream().noneMatch(DatabaseFailure::isSpringsWord)
        ? Optional.empty()
        : Optional.of(REFUSED);
  }

  private static boolean isConflict(Throwable cause) {
    return cause instanceof ConcurrencyFailureException
        || (cause instanceof SQLException failure
            && failure.getSQLState() != null
            && (CONFLICTS.contains(failure.getSQLState()) || isConflictOfEngine(failure)));
  }

  // The engine deletes rows in the order of their foreign keys. If that fails, another transaction
  // has added a reference in the meantime, such as a called process.
  private static boolean isConflictOfEngine(SQLException failure) {
    return failure.getSQLState().equals(FOREIGN_KEY)
        && String.valueOf(failure.getMessage()).contains(OF_ENGINE);
  }

  // 08: connection exceptions. 57P01 to 57P05: the server stops, crashes or starts. Without a
  // state: the pool reports a lost connection, because every server message has a state.
  private static boolean isAway(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLTransientConnectionException
        || state == null
        || state.startsWith("08")
        || state.startsWith("57P");
  }

  private static boolean leavesOutcomeOpen(Throwable cause) {
    return cause instanceof TransactionSystemException
        || cause instanceof DataAccessResourceFailureException;
  }

  private static boolean isSpringsWord(Throwable cause) {
    return cause instanceof DataAccessException || cause instanceof TransactionException;
  }
}
