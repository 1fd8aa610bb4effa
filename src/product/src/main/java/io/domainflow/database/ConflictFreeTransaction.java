package io.domainflow.database;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction, and repeats it after a conflict. Callers and steps may change the
 * same order at the same time; the loser is repeated and sees the result of the other.
 */
@Component
public class ConflictFreeTransaction {

  private static final int TRIES = 10;

  private final TransactionTemplate transaction;

  ConflictFreeTransaction(TransactionTemplate transaction) {
    this.transaction = transaction;
  }

  /**
   * Runs the work and commits; conflicts must be recognisable as {@link DatabaseFailure#CONFLICT}.
   */
  public <T> T execute(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.execute(status -> work.get());
      } catch (RuntimeException e) {
        if (attempt == TRIES || !isConflict(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isConflict(RuntimeException e) {
    return DatabaseFailure.of(e).filter(DatabaseFailure.CONFLICT::equals).isPresent();
  }
}
