package io.domainflow.process.restoration;

import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.progress.Restoration;
import io.domainflow.order.progress.Restorations;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.PriceDecision;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.CallerInstructions;
import io.domainflow.process.text.PlainTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Approve restore price: somebody has to agree to the price of restoring a deleted name. */
@Component
class ApproveRestorePrice implements UserTask {

  private final Restorations restorations;
  private final PriceDecision price;

  ApproveRestorePrice(Restorations restorations, PriceDecision price) {
    this.restorations = restorations;
    this.price = price;
  }

  @Override
  public String id() {
    return RestorationProcess.TASK_APPROVE_RESTORE_PRICE;
  }

  @Override
  public Waits waits(OpenTask task) {
    ProvisioningOrder order = task.order();
    int years = restorations.get(order.id()).renewedYears();
    return task.operator(Code.PRICE, what(order, years, order.purchase().quoteOrThrow()));
  }

  /**
   * What an approver has to agree to.
   *
   * @param years that are bought after the restore
   */
  static String what(ProvisioningOrder order, int years, Quote quote) {
    return order.content().domain().unicode()
        + " was deleted. Restoring it"
        + (years == 0 ? "" : " and renewing it by " + years + "Y")
        + " costs "
        + quote.price()
        + ". Nothing is bought before somebody agrees: accept the price with «acceptPrice»"
        + CallerInstructions.orAnOperator("decides");
  }

  /** The price of the restore alone. */
  static String price(Restoration restoration) {
    return restoration.restorePrice() == null
        ? "not stated"
        : restoration.restorePrice().toString();
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Restoration restoration = restorations.get(order.id());
    Money accepted = order.content().acceptPrice();
    return Map.of(
        "restorePrice",
        price(restoration),
        "renewal",
        restoration.renewedYears() == 0
            ? "none needed, as far as is known"
            : new Period(restoration.renewedYears()).words()
                + ", each year "
                + order.purchase().quoteOrThrow().renewalPrice(),
        "totalPrice",
        order.purchase().quoteOrThrow().price().toString(),
        "restorableUntil",
        restoration.restorableUntil() == null
            ? "not stated"
            : PlainTime.of(restoration.restorableUntil()),
        "acceptedPrice",
        accepted == null ? "nothing yet" : "up to " + accepted);
  }

  @Override
  public void decided(Decision decision) {
    price.take(decision);
  }
}
