package io.domainflow.rest.analysis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.analysis.FigureCriteria;
import io.domainflow.analysis.FigureHead;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Text;
import io.domainflow.order.Failure;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.content.Operation;
import io.domainflow.rest.RequestRejected;
import io.domainflow.rest.RequestValue;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which figures are requested.
 *
 * @param csv as a table for a spreadsheet
 */
record FigureQuery(FigureCriteria criteria, boolean csv) {

  /**
   * Reads the parameters of a request.
   *
   * @param head of the figure, which says what it can be filtered by
   * @param today in UTC
   * @throws RequestRejected with every problem found
   */
  static FigureQuery of(FigureHead head, Map<String, String> parameters, LocalDate today) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach(node::put);
    JsonMembers fields = new JsonMembers(node);
    Set<String> known = new HashSet<>(Set.of("format"));
    head.filters().forEach(filter -> known.add(filter.name().toLowerCase(Locale.ROOT)));
    if (head.hasPeriod()) {
      known.addAll(Set.of("from", "to"));
    }
    fields.refuseUnknown(known);
    Boolean csv = fields.optional("format", RequestValue::isCsv);
    Operation operation = fields.optional("operation", text -> Text.oneOf(Operation.class, text));
    String account = fields.optional("account");
    String tld = fields.optional("tld", FigureQuery::tld);
    OrderStatus status = fields.optional("status", text -> Text.oneOf(OrderStatus.class, text));
    Failure.Reason reason =
        fields.optional("reason", text -> Text.oneOf(Failure.Reason.class, text));
    Integer code = fields.optional("code", FigureQuery::code);
    Days days = head.hasPeriod() ? Days.of(fields, today) : null;
    RequestRejected.ifWrong(fields);
    return new FigureQuery(
        new FigureCriteria(
            days == null ? null : days.from(),
            days == null ? null : days.to(),
            operation,
            account,
            tld,
            status,
            reason,
            code),
        Boolean.TRUE.equals(csv));
  }

  private static Integer code(String text) {
    if (!text.matches("\\d{3}")) {
      throw new InvalidValue("must be a code of three digits, such as 541");
    }
    return Integer.valueOf(text);
  }

  private static String tld(String text) {
    if (!text.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
      throw new InvalidValue("must be a top-level domain in ASCII without a dot in front");
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
