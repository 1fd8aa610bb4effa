package io.domainflow.registrar;

import io.domainflow.database.DatabaseFailure;
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
   * must be harmless twice: a commit may have succeeded without an answer.
   */
  public <T> T execute(Supplier<T> work) {
    boolean told = false;
    while (true) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (over || !isAway(e) || !sleep()) {
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

  /** Lets all waiting calls fail: the application stops, and open commands are looked up later. */
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
