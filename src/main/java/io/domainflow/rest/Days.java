package io.domainflow.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.OrderFields;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Days of UTC that are looked at, the first and the last among them. */
record Days(LocalDate from, LocalDate to) {

  private static final int USUAL = 30;

  /**
   * Reads {@code from} and {@code to} of a request; without them the last thirty days.
   *
   * @param today in UTC
   * @throws RequestRejected with every problem found
   */
  static Days of(Map<String, String> parameters, LocalDate today) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach(node::put);
    OrderFields fields = new OrderFields(node);
    fields.refuseUnknown(Set.of("from", "to"));
    LocalDate from = fields.optional("from", FigureQuery::day);
    LocalDate to = fields.optional("to", FigureQuery::day);
    RequestRejected.ifWrong(fields);
    LocalDate last = to == null ? today : to;
    LocalDate first = from == null ? last.minusDays(USUAL - 1L) : from;
    FigureQuery.refuseWrongPeriod(first, last, fields);
    RequestRejected.ifWrong(fields);
    return new Days(first, last);
  }
}
