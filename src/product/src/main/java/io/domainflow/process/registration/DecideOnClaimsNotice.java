package io.domainflow.process.registration;

import io.domainflow.order.ClaimsNotice;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.ClaimsAcceptance;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.CallerInstructions;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.PlainTime;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Decide on claims notice: a trademark claim exists for the name, and its notice has to be read.
 */
@Component
class DecideOnClaimsNotice implements UserTask {

  private final Orders orders;
  private final OrderPurchases purchases;
  private final Clock clock;

  DecideOnClaimsNotice(Orders orders, OrderPurchases purchases, Clock clock) {
    this.orders = orders;
    this.purchases = purchases;
    this.clock = clock;
  }

  @Override
  public String id() {
    return DomainRegistrationProcess.TASK_DECIDE_ON_CLAIMS_NOTICE;
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.operator(Code.CLAIMS_NOTICE, what(task.order()));
  }

  /** What the customer has to read and accept. */
  static String what(ProvisioningOrder order) {
    ClaimsNotice notice = order.purchase().noticeOrThrow();
    return order.content().domain().unicode()
        + " matches a registered trademark. The customer has to read notice "
        + notice.noticeId()
        + ", valid until "
        + PlainTime.of(notice.expiresAt())
        + ", and accept it with «claimsAcceptance»"
        + CallerInstructions.orAnOperator("does so on the customer's word")
        + ". Nothing was bought";
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    ClaimsNotice notice = order.purchase().noticeOrThrow();
    return Map.of(
        "noticeText", orders.noticeText(order.id()).orElse(""),
        "noticeId", PlainText.of(notice.noticeId()),
        "noticeCreatedAt",
            notice.createdAt() == null ? "at a time not stated" : PlainTime.of(notice.createdAt()),
        "noticeExpiresAt", PlainTime.of(notice.expiresAt()));
  }

  /**
   * An acceptance after the notice has expired has no effect: the name is checked next, and the new
   * notice becomes a new task.
   */
  @Override
  public void decided(Decision decision) {
    ProvisioningOrder order = decision.order();
    ClaimsNotice notice = order.purchase().noticeOrThrow();
    if (decision.is("REJECT")) {
      orders.recordFailure(
          order.id(),
          new Failure(
              Reason.NOTICE_REJECTED,
              "Somebody decided against "
                  + order.content().domain().unicode()
                  + " because of the trademark notice. Nothing was bought.",
              null));
    } else if (!notice.isAcceptedBy(
        order.content().as(RegistrationOrder.class).claimsAcceptance(), clock.instant())) {
      purchases.acceptNotice(order.id(), new ClaimsAcceptance(notice.noticeId(), clock.instant()));
    }
  }
}
