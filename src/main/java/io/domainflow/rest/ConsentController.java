package io.domainflow.rest;

import io.domainflow.consent.Consent;
import io.domainflow.consent.Consents;
import io.domainflow.model.DomainName;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who has agreed to changes of registrant. Approvers and administrators see all; everybody else
 * what belongs to their own orders.
 */
@RestController
class ConsentController {

  private final Consents consents;
  private final OrderAccess access;
  private final Clock clock;

  ConsentController(Consents consents, OrderAccess access, Clock clock) {
    this.consents = consents;
    this.access = access;
    this.clock = clock;
  }

  @GetMapping(
      path = "/api/v1/consents",
      produces = {MediaType.APPLICATION_JSON_VALUE, ConsentCsv.TYPE, MediaType.TEXT_HTML_VALUE})
  ConsentExport get(@RequestParam("domain") String name, Authentication login) {
    DomainName domain = HoldController.domain(name);
    List<Consent> seen =
        OrderAccess.seesAllConsents(login)
            ? consents.of(domain)
            : consents.of(domain, login.getName(), access.caller(login).seenOwners());
    return new ConsentExport(
        domain,
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        seen.stream().map(ConsentView::of).toList());
  }
}
