package io.domainflow.rest.tld;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.Text;
import io.domainflow.registrar.AvailabilityCheck;
import io.domainflow.registrar.PricedOperation;
import io.domainflow.rest.RequestRejected;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that somebody asks for.
 *
 * @param names as they were sent; whether each is a valid name is checked later
 */
record AvailabilityQuery(String account, List<String> names, Set<PricedOperation> operations) {

  static final Set<String> MEMBERS = Set.of("account", "domains", "operations");

  /**
   * Reads the body of a request.
   *
   * @throws RequestRejected with every problem found
   */
  static AvailabilityQuery of(JsonNode body) {
    JsonMembers fields = RequestRejected.fields(body);
    fields.refuseUnknown(MEMBERS);
    String account = fields.required("account");
    List<String> names = names(body.get("domains"), fields);
    Set<PricedOperation> operations = EnumSet.noneOf(PricedOperation.class);
    operations.addAll(fields.list("operations", text -> Text.oneOf(PricedOperation.class, text)));
    RequestRejected.ifWrong(fields);
    return new AvailabilityQuery(
        Objects.requireNonNull(account),
        names,
        operations.isEmpty() ? EnumSet.of(PricedOperation.REGISTER) : operations);
  }

  // A text that is not a name gets an answer of its own, and does not spoil the others.
  private static List<String> names(@Nullable JsonNode domains, JsonMembers fields) {
    if (domains == null || domains.isNull()) {
      fields.problem("domains", "REQUIRED", "is required");
      return List.of();
    }
    if (!domains.isArray() || domains.isEmpty() || domains.size() > AvailabilityCheck.MOST) {
      fields.problem(
          "domains",
          domains.isArray() ? "INVALID" : "WRONG_TYPE",
          "must be a list of 1 to " + AvailabilityCheck.MOST + " names");
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < domains.size(); i++) {
      if (domains.get(i).isTextual()) {
        names.add(domains.get(i).textValue().strip());
      } else {
        fields.problem("domains[" + i + "]", "WRONG_TYPE", "must be a text");
      }
    }
    return names;
  }
}
