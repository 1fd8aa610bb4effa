package io.domainflow.sandbox.cnr.account;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.OtherFace;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.WireCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value =
        "CNR QueryAccountingList: filters, rows and columns of HEXONET's list, with blanks in their"
            + " names, such as accounting date; 100 rows without LIMIT",
    basis = Basis.INVENTED)
class CnrQueryAccountingList implements CnrHandler {

  private static final String PREFIX = "ACCOUNTING";

  /** Cells that HEXONET spells in another way. */
  private static final Map<String, UnaryOperator<String>> SPELLING =
      Map.of(
          "currency", cell -> cell.toUpperCase(Locale.ROOT),
          "date", cell -> cell + ".0");

  private final OtherFace other;

  CnrQueryAccountingList(OtherFace other) {
    this.other = other;
  }

  @Override
  public String command() {
    return "QueryAccountingList";
  }

  @Override
  public Parameters parameters() {
    return Parameters.none()
        .optional("MINDATE", "MAXDATE", "TYPE", "DESCRIPTION", "ORDERBY", "FIRST", "LIMIT");
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    Map<String, String> parameters = new LinkedHashMap<>(call.parameters());
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
