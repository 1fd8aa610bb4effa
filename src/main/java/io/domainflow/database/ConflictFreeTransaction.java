package io.domainflow.database;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs something in a transaction, and again if it met another one. Callers and steps work on the
 * same order at the same time; the loser starts over and sees what the other has done.
 */
@Component
public class ConflictFreeTransaction {

  private static final int TRIES = 10;

  private final TransactionTemplate transaction;

  ConflictFreeTransaction(TransactionTemplate transaction) {
    this.transaction = transaction;
  }

  /** Runs the work and commits; conflicts must show as {@link DatabaseFailure#CONFLICT}. */
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
