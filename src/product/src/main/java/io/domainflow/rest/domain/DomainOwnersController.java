package io.domainflow.rest.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.account.Accounts;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.DomainName;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.domain.DomainOwnerAssignment;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.Owner;
import io.domainflow.owner.OwnerLookup;
import io.domainflow.rest.RequestRejected;
import io.domainflow.rest.RequestValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists names by owner, and names without one, for staff, who may give all names of one owner to
 * another.
 */
@RestController
class DomainOwnersController {

  static final Set<String> MEMBERS = Set.of("account", "from", "to", "reason");

  private static final Logger log = LoggerFactory.getLogger(DomainOwnersController.class);

  private static final Set<String> PARAMETERS = Set.of("account", "owner", "after", "limit");
  private static final String NOBODY = "nobody";
  private static final int USUAL = 250;

  private final DomainOwners owners;
  private final DomainOwnerAssignment handOver;
  private final OwnerLookup known;
  private final Accounts accounts;

  DomainOwnersController(
      DomainOwners owners, DomainOwnerAssignment handOver, OwnerLookup known, Accounts accounts) {
    this.known = known;
    this.owners = owners;
    this.handOver = handOver;
    this.accounts = accounts;
  }

  /** Gives all names of an owner in an account to another one, except those with an open order. */
  @PostMapping(
      path = "/api/v1/domain-owners",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  HandOverView handOver(@RequestBody JsonNode body, Authentication login) {
    JsonMembers fields = RequestRejected.fields(body);
    fields.refuseUnknown(MEMBERS);
    String account = fields.required("account", this::known);
    Owner from = fields.required("from", this::knownOwner);
    Owner to = fields.required("to", Owner::of);
    String reason = fields.required("reason");
    RequestRejected.ifWrong(fields);
    try {
      DomainOwnerAssignment.Given done =
          handOver.all(
              Objects.requireNonNull(account),
              Objects.requireNonNull(from),
              Objects.requireNonNull(to),
              login.getName(),
              Objects.requireNonNull(reason));
      log.info(
          "{} names of {} on account {} were given to {} by {}",
          done.given(),
          from,
          account,
          to,
          login.getName());
      return new HandOverView(done.given(), done.busy().stream().map(DomainName::ascii).toList());
    } catch (InvalidValue e) {
      throw new RequestRejected(List.of(new FieldProblem("to", "INVALID", e.getMessage())));
    }
  }

  /**
   * What happened to the names.
   *
   * @param given how many have another owner now
   * @param busy those with an open order, or that an order is about to bring: to be handed over
   *     later
   */
  record HandOverView(int given, List<String> busy) {}

  /** An owner that owns something, or could. */
  private Owner knownOwner(String text) {
    Owner owner = Owner.of(text);
    if (!owners.hasAny(owner) && known.find(owner).isEmpty()) {
      throw new InvalidValue(
          "has no names, and is not a client, group of clients or billing login here");
    }
    return owner;
  }

  private String known(String account) {
    if (accounts.find(account).isEmpty()) {
      throw new InvalidValue("is not an account here");
    }
    return account;
  }

  @GetMapping(path = "/api/v1/domain-owners", produces = MediaType.APPLICATION_JSON_VALUE)
  DomainOwnerList list(@RequestParam Map<String, String> parameters) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach(node::put);
    JsonMembers fields = new JsonMembers(node);
    fields.refuseUnknown(PARAMETERS);
    boolean nobodys = NOBODY.equals(parameters.get("owner"));
    Owner owner = nobodys ? null : fields.optional("owner", Owner::of);
    String account = fields.optional("account", this::known);
    String[] after = fields.optional("after", DomainOwnersController::position);
    Integer limit = fields.optional("limit", RequestValue::limit);
    RequestRejected.ifWrong(fields);
    int most = limit == null ? USUAL : limit;
    return DomainOwnerList.of(
        owners.list(
            account,
            owner,
            nobodys,
            after == null ? "" : after[0],
            after == null ? "" : after[1],
            most + 1),
        most);
  }

  private static String[] position(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 2) {
      throw new InvalidValue("must be the value of next from the previous page");
    }
    return parts;
  }
}
