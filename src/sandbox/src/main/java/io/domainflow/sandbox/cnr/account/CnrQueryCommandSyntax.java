package io.domainflow.sandbox.cnr.account;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.TldFields;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryCommandSyntax implements CnrHandler {

  private static final String FIELDS = "X-*";
  private static final String TEXT = "<TEXT>";
  private static final int LAST_NUMBER = 4;

  private final ObjectProvider<CnrHandler> handlers;

  /**
   * @param handlers all commands, including this one
   */
  CnrQueryCommandSyntax(ObjectProvider<CnrHandler> handlers) {
    this.handlers = handlers;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN", "COMMANDNAME").optional("NEWFORMAT", "FIRST", "LIMIT");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Map<String, Function<Row, String>> columns = Listing.columns();
    columns.put("dependency", row -> "");
    columns.put("description", Row::description);
    columns.put("paramgroup", Row::group);
    columns.put("parameter", Row::parameter);
    columns.put("range", row -> row.values().isEmpty() ? TEXT : String.join("|", row.values()));
    columns.put("required", row -> row.required() ? "1" : "0");
    columns.put("title", Row::title);
    columns.put("validation", row -> "");
    return Listing.of(call, rows(call), columns);
  }

  private List<Row> rows(ReceivedCommand call) {
    Parameters asked =
        handlers.stream()
            .filter(handler -> handler.command().equalsIgnoreCase(call.required("COMMANDNAME")))
            .map(CnrHandler::parameters)
            .findFirst()
            .orElseGet(() -> Parameters.requiring("DOMAIN").optional(FIELDS));
    List<Row> rows = new ArrayList<>();
    for (String name : asked.names()) {
      if (name.equals(FIELDS)) {
        TldFields.of(call.domain()).stream()
            .flatMap(
                field -> numbered(field.name(), call).map(parameter -> Row.of(parameter, field)))
            .forEach(rows::add);
      } else {
        // A contact may also be given in line; the parameter is the one for its handle.
        numbered(name.replace("*", ""), call)
            .map(
                parameter ->
                    Row.of(parameter, asked.required().contains(parameter.replace("#", "0"))))
            .forEach(rows::add);
      }
    }
    return rows;
  }

  private static Stream<String> numbered(String name, ReceivedCommand call) {
    return name.endsWith("#") && !call.isOn("NEWFORMAT")
        ? IntStream.rangeClosed(0, LAST_NUMBER)
            .mapToObj(number -> name.replace("#", Integer.toString(number)))
        : Stream.of(name);
  }

  /** A parameter as the answer shows it. */
  private record Row(
      String group, String parameter, boolean required, List<String> values, List<String> labels) {

    static Row of(String parameter, boolean required) {
      return new Row("General parameters", parameter, required, List.of(), List.of());
    }

    static Row of(String parameter, TldFields.Field field) {
      return new Row("Zone specific", parameter, false, field.values(), field.labels());
    }

    String title() {
      String words = parameter.replaceFirst("^X-", "").replace("-", " ");
      return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    String description() {
      return String.join("|", Stream.concat(labels.stream(), Stream.of(title())).toList());
    }
  }
}
