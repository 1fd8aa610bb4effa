package io.domainflow.process.engine;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.InterruptedWaits;
import io.domainflow.process.StepNames;
import io.domainflow.process.worker.StepFailureText;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Handles incidents of jobs that failed inside the engine, such as timers, and words them for
 * people instead of programmers. Meanwhile the order waits for an operator; once the step is
 * retried and no other step of the order is stopped, it waits for what it waited for before.
 */
@Component
class JobIncidents extends ReadableIncidents {

  private final StepNames names;
  private final Orders orders;
  private final InterruptedWaits waits;

  // lazy, because the engine that is being built needs this
  JobIncidents(StepNames names, @Lazy Orders orders, @Lazy InterruptedWaits waits) {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
    this.names = names;
    this.orders = orders;
    this.waits = waits;
  }

  @Override
  public Incident handleIncident(IncidentContext context, String message) {
    Optional<ProvisioningOrder> order = order(context);
    String plain =
        StepFailureText.ofJob(step(context), context.getConfiguration())
            .text(order.map(ProvisioningOrder::charged), false);
    order.ifPresent(stopped -> waits.interrupt(stopped.id(), plain));
    return super.handleIncident(context, plain);
  }

  @Override
  public void resolveIncident(IncidentContext context) {
    super.resolveIncident(context);
    resume(context);
  }

  @Override
  public void deleteIncident(IncidentContext context) {
    super.deleteIncident(context);
    resume(context);
  }

  private void resume(IncidentContext context) {
    order(context)
        .ifPresent(
            order ->
                stillStopped(order)
                    .ifPresentOrElse(
                        what -> waits.waitOn(order.id(), what), () -> waits.resume(order.id())));
  }

  // Read through the engine and not from its tables, which do not yet contain what has just been
  // resolved. A process also has an incident for every stopped step in a process that it called.
  private static Optional<String> stillStopped(ProvisioningOrder order) {
    CommandContext engine = Context.getCommandContext();
    return engine
        .getIncidentManager()
        .findIncidentsByProcessInstance(order.processInstanceId())
        .stream()
        .filter(incident -> !engine.getDbEntityManager().isDeleted((DbEntity) incident))
        .map(Incident::getIncidentMessage)
        .findFirst();
  }

  private Optional<ProvisioningOrder> order(IncidentContext context) {
    return Optional.ofNullable(context.getExecutionId())
        .map(id -> Context.getCommandContext().getExecutionManager().findExecutionById(id))
        .map(ExecutionEntity::getProcessInstanceId)
        .flatMap(orders::findByProcess);
  }

  private String step(IncidentContext context) {
    String activity =
        context.getFailedActivityId() == null
            ? context.getActivityId()
            : context.getFailedActivityId();
    return context.getProcessDefinitionId() == null || activity == null
        ? "The housekeeping of the engine"
        : names.of(context.getProcessDefinitionId(), activity);
  }
}
