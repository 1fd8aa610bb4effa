package io.domainflow.process.worker;

import io.domainflow.database.ConflictFreeTransaction;
import io.domainflow.registrar.DatabaseRetry;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * The transaction that records how a try of a step ended, in the order, the journal and the engine
 * at once. It starts over after a conflict, and waits while the database is away.
 */
@Component
class StepTransaction {

  private final ConflictFreeTransaction transaction;
  private final DatabaseRetry database;

  StepTransaction(ConflictFreeTransaction transaction, DatabaseRetry database) {
    this.transaction = transaction;
    this.database = database;
  }

  /**
   * Runs the work and commits.
   *
   * @throws org.camunda.bpm.engine.exception.NotFoundException if the step is gone
   */
  void run(Runnable work) {
    database.execute(
        () ->
            transaction.execute(
                () -> {
                  try {
                    work.run();
                    return null;
                  } catch (OptimisticLockingException e) {
                    throw new OptimisticLockingFailureException(
                        "the step was changed meanwhile", e);
                  }
                }));
  }
}
