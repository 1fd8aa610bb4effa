package io.domainflow.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.EndingPage.Position;
import io.domainflow.order.OrderFields;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * Which names that end are asked for.
 *
 * @param account null for all
 * @param after null for the first page
 */
record EndingQuery(Instant before, String account, Position after, int limit) {

  private static final int MOST = 250;

  private static final Set<String> PARAMETERS =
      Set.of("expiringBefore", "account", "after", "limit");

  /**
   * Reads the parameters of a request.
   *
   * @throws RequestRejected with every problem found
   */
  static EndingQuery of(Map<String, String> parameters) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach(node::put);
    OrderFields fields = new OrderFields(node);
    fields.refuseUnknown(PARAMETERS);
    Instant before = fields.required("expiringBefore", EndingQuery::time);
    String account = fields.optional("account");
    Position after = fields.optional("after", EndingQuery::position);
    Integer limit = fields.optional("limit", EndingQuery::limit);
    RequestRejected.ifWrong(fields);
    return new EndingQuery(before, account, after, limit == null ? MOST : limit);
  }

  private static Instant time(String text) {
    if (text.length() > "2027-01-31".length()) {
      return AccountReader.time(text);
    }
    try {
      return AccountReader.time(
          LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    } catch (DateTimeException e) {
      throw new InvalidValue(
          "must be a date such as 2027-01-31, or a time in UTC such as 2027-01-31T10:00:00Z");
    }
  }

  static Integer limit(String text) {
    if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > MOST) {
      throw new InvalidValue("must be a whole number from 1 to " + MOST);
    }
    return Integer.valueOf(text);
  }

  /** A position as callers send it back; what is in it is our own matter. */
  static String cursor(Position position) {
    String text = position.expires() + " " + position.account() + " " + position.domain();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Position position(String cursor) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
      if (parts.length == 3 && (parts[1] + parts[2]).chars().allMatch(c -> c > ' ')) {
        return new Position(AccountReader.time(parts[0]), parts[1], parts[2]);
      }
    } catch (IllegalArgumentException e) {
      // neither base64 nor ours: said below
    }
    throw new InvalidValue("must be what the page before had as next");
  }
}
