package io.domainflow.process.registration;

import io.domainflow.model.Money;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.PriceDecision;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.CallerInstructions;
import io.domainflow.process.text.PlainText;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decide on price: the name has a premium price that somebody has to agree to. */
@Component
class DecideOnPrice implements UserTask {

  private final PriceDecision price;

  DecideOnPrice(PriceDecision price) {
    this.price = price;
  }

  @Override
  public String id() {
    return "Task_DecideOnPrice";
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.operator(Code.PRICE, what(task.order()));
  }

  /** What somebody has to agree to. */
  static String what(ProvisioningOrder order) {
    Quote quote = order.purchase().quoteOrThrow();
    return order.content().domain().unicode()
        + " is a premium name: "
        + quote.price()
        + " for the first year"
        + (quote.renewalPrice() == null
            ? ""
            : ", " + quote.renewalPrice() + " for each further one")
        + ". Nothing is bought before somebody agrees: accept the price with «acceptPrice»"
        + CallerInstructions.orAnOperator("decides");
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Quote quote = order.purchase().quoteOrThrow();
    Money accepted = order.content().acceptPrice();
    return Map.of(
        "price",
        quote.price().toString(),
        "renewalPrice",
        quote.renewalPrice() == null
            ? "not stated by the registrar"
            : quote.renewalPrice().toString(),
        "priceClass",
        PlainText.of(quote.priceClass()),
        "acceptedPrice",
        accepted == null ? "nothing yet" : "up to " + accepted);
  }

  @Override
  public void decided(Decision decision) {
    price.take(decision);
  }
}
