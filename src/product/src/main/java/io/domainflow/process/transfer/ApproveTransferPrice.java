package io.domainflow.process.transfer;

import io.domainflow.model.Money;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.progress.Transfer;
import io.domainflow.order.progress.Transfers;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.PriceDecision;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.PriceWords;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Approve transfer price: the transfer costs more than anybody has agreed to. */
@Component
class ApproveTransferPrice implements UserTask {

  private final Transfers transfers;
  private final PriceDecision price;

  ApproveTransferPrice(Transfers transfers, PriceDecision price) {
    this.transfers = transfers;
    this.price = price;
  }

  @Override
  public String id() {
    return "Task_ApproveTransferPrice";
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.operator(Code.PRICE, PriceWords.toAgreeTo(task.order()));
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Quote quote = order.purchase().quoteOrThrow();
    Money accepted = order.content().acceptPrice();
    Transfer transfer = transfers.get(order.id());
    return Map.of(
        "price",
        quote.price().toString(),
        "priceClass",
        PlainText.of(quote.priceClass()),
        "period",
        transfer.period() == null ? "not stated" : transfer.period().words(),
        "presentRegistrar",
        transfer.losingRegistrar() == null
            ? "not stated"
            : PlainText.of(transfer.losingRegistrar()),
        "acceptedPrice",
        accepted == null ? "nothing yet" : "up to " + accepted);
  }

  @Override
  public void decided(Decision decision) {
    price.take(decision);
  }
}
