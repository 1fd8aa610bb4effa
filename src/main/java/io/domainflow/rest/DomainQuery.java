package io.domainflow.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.EndingPage.Position;
import io.domainflow.order.OrderFields;
import io.domainflow.order.StoredDomains;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * Which names are asked for.
 *
 * @param before only those that end before then and are not paid for; null for all that are here
 * @param domain ASCII form, with a {@code *} at its start or end for any text; null for all
 * @param account null for all
 * @param after null for the first page, and where all are asked for
 * @param afterName the same where all are asked for
 */
record DomainQuery(
    Instant before,
    String domain,
    String account,
    Position after,
    StoredDomains.Key afterName,
    int limit) {

  private static final int MOST = 250;

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
    OrderFields fields = new OrderFields(node);
    fields.refuseUnknown(PARAMETERS);
    Instant before = fields.optional("expiringBefore", DomainQuery::time);
    String domain = fields.optional("domain", OrderQuery::domain);
    String account = fields.optional("account");
    boolean all = !fields.mentions("expiringBefore");
    Position after = all ? null : fields.optional("after", DomainQuery::position);
    StoredDomains.Key afterName = all ? fields.optional("after", DomainQuery::name) : null;
    Integer limit = fields.optional("limit", DomainQuery::limit);
    if (!all && before == null && fields.problems().isEmpty()) {
      fields.problem("expiringBefore", "REQUIRED", "is empty; leave it out for all domains");
    }
    RequestRejected.ifWrong(fields);
    return new DomainQuery(before, domain, account, after, afterName, limit == null ? MOST : limit);
  }

  static Instant time(String text) {
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
    return encoded(position.expires() + " " + position.account() + " " + position.domain());
  }

  /** The same among all names. */
  static String cursor(StoredDomains.Key name) {
    return encoded(name.account() + " " + name.domain());
  }

  private static Position position(String cursor) {
    String[] parts = decoded(cursor, 3);
    return new Position(AccountReader.time(parts[0]), parts[1], parts[2]);
  }

  private static StoredDomains.Key name(String cursor) {
    String[] parts = decoded(cursor, 2);
    return new StoredDomains.Key(parts[0], parts[1]);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String[] decoded(String cursor, int length) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
      if (parts.length == length && String.join("", parts).chars().allMatch(c -> c > ' ')) {
        return parts;
      }
    } catch (IllegalArgumentException e) {
      // not base64: said below
    }
    throw new InvalidValue("must be what the page before had as next");
  }
}
