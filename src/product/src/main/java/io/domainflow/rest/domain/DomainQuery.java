package io.domainflow.rest.domain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.json.JsonMembers;
import io.domainflow.order.domain.ExpiringPage.Position;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.rest.PageCursor;
import io.domainflow.rest.RequestRejected;
import io.domainflow.rest.RequestValue;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which names are requested.
 *
 * @param before only those that expire before then and are not paid for; null for all that are here
 * @param domain ASCII form, with a {@code *} at its start or end for any text; null for all
 * @param account null for all
 * @param after null for the first page, and for the list of all names
 * @param afterName the same for the list of all names
 */
record DomainQuery(
    @Nullable Instant before,
    @Nullable String domain,
    @Nullable String account,
    @Nullable Position after,
    StoredDomains.@Nullable Key afterName,
    int limit) {

  private static final Set<String> PARAMETERS =
      Set.of("expiringBefore", "domain", "account", "after", "limit");

  /**
   * Reads the parameters of a request.
   *
   * @throws RequestRejected with every problem found
   */
  static DomainQuery of(Map<String, String> parameters) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach(node::put);
    JsonMembers fields = new JsonMembers(node);
    fields.refuseUnknown(PARAMETERS);
    Instant before = fields.optional("expiringBefore", RequestValue::timeOrDay);
    String domain = fields.optional("domain", RequestValue::domainPattern);
    String account = fields.optional("account");
    boolean all = !fields.mentions("expiringBefore");
    Position after = all ? null : fields.optional("after", DomainQuery::position);
    StoredDomains.Key afterName = all ? fields.optional("after", DomainQuery::name) : null;
    Integer limit = fields.optional("limit", RequestValue::limit);
    if (!all && before == null && fields.problems().isEmpty()) {
      fields.problem("expiringBefore", "REQUIRED", "is empty; leave it out for all domains");
    }
    RequestRejected.ifWrong(fields);
    return new DomainQuery(
        before,
        domain,
        account,
        after,
        afterName,
        limit == null ? RequestValue.LONGEST_PAGE : limit);
  }

  /** The position at which the page after a name begins, in the list of expiring names. */
  static String cursor(Position position) {
    return PageCursor.of(position.expires(), position.account(), position.domain());
  }

  /** The same in the list of all names. */
  static String cursor(StoredDomains.Key name) {
    return PageCursor.of(name.account(), name.domain());
  }

  private static Position position(String cursor) {
    return PageCursor.read(
        cursor, 3, parts -> new Position(RequestValue.time(parts[0]), parts[1], parts[2]));
  }

  private static StoredDomains.Key name(String cursor) {
    return PageCursor.read(cursor, 2, parts -> new StoredDomains.Key(parts[0], parts[1]));
  }
}
