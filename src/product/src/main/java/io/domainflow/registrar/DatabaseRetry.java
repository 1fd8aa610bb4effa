package io.domainflow.registrar;

import io.domainflow.database.DatabaseFailure;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Retries database work while the database is unavailable. A step that waits here still has the
 * registrar's answer, so nothing has to be looked up when the database is back, and no reservation
 * has to expire first.
 */
@Component
public class DatabaseRetry {

  private static final Logger log = LoggerFactory.getLogger(DatabaseRetry.class);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private volatile boolean over;

  /**
   * Executes the work, and repeats it whenever the database connection was lost. The work must be
   * idempotent: a commit may have succeeded without an answer.
   */
  public <T> T execute(Supplier<T> work) {
    boolean logged = false;
    while (true) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (over || !isAway(e) || !sleep()) {
          throw e;
        }
        if (!logged) {
          log.warn(
              "the database is unavailable; the end of a step waits for it: {}", e.getMessage());
          logged = true;
        }
      }
    }
  }

  /** The same for work without a result. */
  public void run(Runnable work) {
    execute(
        () -> {
          work.run();
          return null;
        });
  }

  /** From now on, work waits for an unavailable database. */
  public void begin() {
    over = false;
  }

  /**
   * Lets all waiting calls fail, because the application stops; open commands are looked up later.
   */
  public void end() {
    over = true;
  }

  private static boolean isAway(RuntimeException e) {
    return DatabaseFailure.of(e).filter(DatabaseFailure.AWAY::equals).isPresent();
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
