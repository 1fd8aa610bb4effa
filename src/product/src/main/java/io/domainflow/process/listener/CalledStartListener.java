package io.domainflow.process.listener;

import io.domainflow.order.OrderIdentity;
import io.domainflow.order.progress.CalledProcesses;
import io.domainflow.process.CalledProcess;
import io.domainflow.process.OrderVariables;
import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * Attaches a called process to the order of the process that calls it. The variables that were
 * passed are not trusted: they are set from the order.
 */
class CalledStartListener implements ExecutionListener {

  private final CalledProcess process;
  private final CalledProcesses called;

  CalledStartListener(CalledProcess process, CalledProcesses called) {
    this.process = process;
    this.called = called;
  }

  @Override
  public void notify(DelegateExecution execution) {
    DelegateExecution calling = execution.getSuperExecution();
    if (calling == null) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST,
          "This process is part of others and cannot be started alone. Nothing was changed."
              + " Place an order instead.");
    }
    OrderIdentity order =
        called.begin(execution.getProcessInstanceId(), calling.getProcessInstanceId());
    // Keeps what the calling model passes to it.
    execution.removeVariables(
        execution.getVariableNames().stream()
            .filter(name -> !process.handedOver().contains(name))
            .toList());
    execution.setVariables(OrderVariables.of(order));
  }
}
