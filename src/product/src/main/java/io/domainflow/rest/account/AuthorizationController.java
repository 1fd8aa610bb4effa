package io.domainflow.rest.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.account.Accounts;
import io.domainflow.consent.ConsentSide;
import io.domainflow.consent.StandingAuthorization;
import io.domainflow.consent.StandingAuthorizations;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.Text;
import io.domainflow.rest.AccountNotFound;
import io.domainflow.rest.RequestRejected;
import io.domainflow.rest.RequestValue;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The standing authorisations of an account's registrants, for administrators. */
@RestController
@RequestMapping(
    path = "/api/v1/accounts/{account}/authorizations",
    produces = MediaType.APPLICATION_JSON_VALUE)
class AuthorizationController {

  static final Set<String> MEMBERS =
      Set.of("side", "basis", "textVersion", "validFrom", "validUntil", "optOutOfLock");

  private static final Logger log = LoggerFactory.getLogger(AuthorizationController.class);

  private final Accounts accounts;
  private final StandingAuthorizations authorizations;
  private final Clock clock;

  AuthorizationController(Accounts accounts, StandingAuthorizations authorizations, Clock clock) {
    this.accounts = accounts;
    this.authorizations = authorizations;
    this.clock = clock;
  }

  @GetMapping
  List<StandingAuthorization> list(@PathVariable("account") String account) {
    return authorizations.of(known(account));
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<StandingAuthorization> add(
      @PathVariable("account") String account, @RequestBody JsonNode body, Authentication login) {
    StandingAuthorization added = read(body, known(account), login.getName());
    log.info("a standing authorisation of account {} was recorded by {}", account, login.getName());
    return ResponseEntity.created(
            URI.create("/api/v1/accounts/" + account + "/authorizations/" + added.id()))
        .body(added);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(
      @PathVariable("account") String account,
      @PathVariable("id") String id,
      Authentication login) {
    if (!authorizations.revoke(known(account), id(id), login.getName())) {
      throw new AuthorizationNotFound();
    }
    log.info("a standing authorisation of account {} was revoked by {}", account, login.getName());
  }

  private StandingAuthorization read(JsonNode body, String account, String user) {
    JsonMembers fields = RequestRejected.fields(body);
    fields.refuseUnknown(MEMBERS);
    ConsentSide side = fields.required("side", text -> Text.oneOf(ConsentSide.class, text));
    String basis = fields.required("basis");
    String textVersion = fields.required("textVersion");
    Instant from = fields.optional("validFrom", RequestValue::time);
    Instant until = fields.optional("validUntil", RequestValue::time);
    Boolean optOut = fields.flag("optOutOfLock");
    if (until != null && !until.isAfter(from == null ? clock.instant() : from)) {
      fields.problem("validUntil", "INVALID", "must be after validFrom, which is now if absent");
    }
    RequestRejected.ifWrong(fields);
    return authorizations.add(
        account,
        Objects.requireNonNull(side),
        Objects.requireNonNull(basis),
        Objects.requireNonNull(textVersion),
        from,
        until,
        Boolean.TRUE.equals(optOut),
        user);
  }

  private String known(String account) {
    return accounts.find(account).orElseThrow(AccountNotFound::new).name();
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new AuthorizationNotFound();
    }
  }
}
