package io.domainflow.process.changeofregistrant;

import io.domainflow.model.Money;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.PriceDecision;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PriceWords;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Approve trade price: the change of registrant costs more than anybody has agreed to. */
@Component
class ApproveTradePrice implements UserTask {

  private final RegistrantChanges changes;
  private final PriceDecision price;

  ApproveTradePrice(RegistrantChanges changes, PriceDecision price) {
    this.changes = changes;
    this.price = price;
  }

  @Override
  public String id() {
    return "Task_ApproveTradePrice";
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.operator(Code.PRICE, PriceWords.toAgreeTo(task.order()));
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Money accepted = order.content().acceptPrice();
    return Map.of(
        "differences",
        ChangeWords.differences(order, changes.get(order.id())),
        "price",
        order.purchase().quoteOrThrow().price().toString(),
        "acceptedPrice",
        accepted == null ? "nothing" : "up to " + accepted);
  }

  @Override
  public void decided(Decision decision) {
    price.take(decision);
  }
}
