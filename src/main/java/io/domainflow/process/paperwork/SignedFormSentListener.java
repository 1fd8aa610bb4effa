package io.domainflow.process.paperwork;

import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.ProcessOrders;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/** Notes that a signed form went off, and how; from now on the registry has it. */
@Component
class SignedFormSentListener implements ExecutionListener {

  private static final int LONGEST_NOTE = 500;

  private final Orders orders;
  private final OrderEvents events;
  private final PaperWait paper;
  private final Clock clock;

  SignedFormSentListener(Orders orders, OrderEvents events, PaperWait paper, Clock clock) {
    this.orders = orders;
    this.events = events;
    this.paper = paper;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    // Locked, because the deadline may hand the order to an operator in this same moment.
    ProvisioningOrder order =
        orders.lock(ProcessOrders.of(execution.getProcessInstanceId(), orders).id());
    String note = execution.getVariable("note") instanceof String text ? text.strip() : "";
    if (note.length() > LONGEST_NOTE) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST,
          "«How was it sent?» has at most " + LONGEST_NOTE + " characters. Nothing was noted.");
    }
    if (!note.isEmpty()) {
      events.note(
          order.id(),
          Kind.TASK_COMPLETED,
          execution.getCurrentActivityName() + ": " + note,
          CurrentLogin.acting());
    }
    execution.setVariable(PaperWait.FORM_SENT_AT, Date.from(clock.instant()));
    orders.waiting(order.id(), paper.afterSending(order, execution));
  }
}
