package io.domainflow.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.analysis.InstanceSearch;
import io.domainflow.analysis.InstanceSearch.Position;
import io.domainflow.analysis.InstanceSearch.State;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.OrderFields;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Reads which instances of a process are asked for. */
final class InstanceQuery {

  private static final int USUAL = 25;
  private static final int MOST = 100;

  private static final Set<String> PARAMETERS =
      Set.of("state", "domain", "reference", "endedFrom", "endedTo", "after", "limit");

  private InstanceQuery() {}

  /**
   * Reads the parameters of a request.
   *
   * @throws RequestRejected with every problem found
   */
  static InstanceSearch of(Map<String, String> parameters) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach(node::put);
    OrderFields fields = new OrderFields(node);
    fields.refuseUnknown(PARAMETERS);
    State state = fields.optional("state", text -> OrderQuery.value(text, State.class));
    LocalDate from = fields.optional("endedFrom", Days::day);
    LocalDate to = fields.optional("endedTo", Days::day);
    if (state == State.RUNNING && (from != null || to != null)) {
      fields.problem(
          from == null ? "endedTo" : "endedFrom",
          "NOT_OFFERED",
          "is for instances that have ended, not for running ones");
    }
    Integer limit = fields.optional("limit", InstanceQuery::limit);
    InstanceSearch search =
        new InstanceSearch(
            state,
            fields.optional("domain", OrderQuery::domain),
            fields.optional("reference"),
            from == null ? null : start(from),
            to == null ? null : start(to).plus(Duration.ofDays(1)),
            fields.optional("after", InstanceQuery::position),
            limit == null ? USUAL : limit);
    RequestRejected.ifWrong(fields);
    return search;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Integer limit(String text) {
    if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > MOST) {
      throw new InvalidValue("must be a whole number from 1 to " + MOST);
    }
    return Integer.valueOf(text);
  }

  /** A position as callers send it back; what is in it is our own matter. */
  static String cursor(Position position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            (position.at() + " " + position.instance()).getBytes(StandardCharsets.UTF_8));
  }

  private static Position position(String cursor) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
      if (parts.length == 2 && parts[1].chars().allMatch(c -> c > ' ')) {
        return new Position(AccountReader.time(parts[0]), parts[1]);
      }
    } catch (IllegalArgumentException e) {
      // neither base64 nor ours: said below
    }
    throw new InvalidValue("must be what the page before had as next");
  }
}
