package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.state.Transaction;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryExchangeRatesHandler implements CommandHandler {

  private static final int MOST_ROWS = 100;
  private static final int OLDEST_DAYS = 31;

  /** As in the example of API/USER/ACCOUNT/GETCURRENTEXCHANGERATES.md. */
  private static final Map<String, String> RATES =
      new TreeMap<>(
          Map.of(
              "AUD", "1.424",
              "CAD", "1.456",
              "CHF", "1.0758",
              "CNY", "7.3816",
              "DKK", "7.4434",
              "GBP", "0.86638",
              "PLN", "4.4245",
              "SEK", "9.851",
              "USD", "1.0765",
              "ZAR", "15.268"));

  private final Clock clock;

  QueryExchangeRatesHandler(Clock clock) {
    this.clock = clock;
  }

  private record Rate(String currency, LocalDate day) {}

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    List<LocalDate> days = days(call);
    Page<Rate> page =
        Page.of(
            RATES.keySet().stream()
                .filter(currency -> call.value("CURRENCYTO").map(currency::equals).orElse(true))
                .flatMap(currency -> days.stream().map(day -> new Rate(currency, day)))
                .toList(),
            call,
            MOST_ROWS);
    return page.answer()
        .with("CURRENCYFROM", page.column(rate -> "EUR"))
        .with("CURRENCYTO", page.column(Rate::currency))
        .with("DATE", page.column(rate -> rate.day().toString()))
        .with("RATE", page.column(rate -> RATES.get(rate.currency())));
  }

  private List<LocalDate> days(ReceivedCommand call) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Optional<LocalDate> from = date("MINDATE", call);
    Optional<LocalDate> to = date("MAXDATE", call).filter(day -> day.isBefore(today));
    LocalDate last = to.orElse(today);
    LocalDate first = from.orElse(last);
    return Stream.iterate(
            today.minusDays(OLDEST_DAYS), day -> !day.isAfter(last), day -> day.plusDays(1))
        .filter(day -> !day.isBefore(first))
        .toList();
  }

  private static Optional<LocalDate> date(String parameter, ReceivedCommand call) {
    return call.value(parameter)
        .map(text -> LocalDate.ofInstant(RegistrarDate.parse(parameter, text), ZoneOffset.UTC));
  }
}
