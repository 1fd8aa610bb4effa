package io.domainflow.process.domain;

import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.order.domain.DomainReading.DateKind;
import io.domainflow.order.domain.ListedDomain;
import io.domainflow.order.domain.ListedDomains;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ListDomains;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reads all names of an account, some hundred per call and never one call per name, and stores the
 * registrar's data of them. It neither reads nor changes contacts.
 */
@Component
public class NameList {

  private final ListedDomains domains;
  private final StoredSections sections;
  private final Clock clock;

  NameList(ListedDomains domains, StoredSections sections, Clock clock) {
    this.domains = domains;
    this.sections = sections;
    this.clock = clock;
  }

  /**
   * A complete list.
   *
   * @param begunAt time before its first page was requested
   */
  public record Listing(Instant begunAt, List<ListDomains.Name> names) {}

  /**
   * Lists all names and stores them. If the registrar becomes unavailable in between, there is no
   * list.
   */
  public Listing read(String account, RegistrarGateway registrar) {
    return list(account, registrar, true);
  }

  /** Lists all names as {@link #read} does, and stores nothing. */
  public Listing readWithoutStoring(String account, RegistrarGateway registrar) {
    return list(account, registrar, false);
  }

  private Listing list(String account, RegistrarGateway registrar, boolean store) {
    Instant begunAt = clock.instant();
    // A name that is added while pages are read shifts the next page, whose first entry is then
    // read twice.
    Map<String, ListDomains.Name> names = new LinkedHashMap<>();
    int read = 0;
    ListDomains.Result part;
    do {
      Instant askedAt = clock.instant();
      part = registrar.ask(account, new ListDomains(read));
      if (store) {
        domains.store(account, askedAt, part.names().stream().map(NameList::listed).toList());
        sections.listed(account, askedAt, settings(part.names()));
      }
      part.names().forEach(name -> names.put(name.domain().toLowerCase(Locale.ROOT), name));
      read += part.names().size();
    } while (!part.complete());
    return new Listing(begunAt, List.copyOf(names.values()));
  }

  private static Map<DomainName, NameSettings> settings(List<ListDomains.Name> names) {
    Map<DomainName, NameSettings> settings = new LinkedHashMap<>();
    names.forEach(name -> settings.put(DomainName.ofManaged(name.domain()), name.settings()));
    return settings;
  }

  private static ListedDomain listed(ListDomains.Name name) {
    Map<DateKind, Instant> dates = new EnumMap<>(DateKind.class);
    dates.put(DateKind.CREATED, name.createdAt());
    dates.put(DateKind.EXPIRES, name.expiresAt());
    dates.put(DateKind.PAID_UNTIL, name.paidUntil());
    dates.put(DateKind.FAILURE, name.failureDate());
    dates.put(DateKind.ACCOUNTING, name.accountingDate());
    dates.put(DateKind.FINALIZATION, name.finalizationDate());
    dates.values().removeIf(date -> date == null);
    return new ListedDomain(
        DomainName.ofManaged(name.domain()),
        name.state().status(),
        name.renewalMode().orElse(null),
        dates);
  }
}
