package io.domainflow.registrar;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sees things through while the database is away. A step that waits here holds what the registrar
 * has answered, so nothing has to be looked up when the database is back, and nobody has to wait
 * until a reservation ends.
 */
@Component
public class DatabaseWait {

  private static final Logger log = LoggerFactory.getLogger(DatabaseWait.class);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private volatile boolean over;

  /**
   * Does the work, and once more whenever the database has been lost on the way. What it commits
   * must be harmless twice: a commit may have succeeded though nobody was told.
   */
  public <T> T execute(Supplier<T> work) {
    boolean told = false;
    while (true) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (over || !isDatabaseAway(e) || !sleep()) {
          throw e;
        }
        if (!told) {
          log.warn("the database is away; the end of a step waits for it: {}", e.getMessage());
          told = true;
        }
      }
    }
  }

  /** The same for work that gives nothing. */
  public void run(Runnable work) {
    execute(
        () -> {
          work.run();
          return null;
        });
  }

  /** From now on, work that finds no database waits for it. */
  public void begin() {
    over = false;
  }

  /** Lets whatever waits fail: the application stops, and what is open is looked up later. */
  public void end() {
    over = true;
  }

  private static boolean isDatabaseAway(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          || (cause instanceof SQLException sql && isConnectionLost(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  // 08: connection exceptions. 57P01 to 57P05: the server stops, crashes or starts. None: said by
  // the pool of a connection that is gone, for whatever the server says has a state.
  private static boolean isConnectionLost(String state) {
    return state == null || state.startsWith("08") || state.startsWith("57P");
  }

  private static boolean sleep() {
    try {
      Thread.sleep(PAUSE.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
