package io.domainflow.rest.leaving;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.Text;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransfer.State;
import io.domainflow.order.leaving.OutgoingTransferPage.Position;
import io.domainflow.rest.PageCursor;
import io.domainflow.rest.RequestRejected;
import io.domainflow.rest.RequestValue;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which outgoing transfers are requested.
 *
 * @param state null for all
 * @param domain ASCII form, with a {@code *} at its start or end for any text; null for all
 * @param account null for all
 * @param after null for the first page
 */
record OutgoingTransferQuery(
    @Nullable State state,
    @Nullable String domain,
    @Nullable String account,
    @Nullable Position after,
    int limit) {

  private static final Set<String> PARAMETERS =
      Set.of("state", "domain", "account", "after", "limit");

  /**
   * Reads the parameters of a request.
   *
   * @throws RequestRejected with every problem found
   */
  static OutgoingTransferQuery of(Map<String, String> parameters) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach(node::put);
    JsonMembers fields = new JsonMembers(node);
    fields.refuseUnknown(PARAMETERS);
    State state = fields.optional("state", text -> Text.oneOf(State.class, text));
    String domain = fields.optional("domain", RequestValue::domainPattern);
    String account = fields.optional("account");
    Position after = fields.optional("after", OutgoingTransferQuery::position);
    Integer limit = fields.optional("limit", RequestValue::limit);
    RequestRejected.ifWrong(fields);
    return new OutgoingTransferQuery(
        state, domain, account, after, limit == null ? RequestValue.LONGEST_PAGE : limit);
  }

  /** The position at which the page after a request begins. */
  static String cursor(OutgoingTransfer last) {
    Position position = Position.of(last);
    return PageCursor.of(position.foundAt(), position.id());
  }

  private static Position position(String cursor) {
    return PageCursor.read(
        cursor, 2, parts -> new Position(RequestValue.time(parts[0]), UUID.fromString(parts[1])));
  }
}
