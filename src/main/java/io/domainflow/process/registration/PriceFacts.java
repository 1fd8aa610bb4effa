package io.domainflow.process.registration;

import io.domainflow.model.Money;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.process.PlainText;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows the price that is to be decided on. */
@Component
class PriceFacts implements TaskFacts {

  @Override
  public String task() {
    return DomainRegistrationProcess.TASK_DECIDE_ON_PRICE;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    Quote quote = order.purchase().quote();
    Money accepted = order.request().acceptPrice();
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
}
