package io.domainflow.rest;

import static java.util.stream.Collectors.toMap;

import io.domainflow.client.ApiClients;
import io.domainflow.consent.Holds;
import io.domainflow.model.DomainName;
import io.domainflow.order.EndingPage;
import io.domainflow.order.OrderInWork;
import io.domainflow.order.Orders;
import io.domainflow.order.StoredDomain;
import io.domainflow.order.Suspension;
import io.domainflow.order.Suspensions;
import io.domainflow.owner.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Shows names that end, each as it is shown alone, with a few statements for a whole page. */
@Component
class EndingList {

  private final EndingPage pages;
  private final Orders orders;
  private final Holds holds;
  private final Suspensions suspensions;
  private final ApiClients clients;
  private final OrderAccess access;
  private final Clock clock;

  EndingList(
      EndingPage pages,
      Orders orders,
      Holds holds,
      Suspensions suspensions,
      ApiClients clients,
      OrderAccess access,
      Clock clock) {
    this.pages = pages;
    this.orders = orders;
    this.holds = holds;
    this.suspensions = suspensions;
    this.clients = clients;
    this.access = access;
    this.clock = clock;
  }

  DomainList list(EndingQuery query, Authentication login) {
    Caller caller = access.caller(login);
    List<StoredDomain> found =
        pages.read(
            query.before(),
            query.account(),
            clients.scopeOf(login.getName()),
            caller,
            query.after(),
            query.limit() + 1);
    List<StoredDomain> page = found.stream().limit(query.limit()).toList();
    List<DomainName> names = page.stream().map(StoredDomain::domain).toList();
    List<OrderInWork> open =
        orders.inWork(names).stream().filter(order -> caller.maySee(order.owner())).toList();
    Set<String> held = holds.held(names);
    Map<String, Map<String, Suspension>> suspended =
        page.stream()
            .map(StoredDomain::account)
            .distinct()
            .collect(toMap(account -> account, account -> suspensions.find(account, names)));
    return new DomainList(
        page.stream()
            .map(name -> view(name, open, held))
            .map(view -> with(suspended.get(view.account()).get(view.domain()), view))
            .toList(),
        found.size() > page.size()
            ? EndingQuery.cursor(EndingPage.Position.of(page.get(page.size() - 1)))
            : null);
  }

  private DomainView view(StoredDomain name, List<OrderInWork> open, Set<String> held) {
    Optional<OrderInWork> order =
        open.stream()
            .filter(one -> one.account().equals(name.account()))
            .filter(one -> one.domain().equals(name.domain().ascii()))
            .findFirst();
    DomainView view =
        DomainView.of(
            name.account(), name.domain(), name.owner(), Optional.of(name), order, clock.instant());
    return held.contains(name.domain().ascii()) ? view.held() : view;
  }

  private static DomainView with(Suspension suspension, DomainView view) {
    return suspension == null ? view : view.with(suspension);
  }
}
