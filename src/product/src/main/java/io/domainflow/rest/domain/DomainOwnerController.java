package io.domainflow.rest.domain;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.account.Accounts;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.DomainName;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.domain.DomainOwnerAssignment;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.Owner;
import io.domainflow.rest.AccountNotFound;
import io.domainflow.rest.RequestRejected;
import io.domainflow.rest.RequestValue;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The owner of a name, for staff, who may assign it to another owner. */
@RestController
@RequestMapping(
    path = "/api/v1/domains/{domain}/owner",
    produces = MediaType.APPLICATION_JSON_VALUE)
class DomainOwnerController {

  static final Set<String> MEMBERS = Set.of("owner", "reason");

  private static final Logger log = LoggerFactory.getLogger(DomainOwnerController.class);

  private final DomainOwners owners;
  private final DomainOwnerAssignment handOver;
  private final Accounts accounts;

  DomainOwnerController(DomainOwners owners, DomainOwnerAssignment handOver, Accounts accounts) {
    this.owners = owners;
    this.handOver = handOver;
    this.accounts = accounts;
  }

  /** The owner of a name in an account, and its former owners. */
  @GetMapping
  DomainOwnerView get(@PathVariable("domain") String name, @RequestParam String account) {
    return view(known(account), RequestValue.domain(name));
  }

  /** Assigns a name to an owner, or to nobody, whether anything is known about the name or not. */
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  DomainOwnerView put(
      @PathVariable("domain") String name,
      @RequestParam String account,
      @RequestBody JsonNode body,
      Authentication login) {
    DomainName domain = RequestValue.domain(name);
    JsonMembers fields = RequestRejected.fields(body);
    fields.refuseUnknown(MEMBERS);
    if (!fields.mentions("owner")) {
      fields.problem("owner", "REQUIRED", "is required; null gives the name to nobody");
    }
    Owner owner = fields.optional("owner", Owner::of);
    String reason = fields.required("reason");
    RequestRejected.ifWrong(fields);
    try {
      handOver.to(known(account), domain, owner, login.getName(), Objects.requireNonNull(reason));
    } catch (InvalidValue e) {
      throw new RequestRejected(List.of(new FieldProblem("owner", "INVALID", e.getMessage())));
    }
    log.info("{} on account {} was given to {} by {}", domain, account, owner, login.getName());
    return view(account, domain);
  }

  private DomainOwnerView view(String account, DomainName domain) {
    return DomainOwnerView.of(
        account, domain, owners.of(account, domain).orElse(null), owners.changes(domain));
  }

  private String known(String account) {
    if (accounts.find(account).isEmpty()) {
      throw new AccountNotFound();
    }
    return account;
  }
}
