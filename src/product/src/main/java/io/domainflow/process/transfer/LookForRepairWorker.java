package io.domainflow.process.transfer;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.StepVariables;
import io.domainflow.process.transfer.TransferCheck.Result;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Checks whether the obstacle to a transfer has been removed elsewhere. If there is a different
 * obstacle by now, the order says so.
 */
@Component
class LookForRepairWorker implements Worker.Asking<Result> {

  private final TransferCheck check;
  private final SetupPermission right;
  private final Orders orders;
  private final TaskService tasks;
  private final RuntimeService runtime;

  LookForRepairWorker(
      TransferCheck check,
      SetupPermission right,
      Orders orders,
      @Lazy TaskService tasks,
      @Lazy RuntimeService runtime) {
    this.check = check;
    this.right = right;
    this.orders = orders;
    this.tasks = tasks;
    this.runtime = runtime;
  }

  @Override
  public Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return check.check(order, () -> right.has(order), registrar.reader(order.content().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Result found) {
    if (found instanceof Result.Open && isRequestRefused(order)) {
      // The same request would be refused again: it takes new values, or the end of the hold, to
      // try it.
      return StepResult.done(StepVariables.of(DomainTransferProcess.REPAIRED, false));
    }
    if (!(found instanceof Result.Blocked blocked)) {
      // The task closes with this step; now the order waits for nobody.
      orders.inProgress(order.id());
      return StepResult.done(StepVariables.of(DomainTransferProcess.REPAIRED, true));
    }
    ProvisioningOrder now = orders.lock(order.id());
    TransferBlocker obstacle = blocked.obstacle();
    Code code = obstacle.code();
    if (now.waitingFor() != null && now.waitingFor().code() != code && isRepair(now)) {
      orders.waiting(
          order.id(),
          new WaitingFor(
              now.waitingFor().who(),
              code,
              obstacle.text(),
              TransferBlocker.until(code, obstacle.until(), due(now.waitingFor().taskId())),
              now.waitingFor().taskId()));
    }
    return StepResult.done(obstacle.facts());
  }

  private boolean isRequestRefused(ProvisioningOrder order) {
    return Boolean.TRUE.equals(
        runtime.getVariable(
            order.processInstanceId(), DomainTransferProcess.REQUEST_REFUSED.name()));
  }

  private @Nullable Instant due(@Nullable String taskId) {
    return Optional.ofNullable(taskId)
        .map(id -> tasks.createTaskQuery().taskId(id).singleResult())
        .map(Task::getDueDate)
        .map(Date::toInstant)
        .orElse(null);
  }

  // Not while the order waits for the registrar to become reachable, or for credit.
  private static boolean isRepair(ProvisioningOrder order) {
    return switch (order.waitingForOrThrow().code()) {
      case AUTH_CODE_MISSING,
          AUTH_CODE_WRONG,
          TRANSFER_LOCKED,
          TOO_YOUNG,
          TRANSFER_PENDING,
          REGISTRAR_REFUSED ->
          true;
      default -> false;
    };
  }
}
