package io.domainflow.process.restoration;

import io.domainflow.model.Money;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Restoration;
import io.domainflow.order.Restorations;
import io.domainflow.process.PlainTime;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows what it costs to have a deleted name back. */
@Component
class RestorePriceFacts implements TaskFacts {

  private final Restorations restorations;

  RestorePriceFacts(Restorations restorations) {
    this.restorations = restorations;
  }

  @Override
  public String task() {
    return RestorationProcess.TASK_APPROVE_RESTORE_PRICE;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    Restoration restoration = restorations.get(order.id());
    Money accepted = order.request().acceptPrice();
    return Map.of(
        "restorePrice",
        restoration.restorePrice().toString(),
        "renewal",
        restoration.renewedYears() == 0
            ? "none needed, as far as is known"
            : restoration.renewedYears()
                + "Y, each year "
                + order.purchase().quote().renewalPrice(),
        "totalPrice",
        order.purchase().quote().price().toString(),
        "restorableUntil",
        restoration.restorableUntil() == null
            ? "not stated"
            : PlainTime.of(restoration.restorableUntil()),
        "acceptedPrice",
        accepted == null ? "nothing yet" : "up to " + accepted);
  }
}
