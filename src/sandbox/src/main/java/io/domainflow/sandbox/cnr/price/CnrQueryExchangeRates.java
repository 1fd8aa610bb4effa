package io.domainflow.sandbox.cnr.price;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryExchangeRates implements CnrHandler {

  /** The parameters for the days, the same on both platforms. */
  private static final Set<String> DAYS = Set.of("MINDATE", "MAXDATE");

  private final IspapiCommands other;

  CnrQueryExchangeRates(IspapiCommands other) {
    this.other = other;
  }

  /** The rate from one currency to another, on a day. */
  private record Rate(String from, String to, String day, String rate) {}

  @Override
  public Parameters parameters() {
    return Parameters.none()
        .optional("CURRENCYFROM", "CURRENCYTO", "MINDATE", "MAXDATE")
        .optional("GENERATELIST", "SENDLISTEMAIL", "FIRST", "LIMIT");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    if (call.isOn("GENERATELIST")) {
      throw new Refusal(Code.FAILED);
    }
    Rates rates = Rates.of(other, call, transaction);
    List<String> days = days(call, transaction);
    String from = call.value("CURRENCYFROM").orElse("EUR").toUpperCase(Locale.ROOT);
    List<Rate> rows =
        rates.ofAEuro().keySet().stream()
            .filter(to -> call.isAnyOr("CURRENCYTO", to))
            .flatMap(
                to ->
                    rates.between(from, to).stream()
                        .flatMap(
                            rate ->
                                days.stream()
                                    .map(day -> new Rate(from, to, day, rate.toPlainString()))))
            .toList();
    Map<String, Function<Rate, String>> columns = Listing.columns();
    columns.put("currency from", Rate::from);
    columns.put("currency to", Rate::to);
    columns.put("date", Rate::day);
    columns.put("rate", Rate::rate);
    return Listing.of(call, rows, columns);
  }

  private List<String> days(ReceivedCommand call, Transaction transaction) {
    Map<String, String> parameters = new LinkedHashMap<>(call.parameters());
    parameters.keySet().retainAll(DAYS);
    // Any currency will do: at HEXONET all have the same days.
    parameters.put("CURRENCYTO", "USD");
    return other
        .carryOut(command(), call, parameters, transaction)
        .properties()
        .getOrDefault("DATE", List.of());
  }
}
