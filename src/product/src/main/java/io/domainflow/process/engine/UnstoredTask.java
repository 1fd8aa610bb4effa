package io.domainflow.process.engine;

import io.domainflow.process.worker.FollowingTask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.springframework.stereotype.Component;

/** Locks the task that follows before the engine stores it, so that this needs no statement. */
@Component
class UnstoredTask implements FollowingTask {

  private final CommandExecutor commands;

  UnstoredTask(ProcessEngine engine) {
    this.commands =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired();
  }

  @Override
  public Optional<Locked> lockAfter(
      Runnable end, Predicate<String> topics, String workerId, Duration lockTime) {
    return commands.execute(
        context -> {
          end.run();
          return created(context)
              .filter(task -> topics.test(task.getTopicName()))
              .map(task -> lock(task, workerId, lockTime));
        });
  }

  private static Optional<ExternalTaskEntity> created(CommandContext context) {
    DbEntityCache cache = context.getDbEntityManager().getDbEntityCache();
    List<ExternalTaskEntity> created =
        cache.getEntitiesByType(ExternalTaskEntity.class).stream()
            .filter(cache::isTransient)
            .filter(task -> task.getSuspensionState() == SuspensionState.ACTIVE.getStateCode())
            .toList();
    return created.size() == 1 ? Optional.of(created.get(0)) : Optional.empty();
  }

  private static Locked lock(ExternalTaskEntity task, String workerId, Duration lockTime) {
    task.lock(workerId, lockTime.toMillis());
    return new Locked(task, task.getExecution().getProcessInstance().getBusinessKey());
  }
}
