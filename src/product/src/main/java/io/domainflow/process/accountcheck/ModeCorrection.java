package io.domainflow.process.accountcheck;

import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.domain.ExpiringDomains;
import io.domainflow.order.domain.ListedDomains;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.process.accountcheck.RenewalModes.Differing;
import io.domainflow.process.domain.SectionObstacles;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarFailure.CreditUsedUp;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.SetRenewalMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sets the wanted renewal mode on names, at no cost. This also reverses a renewal that the
 * registrar has charged automatically; one that was already carried out, or that somebody has
 * ordered, stays paid.
 */
@Component
class ModeCorrection {

  private static final Logger log = LoggerFactory.getLogger(ModeCorrection.class);

  private final ListedDomains domains;
  private final StoredSections sections;
  private final ExpiringDomains ending;
  private final SectionObstacles obstacles;

  ModeCorrection(
      ListedDomains domains,
      StoredSections sections,
      ExpiringDomains ending,
      SectionObstacles obstacles) {
    this.domains = domains;
    this.sections = sections;
    this.ending = ending;
    this.obstacles = obstacles;
  }

  /** Sets the modes; says for people which ones were not set, and why. */
  List<String> set(String account, List<Differing> names, RegistrarGateway registrar) {
    List<String> refused = new ArrayList<>();
    for (Differing name : names) {
      try {
        DomainName domain = DomainName.ofManaged(name.domain());
        Optional<String> obstacle = obstacle(account, domain, name, registrar);
        if (obstacle.isPresent()) {
          log.info("account {}: renewal mode is not set: {}", account, name.text());
          refused.add(name.text() + "; " + obstacle.get());
          continue;
        }
        set(account, domain, name, registrar);
        log.info("account {}: renewal mode was set: {}", account, name.text());
      } catch (Refused e) {
        log.warn("account {}, {}: {}", account, name.domain(), e.getMessage());
        refused.add(name.text() + "; the registrar refuses it: «" + e.words() + "»");
      } catch (CreditUsedUp e) {
        refused.add(
            name.text() + "; the registrar charges for it, and the account's credit is used up");
      }
    }
    return refused;
  }

  private Optional<String> obstacle(
      String account, DomainName domain, Differing name, RegistrarGateway registrar) {
    return name.wanted() == RenewalMode.AUTORENEW
        ? obstacles.ofRenewalMode(name.wanted(), registrar.ask(account, new ReadDomain(domain)))
        : Optional.empty();
  }

  private void set(String account, DomainName domain, Differing name, RegistrarGateway registrar) {
    try {
      registrar.ensure(
          account, new SetRenewalMode(domain, name.wanted(), name.chargedAutomatically()));
    } catch (Refused e) {
      if (!name.chargedAutomatically() || !e.isFor(RefusalReason.UNKNOWN_FIELD)) {
        throw e;
      }
      // Not every page of the registrar mentions the parameter that reverses a renewal.
      registrar.ensure(account, new SetRenewalMode(domain, name.wanted()));
      log.warn("account {}, {}: a renewal is not reversed: {}", account, domain, e.getMessage());
      ending.keptPaid(account, domain);
    }
    domains.modeSet(account, domain, name.wanted());
    sections.set(account, domain, new NameSettings(null, null, null, name.wanted(), Map.of()));
  }
}
