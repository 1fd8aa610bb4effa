package io.domainflow.rest.analysis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.analysis.FigureCriteria;
import io.domainflow.analysis.FigureHead;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.intake.OrderFields;
import io.domainflow.order.wanted.Operation;
import io.domainflow.rest.RequestRejected;
import io.domainflow.rest.RequestValue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which figures are asked for.
 *
 * @param csv as a table for a spreadsheet
 */
record FigureQuery(FigureCriteria wish, boolean csv) {

  /**
   * Reads the parameters of a request.
   *
   * @param head of the figure, which says what it can be narrowed by
   * @param today in UTC
   * @throws RequestRejected with every problem found
   */
  static FigureQuery of(FigureHead head, Map<String, String> parameters, LocalDate today) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach(node::put);
    OrderFields fields = new OrderFields(node);
    Set<String> known = new HashSet<>(Set.of("format"));
    head.filters().forEach(filter -> known.add(filter.name().toLowerCase(Locale.ROOT)));
    if (head.hasPeriod()) {
      known.addAll(Set.of("from", "to"));
    }
    fields.refuseUnknown(known);
    Boolean csv = fields.optional("format", RequestValue::isCsv);
    Operation operation = fields.optional("operation", FigureQuery::operation);
    String account = fields.optional("account");
    String tld = fields.optional("tld", FigureQuery::tld);
    Days days = head.hasPeriod() ? Days.of(fields, today) : new Days(null, null);
    RequestRejected.ifWrong(fields);
    return new FigureQuery(
        new FigureCriteria(days.from(), days.to(), operation, account, tld),
        Boolean.TRUE.equals(csv));
  }

  private static Operation operation(String text) {
    return Arrays.stream(Operation.values())
        .filter(operation -> operation.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    "must be one of "
                        + Arrays.stream(Operation.values())
                            .map(Enum::name)
                            .collect(Collectors.joining(", "))));
  }

  private static String tld(String text) {
    if (!text.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
      throw new InvalidValue("must be a top-level domain in ASCII without a dot in front");
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
