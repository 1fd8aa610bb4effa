package io.domainflow.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.callback.Delivery;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.OrderFields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * Which deliveries are asked for.
 *
 * @param state null for all
 * @param after position that the page before has ended with; null for the first page
 */
record DeliveryQuery(Delivery.State state, Long after, int limit) {

  private static final int MOST = 250;

  private static final Set<String> PARAMETERS = Set.of("state", "after", "limit");

  /**
   * Reads the parameters of a request.
   *
   * @throws RequestRejected with every problem found
   */
  static DeliveryQuery of(Map<String, String> parameters) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach(node::put);
    OrderFields fields = new OrderFields(node);
    fields.refuseUnknown(PARAMETERS);
    Delivery.State state =
        fields.optional("state", text -> AccountReader.oneOf(Delivery.State.class, text));
    Long after = fields.optional("after", DeliveryQuery::position);
    Integer limit = fields.optional("limit", DomainQuery::limit);
    RequestRejected.ifWrong(fields);
    return new DeliveryQuery(state, after, limit == null ? MOST : limit);
  }

  /** A position as callers send it back; what is in it is our own matter. */
  static String cursor(long position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Long.toString(position).getBytes(StandardCharsets.UTF_8));
  }

  private static Long position(String cursor) {
    try {
      return Long.valueOf(
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("must be what the page before had as next");
    }
  }
}
