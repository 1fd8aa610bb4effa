package io.domainflow.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.OrderFields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/** Days of UTC that are looked at, the first and the last among them. */
record Days(LocalDate from, LocalDate to) {

  private static final int MOST = 366;
  private static final int USUAL = 30;

  /**
   * Reads {@code from} and {@code to} of a request; without them the last thirty days.
   *
   * @throws RequestRejected with every problem found
   */
  static Days of(Map<String, String> parameters, Instant now) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach(node::put);
    OrderFields fields = new OrderFields(node);
    fields.refuseUnknown(Set.of("from", "to"));
    LocalDate from = fields.optional("from", Days::day);
    LocalDate to = fields.optional("to", Days::day);
    RequestRejected.ifWrong(fields);
    LocalDate last = to == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : to;
    LocalDate first = from == null ? last.minusDays(USUAL - 1L) : from;
    if (first.isAfter(last)) {
      fields.problem("to", "INVALID", "must not be before the first day");
    } else if (first.plusDays(MOST).isBefore(last.plusDays(1))) {
      fields.problem("from", "INVALID", "must be at most " + MOST + " days before the last day");
    }
    RequestRejected.ifWrong(fields);
    return new Days(first, last);
  }

  static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 2000 && day.getYear() < 2200) {
        return day;
      }
    } catch (DateTimeException e) {
      // no day: said below
    }
    throw new InvalidValue("must be a date such as 2027-01-31");
  }
}
