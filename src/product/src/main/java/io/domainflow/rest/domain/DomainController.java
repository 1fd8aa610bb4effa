package io.domainflow.rest.domain;

import io.domainflow.account.Accounts;
import io.domainflow.client.ApiClients;
import io.domainflow.client.Scope;
import io.domainflow.consent.DisputeHolds;
import io.domainflow.model.DomainName;
import io.domainflow.order.domain.DomainRefresh;
import io.domainflow.order.domain.OrderInWork;
import io.domainflow.order.domain.OrderedNames;
import io.domainflow.order.domain.StoredDomain;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.order.progress.Suspensions;
import io.domainflow.owner.Caller;
import io.domainflow.owner.DomainOwners;
import io.domainflow.rest.AccountNotFound;
import io.domainflow.rest.DomainNotFound;
import io.domainflow.rest.LoginAccess;
import io.domainflow.rest.RequestValue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows what was last read about names. Staff see all; everybody else sees their own names, and
 * those that their orders are bringing here. For an API client, accounts outside its scope do not
 * exist.
 */
@RestController
@RequestMapping(path = "/api/v1/domains", produces = MediaType.APPLICATION_JSON_VALUE)
class DomainController {

  private final StoredDomains domains;
  private final StoredSections sections;
  private final DomainRefresh registrar;
  private final DomainLists lists;
  private final OrderedNames orderedNames;
  private final DisputeHolds holds;
  private final Suspensions suspensions;
  private final ApiClients clients;
  private final DomainOwners owners;
  private final Accounts accounts;
  private final LoginAccess access;
  private final Clock clock;

  DomainController(
      StoredDomains domains,
      StoredSections sections,
      DomainRefresh registrar,
      DomainLists lists,
      OrderedNames orderedNames,
      DisputeHolds holds,
      Suspensions suspensions,
      ApiClients clients,
      DomainOwners owners,
      Accounts accounts,
      LoginAccess access,
      Clock clock) {
    this.domains = domains;
    this.sections = sections;
    this.registrar = registrar;
    this.lists = lists;
    this.orderedNames = orderedNames;
    this.holds = holds;
    this.suspensions = suspensions;
    this.clients = clients;
    this.owners = owners;
    this.accounts = accounts;
    this.access = access;
    this.clock = clock;
  }

  /** A name in an account, which has to be given only if the name is known in several. */
  @GetMapping("/{domain}")
  DomainView get(
      @PathVariable("domain") String name,
      @RequestParam(required = false) @Nullable String account,
      Authentication login) {
    return view(RequestValue.domain(name), account, access.caller(login));
  }

  /** The same, after asking the registrar for the present state; for the owner and staff. */
  @PostMapping("/{domain}/refresh")
  DomainView refresh(
      @PathVariable("domain") String name,
      @RequestParam(required = false) @Nullable String account,
      Authentication login) {
    DomainName domain = RequestValue.domain(name);
    Caller caller = access.caller(login);
    String where = account(known(domain, caller, List.of()), account);
    if (accounts.find(where).isEmpty()) {
      throw new AccountNotFound();
    }
    registrar.refresh(where, domain);
    return view(domain, where, caller);
  }

  private DomainView view(DomainName domain, @Nullable String account, Caller caller) {
    List<OrderInWork> open =
        orderedNames.inWork(List.of(domain)).stream()
            .filter(order -> caller.maySee(order.owner()))
            .toList();
    String where = account(known(domain, caller, open), account);
    Optional<StoredDomain> stored =
        domains.find(where, domain).filter(known -> caller.maySee(known.owner()));
    Optional<OrderInWork> openHere =
        open.stream().filter(order -> order.account().equals(where)).findFirst();
    DomainView known =
        DomainView.of(
            where,
            domain,
            owners.of(where, domain).filter(caller::maySee).orElse(null),
            stored,
            openHere,
            stored.isPresent() ? sections.find(where, domain) : Map.of(),
            clock.instant());
    DomainView view =
        stored.flatMap(read -> suspensions.find(where, domain)).map(known::with).orElse(known);
    return holds.isHeld(domain) ? view.held() : view;
  }

  /** The names that are here or, with a time, those that expire before it and are not paid for. */
  @GetMapping
  DomainList list(@RequestParam Map<String, String> parameters, Authentication login) {
    return lists.list(DomainQuery.of(parameters), login);
  }

  private List<String> known(DomainName domain, Caller caller, List<OrderInWork> open) {
    return caller.isStaff() ? everywhere(domain, caller) : own(domain, caller, open);
  }

  // Names without any order are known from the list of an account's names.
  private List<String> everywhere(DomainName domain, Caller caller) {
    return Stream.of(
            orderedNames.accounts(domain),
            domains.accounts(domain),
            owners.accounts(domain, caller))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private List<String> own(DomainName domain, Caller caller, List<OrderInWork> open) {
    Scope scope = clients.scopeOf(caller.login());
    return Stream.concat(
            owners.accounts(domain, caller).stream(), open.stream().map(OrderInWork::account))
        .distinct()
        .filter(scope::allowsAccount)
        .toList();
  }

  private static String account(List<String> known, @Nullable String wanted) {
    List<String> possible =
        known.stream().filter(account -> wanted == null || account.equals(wanted)).toList();
    if (possible.size() > 1) {
      throw new SeveralAccounts(possible);
    }
    return possible.stream().findFirst().orElseThrow(DomainNotFound::new);
  }
}
