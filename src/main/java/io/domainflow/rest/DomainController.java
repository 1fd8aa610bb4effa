package io.domainflow.rest;

import io.domainflow.consent.Holds;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.StoredDomain;
import io.domainflow.order.StoredDomains;
import io.domainflow.order.Suspensions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells what was last read of names. Staff sees all; a login of a billing system the names that it
 * has ordered something for, and of those what was read for its own orders.
 */
@RestController
@RequestMapping(path = "/api/v1/domains", produces = MediaType.APPLICATION_JSON_VALUE)
class DomainController {

  private final StoredDomains domains;
  private final Orders orders;
  private final Holds holds;
  private final Suspensions suspensions;
  private final Clock clock;

  DomainController(
      StoredDomains domains, Orders orders, Holds holds, Suspensions suspensions, Clock clock) {
    this.domains = domains;
    this.orders = orders;
    this.holds = holds;
    this.suspensions = suspensions;
    this.clock = clock;
  }

  /** A name in an account; which one has to be said only if it is known in several. */
  @GetMapping("/{domain}")
  DomainView get(
      @PathVariable("domain") String name,
      @RequestParam(required = false) String account,
      Authentication login) {
    DomainName domain = domain(name);
    boolean staff = OrderAccess.isStaff(login);
    String where =
        account(
            staff ? orders.accounts(domain) : orders.accounts(domain, login.getName()), account);
    Optional<StoredDomain> stored =
        domains.find(where, domain).filter(known -> staff || known.login().equals(login.getName()));
    Optional<ProvisioningOrder> open =
        orders
            .findOpen(where, domain)
            .filter(order -> staff || order.login().equals(login.getName()));
    DomainView known = DomainView.of(where, domain, stored, open, clock.instant());
    DomainView view = suspensions.find(where, domain).map(known::with).orElse(known);
    return holds.find(domain).isPresent() ? view.held() : view;
  }

  private static String account(List<String> known, String wanted) {
    List<String> possible =
        known.stream().filter(account -> wanted == null || account.equals(wanted)).toList();
    if (possible.size() > 1) {
      throw new SeveralAccounts(possible);
    }
    return possible.stream().findFirst().orElseThrow(DomainNotFound::new);
  }

  private static DomainName domain(String name) {
    try {
      return DomainName.of(name);
    } catch (InvalidValue e) {
      throw new DomainNotFound();
    }
  }
}
