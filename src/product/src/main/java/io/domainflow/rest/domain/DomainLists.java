package io.domainflow.rest.domain;

import static java.util.stream.Collectors.toMap;

import io.domainflow.client.ApiClients;
import io.domainflow.client.Scope;
import io.domainflow.consent.DisputeHolds;
import io.domainflow.model.DomainName;
import io.domainflow.model.Section;
import io.domainflow.order.domain.DomainPage;
import io.domainflow.order.domain.ExpiringPage;
import io.domainflow.order.domain.OrderInWork;
import io.domainflow.order.domain.OrderedNames;
import io.domainflow.order.domain.StoredDomain;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.domain.StoredSection;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.order.progress.Suspension;
import io.domainflow.order.progress.Suspensions;
import io.domainflow.owner.Caller;
import io.domainflow.rest.LoginAccess;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Lists names, all or those about to expire, with the same view as for a single name, using a few
 * statements per page.
 */
@Component
class DomainLists {

  private final DomainPage all;
  private final ExpiringPage ending;
  private final StoredDomains domains;
  private final StoredSections sections;
  private final OrderedNames orderedNames;
  private final DisputeHolds holds;
  private final Suspensions suspensions;
  private final ApiClients clients;
  private final LoginAccess access;
  private final Clock clock;

  DomainLists(
      DomainPage all,
      ExpiringPage ending,
      StoredDomains domains,
      StoredSections sections,
      OrderedNames orderedNames,
      DisputeHolds holds,
      Suspensions suspensions,
      ApiClients clients,
      LoginAccess access,
      Clock clock) {
    this.all = all;
    this.ending = ending;
    this.domains = domains;
    this.sections = sections;
    this.orderedNames = orderedNames;
    this.holds = holds;
    this.suspensions = suspensions;
    this.clients = clients;
    this.access = access;
    this.clock = clock;
  }

  DomainList list(DomainQuery query, Authentication login) {
    Caller caller = access.caller(login);
    Scope scope = clients.scopeOf(login.getName());
    Instant before = query.before();
    return before == null ? all(query, caller, scope) : ending(query, before, caller, scope);
  }

  private DomainList all(DomainQuery query, Caller caller, Scope scope) {
    List<DomainPage.Name> found =
        all.read(
            query.domain(), query.account(), scope, caller, query.afterName(), query.limit() + 1);
    List<DomainPage.Name> page = found.stream().limit(query.limit()).toList();
    return new DomainList(
        views(page, domains.find(page.stream().map(DomainPage.Name::key).toList()), caller),
        found.size() > page.size() ? DomainQuery.cursor(page.get(page.size() - 1).key()) : null);
  }

  private DomainList ending(DomainQuery query, Instant before, Caller caller, Scope scope) {
    List<StoredDomain> found =
        ending.read(
            before,
            query.domain(),
            query.account(),
            scope,
            caller,
            query.after(),
            query.limit() + 1);
    List<StoredDomain> page = found.stream().limit(query.limit()).toList();
    return new DomainList(
        views(
            page.stream().map(name -> new DomainPage.Name(key(name), name.owner())).toList(),
            page,
            caller),
        found.size() > page.size()
            ? DomainQuery.cursor(ExpiringPage.Position.of(page.get(page.size() - 1)))
            : null);
  }

  private static StoredDomains.Key key(StoredDomain name) {
    return new StoredDomains.Key(name.account(), name.domain().ascii());
  }

  private List<DomainView> views(
      List<DomainPage.Name> page, List<StoredDomain> read, Caller caller) {
    Map<StoredDomains.Key, StoredDomain> known =
        read.stream().collect(toMap(DomainLists::key, name -> name));
    List<DomainName> names =
        page.stream().map(name -> DomainName.ofManaged(name.key().domain())).toList();
    List<OrderInWork> open =
        orderedNames.inWork(names).stream().filter(order -> caller.maySee(order.owner())).toList();
    Set<String> held = holds.held(names);
    Map<StoredDomains.Key, Map<Section, StoredSection>> setUp =
        sections.find(List.copyOf(known.keySet()));
    Map<String, Map<String, Suspension>> suspended =
        page.stream()
            .map(name -> name.key().account())
            .distinct()
            .collect(toMap(account -> account, account -> suspensions.find(account, names)));
    return page.stream()
        .map(
            name ->
                view(
                    name,
                    Optional.ofNullable(known.get(name.key())),
                    open,
                    setUp.getOrDefault(name.key(), Map.of()),
                    held))
        .map(
            view -> with(suspended.getOrDefault(view.account(), Map.of()).get(view.domain()), view))
        .toList();
  }

  private DomainView view(
      DomainPage.Name name,
      Optional<StoredDomain> read,
      List<OrderInWork> open,
      Map<Section, StoredSection> setUp,
      Set<String> held) {
    StoredDomains.Key key = name.key();
    Optional<OrderInWork> order =
        open.stream()
            .filter(one -> one.account().equals(key.account()))
            .filter(one -> one.domain().equals(key.domain()))
            .findFirst();
    DomainView view =
        DomainView.of(
            key.account(),
            DomainName.ofManaged(key.domain()),
            name.owner(),
            read,
            order,
            setUp,
            clock.instant());
    return held.contains(key.domain()) ? view.held() : view;
  }

  private static DomainView with(@Nullable Suspension suspension, DomainView view) {
    return suspension == null ? view : view.with(suspension);
  }
}
