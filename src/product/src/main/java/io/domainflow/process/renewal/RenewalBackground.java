package io.domainflow.process.renewal;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.DomainReading.DateKind;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.progress.Renewals;
import io.domainflow.order.progress.Restoration;
import io.domainflow.order.progress.Restorations;
import org.springframework.stereotype.Component;

/** Reads what is stored about an order and its name, for {@link RenewalCheck}. */
@Component
class RenewalBackground {

  private final Renewals renewals;
  private final Restorations restorations;
  private final RestorePolicy restorePolicy;
  private final StoredDomains domains;

  RenewalBackground(
      Renewals renewals,
      Restorations restorations,
      RestorePolicy restorePolicy,
      StoredDomains domains) {
    this.renewals = renewals;
    this.restorations = restorations;
    this.restorePolicy = restorePolicy;
    this.domains = domains;
  }

  RenewalCheck.Known of(ProvisioningOrder order) {
    String account = order.content().account();
    return new RenewalCheck.Known(
        restorations.find(order.id()).map(Restoration::restoredAt).isPresent(),
        renewals.find(order.id()).orElse(null),
        () ->
            domains
                .find(account, order.content().domain())
                .map(stored -> stored.dates().get(DateKind.EXPIRES))
                .map(date -> RenewalDates.day(date.at())),
        () -> restorePolicy.isAutomatic(account));
  }
}
