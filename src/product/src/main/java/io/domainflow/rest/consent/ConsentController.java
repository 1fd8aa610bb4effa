package io.domainflow.rest.consent;

import io.domainflow.consent.Consent;
import io.domainflow.consent.Consents;
import io.domainflow.model.DomainName;
import io.domainflow.rest.LoginAccess;
import io.domainflow.rest.RequestValue;
import io.domainflow.rest.SpreadsheetWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists consents to changes of registrant. Approvers and administrators see all; everybody else
 * those of their own orders.
 */
@RestController
class ConsentController {

  private static final Set<String> WHO_PROVE_CONSENTS =
      Set.of("GROUP_approvers", "GROUP_camunda-admin");

  private final Consents consents;
  private final LoginAccess access;
  private final Clock clock;

  ConsentController(Consents consents, LoginAccess access, Clock clock) {
    this.consents = consents;
    this.access = access;
    this.clock = clock;
  }

  @GetMapping(
      path = "/api/v1/consents",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        SpreadsheetWriter.TYPE,
        MediaType.TEXT_HTML_VALUE
      })
  ConsentExport get(@RequestParam("domain") String name, Authentication login) {
    DomainName domain = RequestValue.domain(name);
    List<Consent> seen =
        seesAll(login)
            ? consents.of(domain)
            : consents.of(domain, login.getName(), access.caller(login).seenOwners());
    return new ConsentExport(
        domain,
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        seen.stream().map(ConsentView::of).toList());
  }

  private static boolean seesAll(Authentication login) {
    return LoginAccess.isStaff(login)
        && login.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .anyMatch(WHO_PROVE_CONSENTS::contains);
  }
}
