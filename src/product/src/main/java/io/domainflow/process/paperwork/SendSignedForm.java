package io.domainflow.process.paperwork;

import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainTime;
import io.domainflow.tld.Paperwork;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Send signed form: the registry needs it before it decides, and an operator forwards it. */
@Component
class SendSignedForm implements UserTask {

  private static final int LONGEST_NOTE = 500;

  private final Orders orders;
  private final OrderEvents events;
  private final PaperWait paper;
  private final Clock clock;

  SendSignedForm(Orders orders, OrderEvents events, PaperWait paper, Clock clock) {
    this.orders = orders;
    this.events = events;
    this.paper = paper;
    this.clock = clock;
  }

  @Override
  public String id() {
    return PaperWait.TASK;
  }

  @Override
  public Waits waits(OpenTask task) {
    return Waits.of(paper.waitingFor(task).orElseThrow());
  }

  /** Which form is required, for what, and how long that may take. */
  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Paperwork form = paper.of(order).orElseThrow();
    return Map.of(
        "form",
        form.what(),
        "wantedFor",
        order.content().operation().words(),
        "days",
        String.valueOf(form.days()),
        "until",
        until(order),
        "money",
        money(order));
  }

  /** Once the deadline has passed, the order waits for an operator to decide how to continue. */
  private static String until(ProvisioningOrder order) {
    WaitingFor waits = order.waitingFor();
    return waits == null || waits.code() != Code.SIGNED_FORM
        ? "now: the time for it is over, but a late form still counts"
        : PlainTime.of(waits.until());
  }

  private static String money(ProvisioningOrder order) {
    return switch (order.charged()) {
      case YES ->
          "the registrar has charged the account. It gives the money back if the registry refuses.";
      case NO -> "nothing has been charged.";
      case UNKNOWN -> "whether the account was charged is being found out.";
    };
  }

  /** From now on the form is with the registry. */
  @Override
  public void decided(Decision decision) {
    ProvisioningOrder order = decision.order();
    String note = decision.text("note");
    if (note.length() > LONGEST_NOTE) {
      throw Decision.refused(
          "«How was it sent?» has at most " + LONGEST_NOTE + " characters. Nothing was noted.");
    }
    if (!note.isEmpty()) {
      events.note(
          order.id(), Kind.TASK_COMPLETED, decision.taskName() + ": " + note, decision.login());
    }
    decision.set(PaperWait.FORM_SENT_AT, clock.instant());
    orders.waiting(order.id(), paper.afterSending(decision));
  }

  /** No part in the order: the operator only forwards what the registrant has signed. */
  @Override
  public boolean isHandInOrder(Decision decision) {
    return false;
  }
}
