package io.domainflow.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.Operation;
import io.domainflow.order.OrderFields;
import io.domainflow.order.OrderReference;
import io.domainflow.order.OrderSearch;
import io.domainflow.order.OrderSearch.Position;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.OrderTrouble;
import io.domainflow.order.WaitingFor;
import io.domainflow.owner.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/** Reads which orders are asked for. */
final class OrderQuery {

  private static final String METADATA = "metadata";
  private static final int USUAL = 50;

  private static final Set<String> PARAMETERS =
      Set.of(
          "domain",
          "reference",
          "account",
          "status",
          "operation",
          "waitingFor",
          "trouble",
          "createdFrom",
          "createdBefore",
          "updatedFrom",
          "updatedBefore",
          METADATA,
          "login",
          "after",
          "limit");

  private OrderQuery() {}

  /**
   * Reads the parameters of a request.
   *
   * @param caller who asks
   * @throws RequestRejected with every problem found
   */
  static OrderSearch of(MultiValueMap<String, String> parameters, Caller caller) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach((name, values) -> node.put(name, values.get(0)));
    OrderFields fields = new OrderFields(node);
    fields.refuseUnknown(PARAMETERS);
    Map<String, String> metadata = metadata(parameters.get(METADATA), fields);
    Integer limit = fields.optional("limit", DomainQuery::limit);
    OrderSearch search =
        new OrderSearch(
            caller,
            fields.optional("login"),
            fields.optional("domain", OrderQuery::domain),
            fields.optional("reference", OrderReference::of),
            fields.optional("account"),
            values(fields, "status", OrderStatus.class),
            values(fields, "operation", Operation.class),
            fields.optional("waitingFor", text -> value(text, WaitingFor.Code.class)),
            values(fields, "trouble", OrderTrouble.State.class),
            fields.optional("createdFrom", DomainQuery::time),
            fields.optional("createdBefore", DomainQuery::time),
            fields.optional("updatedFrom", DomainQuery::time),
            fields.optional("updatedBefore", DomainQuery::time),
            metadata,
            fields.optional("after", OrderQuery::position),
            limit == null ? USUAL : limit);
    RequestRejected.ifWrong(fields);
    return search;
  }

  private static Map<String, String> metadata(List<String> wanted, OrderFields fields) {
    Map<String, String> metadata = new HashMap<>();
    for (String one : wanted == null ? List.<String>of() : wanted) {
      int colon = one.indexOf(':');
      if (colon < 1 || one.chars().anyMatch(Character::isISOControl)) {
        fields.problem(METADATA, "INVALID", "must be a name and a value with a colon between them");
      } else {
        metadata.put(one.substring(0, colon), one.substring(colon + 1));
      }
    }
    return metadata;
  }

  static String domain(String text) {
    if (text.contains("*")) {
      if (!text.matches("\\*?[A-Za-z0-9.-]+\\*?")) {
        throw new InvalidValue(
            "must be a domain, or letters, digits, dots and hyphens with a * at the start or end");
      }
      return text.toLowerCase(Locale.ROOT);
    }
    return DomainName.of(text).ascii();
  }

  private static <E extends Enum<E>> Set<E> values(OrderFields fields, String name, Class<E> type) {
    EnumSet<E> values = EnumSet.noneOf(type);
    fields.optional(
        name,
        text -> {
          Arrays.stream(text.split(",", -1)).forEach(one -> values.add(value(one.strip(), type)));
          return text;
        });
    return values;
  }

  static <E extends Enum<E>> E value(String text, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    "must be one or more of "
                        + Arrays.stream(type.getEnumConstants())
                            .map(Enum::name)
                            .collect(Collectors.joining(", "))));
  }

  /** A position as callers send it back; what is in it is our own matter. */
  static String cursor(Position position) {
    String text = position.created() + " " + position.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Position position(String cursor) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
      if (parts.length == 2) {
        return new Position(AccountReader.time(parts[0]), UUID.fromString(parts[1]));
      }
    } catch (IllegalArgumentException e) {
      // neither base64 nor ours: said below
    }
    throw new InvalidValue("must be what the page before had as next");
  }
}
