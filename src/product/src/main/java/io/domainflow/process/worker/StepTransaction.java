package io.domainflow.process.worker;

import io.domainflow.database.ConflictFreeTransaction;
import io.domainflow.registrar.DatabaseRetry;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Records how a try of a step ended, in the order, the journal and the engine, in one transaction.
 * It is repeated after a conflict, and waits while the database is unavailable.
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
   * @throws org.camunda.bpm.engine.exception.NotFoundException if the step no longer exists
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
