package io.domainflow.sandbox.cnr.account;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryAccountingList implements CnrHandler {

  private static final String PREFIX = "ACCOUNTING";

  /** Cells that HEXONET spells differently. */
  private static final Map<String, UnaryOperator<String>> SPELLING =
      Map.of(
          "currency", cell -> cell.toUpperCase(Locale.ROOT),
          "date", cell -> cell + ".0");

  private static final Set<String> CHANGING_NOTHING =
      Set.of("REGISTRAR", "WIDE", "ORDER", "GENERATELIST", "SENDLISTEMAIL");

  /** Filters, and their names in HEXONET's list. */
  private static final Map<String, String> SAID_OTHERWISE =
      Map.of("OBJECT", "DESCRIPTION", "ACCOUNTINGTYPE", "TYPE");

  private final IspapiCommands other;

  CnrQueryAccountingList(IspapiCommands other) {
    this.other = other;
  }

  @Override
  public Parameters parameters() {
    return Parameters.none()
        .optional("MINDATE", "MAXDATE", "OBJECT", "ACCOUNTINGTYPE", "REGISTRAR", "ORDER", "ORDERBY")
        .optional("WIDE", "GENERATELIST", "SENDLISTEMAIL", "FIRST", "LIMIT");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    if (call.isOn("GENERATELIST")) {
      throw new Refusal(Code.FAILED);
    }
    Map<String, String> parameters = new LinkedHashMap<>(call.parameters());
    parameters.keySet().removeAll(CHANGING_NOTHING);
    parameters.keySet().removeAll(SAID_OTHERWISE.keySet());
    SAID_OTHERWISE.forEach(
        (here, there) -> call.value(here).ifPresent(value -> parameters.put(there, value)));
    if (call.value("ORDER").filter("DESC"::equalsIgnoreCase).isPresent()) {
      parameters.merge("ORDERBY", "DESC", String::concat);
    }
    parameters.putIfAbsent("LIMIT", "100");
    parameters.put("NOSUM", "1");
    Map<String, List<String>> columns = new TreeMap<>();
    Answer answer = Answer.of(Code.COMPLETED);
    other
        .carryOut(command(), call, parameters, transaction)
        .properties()
        .forEach(
            (name, cells) -> {
              if (name.startsWith(PREFIX)) {
                String column = small(name.substring(PREFIX.length()));
                columns.put(
                    "accounting " + column,
                    cells.stream()
                        .map(SPELLING.getOrDefault(column, UnaryOperator.identity()))
                        .toList());
              } else {
                answer.with(small(name), cells);
              }
            });
    columns.forEach(answer::with);
    return answer.with("column", new ArrayList<>(columns.keySet()));
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
