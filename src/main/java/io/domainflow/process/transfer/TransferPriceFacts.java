package io.domainflow.process.transfer;

import io.domainflow.model.Money;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.Transfer;
import io.domainflow.order.Transfers;
import io.domainflow.process.PlainText;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows the price of a transfer that is to be decided on. */
@Component
class TransferPriceFacts implements TaskFacts {

  private final Transfers transfers;

  TransferPriceFacts(Transfers transfers) {
    this.transfers = transfers;
  }

  @Override
  public String task() {
    return DomainTransferProcess.TASK_APPROVE_TRANSFER_PRICE;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    Quote quote = order.purchase().quote();
    Money accepted = order.request().acceptPrice();
    Transfer transfer = transfers.get(order.id());
    return Map.of(
        "price",
        quote.price().toString(),
        "priceClass",
        PlainText.of(quote.priceClass()),
        "period",
        transfer.period() == null ? "not stated" : transfer.period().toString(),
        "presentRegistrar",
        transfer.losingRegistrar() == null
            ? "not stated"
            : PlainText.of(transfer.losingRegistrar()),
        "acceptedPrice",
        accepted == null ? "nothing yet" : "up to " + accepted);
  }
}
