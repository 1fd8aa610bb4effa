package io.domainflow.rest.order;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Text;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderReference;
import io.domainflow.order.list.OrderSearch;
import io.domainflow.order.list.OrderSearch.Position;
import io.domainflow.order.list.OrderSearch.Sort;
import io.domainflow.order.list.OrderSearch.Term;
import io.domainflow.order.list.OrderTrouble;
import io.domainflow.order.list.WaitingParty;
import io.domainflow.owner.Caller;
import io.domainflow.rest.PageCursor;
import io.domainflow.rest.RequestRejected;
import io.domainflow.rest.RequestValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which orders are requested.
 *
 * @param csv as a table for a spreadsheet
 */
record OrderQuery(OrderSearch search, boolean csv) {

  /** The maximum number of rows of a spreadsheet table: the first orders of the list. */
  static final int MOST_ROWS = 10_000;

  private static final String METADATA = "metadata";
  private static final int USUAL = 50;

  private static final Set<String> PARAMETERS =
      Set.of(
          "domain",
          "reference",
          "account",
          "status",
          "operation",
          "term",
          "waitingFor",
          "waitingOn",
          "trouble",
          "createdFrom",
          "createdBefore",
          "updatedFrom",
          "updatedBefore",
          METADATA,
          "login",
          "sort",
          "after",
          "limit",
          "format");

  /**
   * Reads the parameters of a request.
   *
   * @param caller who asks
   * @throws RequestRejected with every problem found
   */
  static OrderQuery of(MultiValueMap<String, String> parameters, Caller caller) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach((name, values) -> node.put(name, values.get(0)));
    JsonMembers fields = new JsonMembers(node);
    fields.refuseUnknown(PARAMETERS);
    Map<String, String> metadata = metadata(parameters.get(METADATA), fields);
    Integer limit = fields.optional("limit", RequestValue::limit);
    Sort sort = fields.optional("sort", text -> Text.oneOfSeveral(Sort.class, text));
    boolean csv = Boolean.TRUE.equals(fields.optional("format", RequestValue::isCsv));
    OrderSearch search =
        new OrderSearch(
            caller,
            fields.optional("login"),
            fields.optional("domain", RequestValue::domainPattern),
            fields.optional("reference", OrderReference::of),
            fields.optional("term", OrderQuery::term),
            fields.optional("account"),
            values(fields, "status", OrderStatus.class),
            values(fields, "operation", Operation.class),
            fields.optional("waitingFor", text -> Text.oneOfSeveral(WaitingFor.Code.class, text)),
            values(fields, "waitingOn", WaitingParty.class),
            values(fields, "trouble", OrderTrouble.State.class),
            fields.optional("createdFrom", RequestValue::timeOrDay),
            fields.optional("createdBefore", RequestValue::timeOrDay),
            fields.optional("updatedFrom", RequestValue::timeOrDay),
            fields.optional("updatedBefore", RequestValue::timeOrDay),
            metadata,
            sort == null ? Sort.LATEST_FIRST : sort,
            fields.optional("after", OrderQuery::position),
            limit != null ? limit : csv ? MOST_ROWS : USUAL);
    RequestRejected.ifWrong(fields);
    return new OrderQuery(search, csv);
  }

  // A name may be given in Unicode form, or only its beginning.
  private static Term term(String text) {
    String domain = null;
    if (text.matches("\\*?[A-Za-z0-9.-]+\\*?")) {
      domain = RequestValue.domainPattern(text.contains("*") ? text : text + "*");
    } else if (text.chars().anyMatch(c -> c > 127)) {
      domain = RequestValue.domainPattern(text);
    }
    String reference = text.matches("[A-Za-z0-9._:-]{1,64}") ? text : null;
    if (domain == null && reference == null) {
      throw new InvalidValue("must be a domain, a reference, or the beginning of one of them");
    }
    return new Term(domain, reference);
  }

  private static Map<String, String> metadata(@Nullable List<String> wanted, JsonMembers fields) {
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

  private static <E extends Enum<E>> Set<E> values(JsonMembers fields, String name, Class<E> type) {
    EnumSet<E> values = EnumSet.noneOf(type);
    fields.optional(
        name,
        text -> {
          Arrays.stream(text.split(",", -1))
              .forEach(one -> values.add(Text.oneOfSeveral(type, one.strip())));
          return text;
        });
    return values;
  }

  /** The position at which the page after an order begins. */
  static String cursor(Position position) {
    return PageCursor.of(position.created(), position.id());
  }

  private static Position position(String cursor) {
    return PageCursor.read(
        cursor, 2, parts -> new Position(RequestValue.time(parts[0]), UUID.fromString(parts[1])));
  }
}
