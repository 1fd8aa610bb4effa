package io.domainflow.process.listener;

import io.domainflow.order.Orders;
import io.domainflow.order.progress.CalledProcesses;
import io.domainflow.process.CalledProcess;
import io.domainflow.registrar.CommandJournal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * Ends the work of a called process on its order. If the called process was ended from outside, its
 * order ends too, as with the order's own process.
 */
class CalledEndListener implements ExecutionListener {

  private final CalledProcess process;
  private final CalledProcesses called;
  private final Orders orders;
  private final CommandJournal journal;

  CalledEndListener(
      CalledProcess process, CalledProcesses called, Orders orders, CommandJournal journal) {
    this.process = process;
    this.called = called;
    this.orders = orders;
    this.journal = journal;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled() && process.cancelsItsOrder()) {
      Cancellation.deleted(execution, orders, journal);
    }
    called.end(execution.getProcessInstanceId());
  }
}
