package io.domainflow.process.worker;

import io.domainflow.database.DatabaseFailure;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.springframework.stereotype.Component;

/**
 * Locks a step in the transaction that ends the one before it, so that the pump need not look for
 * it: it is stored as locked, with one statement and without a commit of its own. If several steps
 * follow, they are left to the pump.
 */
@Component
class NextStep {

  private static final Set<DatabaseFailure> REPEATED =
      EnumSet.of(DatabaseFailure.CONFLICT, DatabaseFailure.AWAY);

  private final CommandExecutor commands;
  private final ExternalTaskFetcher fetcher;
  private final WorkerProperties properties;

  NextStep(ProcessEngine engine, ExternalTaskFetcher fetcher, WorkerProperties properties) {
    this.commands =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired();
    this.fetcher = fetcher;
    this.properties = properties;
  }

  /** The next step cannot be prepared; the one before it must be ended without it. */
  static class NotPrepared extends RuntimeException {

    private static final long serialVersionUID = 1;

    private NotPrepared(RuntimeException cause) {
      super(cause);
    }
  }

  /**
   * Ends a step in the engine, and locks the one that follows.
   *
   * @param end ends it
   * @return the next step, ready to be worked on once this transaction is committed
   * @throws NotPrepared if it cannot be prepared; then this transaction has to be rolled back
   */
  Optional<LockedTask> lockAfter(Runnable end, String workerId) {
    Optional<ReservedTask> next =
        commands.execute(
            context -> {
              end.run();
              return created(context).map(task -> lock(task, workerId));
            });
    if (next.isEmpty()) {
      return Optional.empty();
    }
    PumpWakeUp.isNotNeeded();
    try {
      return fetcher.prepare(next.get(), workerId);
    } catch (RuntimeException e) {
      if (DatabaseFailure.of(e).filter(REPEATED::contains).isPresent()) {
        throw e;
      }
      throw new NotPrepared(e);
    }
  }

  // What the engine is about to store; it is not in the database yet.
  private Optional<ExternalTaskEntity> created(CommandContext context) {
    DbEntityCache cache = context.getDbEntityManager().getDbEntityCache();
    List<ExternalTaskEntity> created =
        cache.getEntitiesByType(ExternalTaskEntity.class).stream()
            .filter(cache::isTransient)
            .filter(task -> task.getSuspensionState() == SuspensionState.ACTIVE.getStateCode())
            .toList();
    return created.size() == 1 && fetcher.works(created.get(0).getTopicName())
        ? Optional.of(created.get(0))
        : Optional.empty();
  }

  private ReservedTask lock(ExternalTaskEntity task, String workerId) {
    task.lock(workerId, properties.lockTime().toMillis());
    return new ReservedTask(
        task.getId(),
        task.getProcessInstanceId(),
        task.getTopicName(),
        task.getExecution().getProcessInstance().getBusinessKey(),
        task.getPriority(),
        task.getRetries());
  }
}
