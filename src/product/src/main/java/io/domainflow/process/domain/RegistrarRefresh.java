package io.domainflow.process.domain;

import io.domainflow.model.DomainName;
import io.domainflow.order.domain.DomainNotHere;
import io.domainflow.order.domain.DomainRefresh;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.domain.StoredSection;
import io.domainflow.registrar.LowPriorityCalls;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Reads a name because somebody asks for its present state. */
@Component
class RegistrarRefresh implements DomainRefresh {

  private final RegistrarGateway registrar;
  private final LowPriorityCalls lowPriority;
  private final StoredDomains domains;
  private final Clock clock;

  RegistrarRefresh(
      RegistrarGateway registrar,
      LowPriorityCalls lowPriority,
      StoredDomains domains,
      Clock clock) {
    this.registrar = registrar;
    this.lowPriority = lowPriority;
    this.domains = domains;
    this.clock = clock;
  }

  @Override
  public void refresh(String account, DomainName domain) {
    Instant askedAt = clock.instant();
    ReadDomain.Result read;
    try {
      read = lowPriority.whileCallerWaits(() -> registrar.ask(account, new ReadDomain(domain)));
    } catch (Refused e) {
      if (!e.saysNotHere()) {
        throw e;
      }
      throw new DomainNotHere(
          "the registrar does not show " + domain.unicode() + " in account " + account, e);
    }
    domains.read(
        account, domain, DomainReadings.reading(read), askedAt, StoredSection.Source.REFRESH);
  }
}
