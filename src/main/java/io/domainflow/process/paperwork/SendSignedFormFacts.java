package io.domainflow.process.paperwork;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.PlainTime;
import io.domainflow.process.TaskFacts;
import io.domainflow.tld.Paperwork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows which form a registry wants, for what, and how long that may take. */
@Component
class SendSignedFormFacts implements TaskFacts {

  private final PaperWait paper;

  SendSignedFormFacts(PaperWait paper) {
    this.paper = paper;
  }

  @Override
  public String task() {
    return PaperWait.TASK;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    Paperwork form = paper.of(order).orElseThrow();
    return Map.of(
        "form",
        form.what(),
        "wantedFor",
        order.request().operation().words(),
        "days",
        String.valueOf(form.days()),
        "until",
        until(order),
        "money",
        money(order));
  }

  /** Once the time is over, the order waits for somebody to decide how to go on. */
  private static String until(ProvisioningOrder order) {
    WaitingFor waits = order.waitingFor();
    return waits == null || waits.code() != Code.SIGNED_FORM
        ? "the time for it is over; a form that comes late still counts"
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
}
