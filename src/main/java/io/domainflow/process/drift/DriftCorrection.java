package io.domainflow.process.drift;

import io.domainflow.model.DomainName;
import io.domainflow.model.Section;
import io.domainflow.order.domain.OrderedNames;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.domain.StoredSection;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.UpdateDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sets sections of a name as they were ordered: the whole state of each, in a call of its own, so
 * that a refusal of one leaves the others. Read before, because an order may have changed it since
 * the list, and afterwards.
 */
@Component
class DriftCorrection {

  private static final Logger log = LoggerFactory.getLogger(DriftCorrection.class);

  private final OrderedNames orderedNames;
  private final StoredDomains domains;
  private final StoredSections sections;
  private final DriftFinder finder;

  DriftCorrection(
      OrderedNames orderedNames,
      StoredDomains domains,
      StoredSections sections,
      DriftFinder finder) {
    this.orderedNames = orderedNames;
    this.domains = domains;
    this.sections = sections;
    this.finder = finder;
  }

  /**
   * Sets sections that still differ.
   *
   * @return what the registrar refused, for people; null if nothing
   */
  String set(String account, DomainName domain, Set<Section> which, RegistrarGateway registrar) {
    if (!orderedNames.inWork(List.of(domain)).isEmpty()) {
      return "An order is working on this name.";
    }
    List<String> problems = new ArrayList<>();
    boolean sent = false;
    try {
      ReadDomain.Result read = read(account, domain, registrar);
      Map<Section, StoredSection> drifted =
          finder.drifted(account, domain, sections.find(account, domain));
      drifted.keySet().retainAll(which);
      for (Map.Entry<Section, StoredSection> one : drifted.entrySet()) {
        if (one.getKey() == Section.NAMESERVERS && read.signed()) {
          problems.add(
              "name servers: DS records stand at the registry; remove DNSSEC first, then set them");
        } else {
          sent |= set(account, domain, one.getKey(), one.getValue(), registrar, problems);
        }
      }
      if (sent) {
        read(account, domain, registrar);
      }
    } catch (Refused e) {
      if (!e.saysNotHere()) {
        throw e;
      }
      problems.add("the registrar does not show the name in this account");
    }
    return problems.isEmpty() ? null : String.join("; ", problems);
  }

  private static boolean set(
      String account,
      DomainName domain,
      Section section,
      StoredSection stored,
      RegistrarGateway registrar,
      List<String> problems) {
    try {
      registrar.ensure(account, new UpdateDomain(domain, stored.comparable(), false));
      log.info("account {}, {}: {} set as ordered", account, domain, section.words());
      return true;
    } catch (Refused e) {
      log.warn("account {}, {}: {}: {}", account, domain, section.words(), e.getMessage());
      problems.add(section.words() + ": the registrar refuses it: «" + e.words() + "»");
      return false;
    }
  }

  /** Reads a name and stores it. */
  ReadDomain.Result read(String account, DomainName domain, RegistrarGateway registrar) {
    ReadDomain.Result read = registrar.ask(account, new ReadDomain(domain));
    domains.read(account, domain, DomainReadings.reading(read), StoredSection.Source.DAILY_CHECK);
    return read;
  }
}
