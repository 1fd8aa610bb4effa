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

/** What a failure of the database means for its caller. */
public enum DatabaseFailure {

  /** Another transaction conflicted; this one is rolled back, and may succeed on a retry. */
  CONFLICT,

  /**
   * No connection was available, or it broke. What was just being committed may be stored or not.
   */
  AWAY,

  /** What was asked for was refused, such as by a constraint, and is not stored. */
  REFUSED;

  private static final List<String> CONFLICTS = List.of("40001", "40P01");

  private static final String FOREIGN_KEY = "23503";

  /**
   * What the names of the engine's foreign keys begin with; the words around them may be of any
   * language.
   */
  private static final String OF_ENGINE = "act_fk_";

  /**
   * What it means, wherever the database is among the causes: Spring wraps what it says, the engine
   * wraps what its own statements and our listeners run into, and listeners once more.
   *
   * @return empty if the failure is none of the database
   */
  public static Optional<DatabaseFailure> of(Throwable failure) {
    List<Throwable> causes =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
    if (causes.stream().anyMatch(DatabaseFailure::isConflict)) {
      return Optional.of(CONFLICT);
    }
    List<SQLException> said =
        causes.stream()
            .filter(SQLException.class::isInstance)
            .map(SQLException.class::cast)
            .toList();
    if (said.stream().anyMatch(DatabaseFailure::isAway)
        || (said.isEmpty() && causes.stream().anyMatch(DatabaseFailure::leavesOutcomeOpen))) {
      return Optional.of(AWAY);
    }
    return said.isEmpty() && causes.stream().noneMatch(DatabaseFailure::isSpringsWord)
        ? Optional.empty()
        : Optional.of(REFUSED);
  }

  private static boolean isConflict(Throwable cause) {
    return cause instanceof ConcurrencyFailureException
        || (cause instanceof SQLException said
            && said.getSQLState() != null
            && (CONFLICTS.contains(said.getSQLState()) || isConflictOfEngine(said)));
  }

  // The engine takes rows away in the order of what hangs on what. Where that does not work out,
  // another transaction has hung something on them meanwhile, such as a process that was called.
  private static boolean isConflictOfEngine(SQLException said) {
    return said.getSQLState().equals(FOREIGN_KEY)
        && String.valueOf(said.getMessage()).contains(OF_ENGINE);
  }

  // 08: connection exceptions. 57P01 to 57P05: the server stops, crashes or starts. None: the pool
  // says so of a lost connection, because every message of the server has a state.
  private static boolean isAway(SQLException said) {
    String state = said.getSQLState();
    return said instanceof SQLTransientConnectionException
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
