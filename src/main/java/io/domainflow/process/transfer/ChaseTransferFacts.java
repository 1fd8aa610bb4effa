package io.domainflow.process.transfer;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Transfer;
import io.domainflow.order.Transfers;
import io.domainflow.process.TaskFacts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Shows how a transfer stands that takes long. */
@Component
class ChaseTransferFacts implements TaskFacts {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Transfers transfers;

  ChaseTransferFacts(Transfers transfers) {
    this.transfers = transfers;
  }

  @Override
  public String task() {
    return DomainTransferProcess.TASK_CHASE_TRANSFER;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    Transfer transfer = transfers.get(order.id());
    return Map.of(
        "waitsFor",
        StringUtils.capitalize(TransferWords.what(order, transfer)),
        "requestedAt",
        day(transfer.requestedAt()),
        "phaseEndsAt",
        day(transfer.phaseEndsAt()),
        "presentRegistrar",
        transfer.losingRegistrar() == null ? "not stated" : transfer.losingRegistrar());
  }

  private static String day(Instant instant) {
    return instant == null ? "not stated" : DAY.format(instant);
  }
}
