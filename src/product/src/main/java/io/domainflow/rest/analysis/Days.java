package io.domainflow.rest.analysis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.InvalidValue;
import io.domainflow.rest.RequestRejected;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/** A range of days in UTC, including the first and the last. */
record Days(LocalDate from, LocalDate to) {

  private static final int USUAL = 30;
  private static final int MOST = 366;

  /**
   * Reads {@code from} and {@code to} of a request that has no other parameters.
   *
   * @param today in UTC
   * @throws RequestRejected with every problem found
   */
  static Days of(Map<String, String> parameters, LocalDate today) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach(node::put);
    JsonMembers fields = new JsonMembers(node);
    fields.refuseUnknown(Set.of("from", "to"));
    Days days = of(fields, today);
    RequestRejected.ifWrong(fields);
    return days;
  }

  /**
   * Reads {@code from} and {@code to} of a request. The default of the last day is today, that of
   * the first makes thirty days. Problems are noted in the fields.
   *
   * @param today in UTC
   */
  static Days of(JsonMembers fields, LocalDate today) {
    int before = fields.problems().count();
    LocalDate from = fields.optional("from", Days::day);
    LocalDate to = fields.optional("to", Days::day);
    boolean readable = fields.problems().count() == before;
    LocalDate last = to == null ? today : to;
    LocalDate first = from == null ? last.minusDays(USUAL - 1L) : from;
    if (readable && first.isAfter(last)) {
      fields.problem("to", "INVALID", "must not be before from; without it, it is today");
    } else if (readable && ChronoUnit.DAYS.between(first, last) >= MOST) {
      fields.problem("from", "INVALID", "must be at most " + (MOST - 1) + " days before to");
    }
    return new Days(first, last);
  }

  /** Parses a day. */
  static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 2000 && day.getYear() < 3000) {
        return day;
      }
    } catch (DateTimeException e) {
      // reported below
    }
    throw new InvalidValue("must be a day such as 2027-01-31");
  }
}
