package io.domainflow.process.registration;

import io.domainflow.order.ClaimsNotice;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.PlainText;
import io.domainflow.process.TaskFacts;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows the trademark notice that is to be accepted. */
@Component
class ClaimsNoticeFacts implements TaskFacts {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final Orders orders;

  ClaimsNoticeFacts(Orders orders) {
    this.orders = orders;
  }

  @Override
  public String task() {
    return DomainRegistrationProcess.TASK_DECIDE_ON_CLAIMS_NOTICE;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    ClaimsNotice notice = order.purchase().notice();
    return Map.of(
        "noticeText", orders.noticeText(order.id()).orElse(""),
        "noticeId", PlainText.of(notice.noticeId()),
        "noticeCreatedAt", TIME.format(notice.createdAt()),
        "noticeExpiresAt", TIME.format(notice.expiresAt()));
  }
}
