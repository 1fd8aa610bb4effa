package io.domainflow.rest.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.callback.Delivery;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.Text;
import io.domainflow.rest.PageCursor;
import io.domainflow.rest.RequestRejected;
import io.domainflow.rest.RequestValue;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are requested.
 *
 * @param state null for all
 * @param after the last position of the previous page; null for the first page
 */
record DeliveryQuery(Delivery.@Nullable State state, @Nullable Long after, int limit) {

  private static final Set<String> PARAMETERS = Set.of("state", "after", "limit");

  /**
   * Reads the parameters of a request.
   *
   * @throws RequestRejected with every problem found
   */
  static DeliveryQuery of(Map<String, String> parameters) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach(node::put);
    JsonMembers fields = new JsonMembers(node);
    fields.refuseUnknown(PARAMETERS);
    Delivery.State state = fields.optional("state", text -> Text.oneOf(Delivery.State.class, text));
    Long after = fields.optional("after", DeliveryQuery::position);
    Integer limit = fields.optional("limit", RequestValue::limit);
    RequestRejected.ifWrong(fields);
    return new DeliveryQuery(state, after, limit == null ? RequestValue.LONGEST_PAGE : limit);
  }

  /** The position at which the page after a delivery begins. */
  static String cursor(long position) {
    return PageCursor.of(position);
  }

  private static Long position(String cursor) {
    return PageCursor.read(cursor, 1, parts -> Long.valueOf(parts[0]));
  }
}
