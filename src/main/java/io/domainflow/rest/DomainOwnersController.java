package io.domainflow.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.OrderFields;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.Owner;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists whose names are, and which are nobody's, for staff. */
@RestController
class DomainOwnersController {

  private static final Set<String> PARAMETERS = Set.of("account", "owner", "after", "limit");
  private static final String NOBODY = "nobody";
  private static final int USUAL = 250;

  private final DomainOwners owners;

  DomainOwnersController(DomainOwners owners) {
    this.owners = owners;
  }

  @GetMapping(path = "/api/v1/domain-owners", produces = MediaType.APPLICATION_JSON_VALUE)
  DomainOwnerList list(@RequestParam Map<String, String> parameters) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach(node::put);
    OrderFields fields = new OrderFields(node);
    fields.refuseUnknown(PARAMETERS);
    boolean nobodys = NOBODY.equals(parameters.get("owner"));
    Owner owner = nobodys ? null : fields.optional("owner", Owner::of);
    String account = fields.optional("account");
    String[] after = fields.optional("after", DomainOwnersController::position);
    Integer limit = fields.optional("limit", EndingQuery::limit);
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
      throw new InvalidValue("must be what the page before had as next");
    }
    return parts;
  }
}
