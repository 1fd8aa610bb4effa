package io.domainflow.process.domain;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.DomainReading;
import io.domainflow.order.domain.DomainReading.DateKind;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores what a step has read about the name of its order, for later readers. */
@Component
public class DomainReadings {

  private final StoredDomains domains;

  DomainReadings(StoredDomains domains) {
    this.domains = domains;
  }

  /** Stores the data as read now. */
  public void store(ProvisioningOrder order, ReadDomain.Result domain) {
    domains.read(order, reading(domain));
  }

  /** The data of a name in the form in which it is stored. */
  public static DomainReading reading(ReadDomain.Result domain) {
    Map<DateKind, Instant> dates = new EnumMap<>(DateKind.class);
    dates.put(DateKind.CREATED, domain.createdAt());
    dates.put(DateKind.EXPIRES, domain.expiresAt());
    dates.put(DateKind.PAID_UNTIL, domain.paidUntil());
    dates.put(DateKind.FAILURE, domain.failureDate());
    dates.put(DateKind.ACCOUNTING, domain.accountingDate());
    dates.put(DateKind.FINALIZATION, domain.finalizationDate());
    dates.values().removeIf(date -> date == null);
    return new DomainReading(
        domain.state().status(),
        dates,
        domain.settings(),
        lockedUntil(domain),
        domain.changeLockedUntil().orElse(null));
  }

  // After a change of registrant, the end of the ordinary lock is usually the end of that lock.
  private static @Nullable Instant lockedUntil(ReadDomain.Result domain) {
    return domain
        .transferLockedUntil()
        .filter(until -> domain.changeLockedUntil().filter(until::equals).isEmpty())
        .orElse(null);
  }
}
