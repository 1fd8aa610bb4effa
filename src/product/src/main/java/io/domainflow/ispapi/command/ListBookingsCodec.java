package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.Numbers;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ListBookings.Booking;
import io.domainflow.registrar.command.ListBookings.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** {@link ListBookings} as {@code QueryAccountingList}. */
final class ListBookingsCodec implements Codec<ListBookings, ListBookings.Result> {

  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,9}(\\.\\d{1,4})?");

  @Override
  public String name(ListBookings command) {
    return "QueryAccountingList";
  }

  @Override
  public Map<String, String> parameters(ListBookings command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("MINDATE", CommandText.date(command.since()));
    parameters.put("ORDERBY", "ACCOUNTINGDATE");
    parameters.put("USERDEPTH", "SELF");
    parameters.put("NOSUM", "1");
    parameters.put("FIRST", String.valueOf(command.first()));
    parameters.put("LIMIT", String.valueOf(ListBookings.PART));
    return parameters;
  }

  @Override
  public Result result(ListBookings command, RegistrarResponse response) {
    int rows = response.properties().getOrDefault("ACCOUNTINGID", List.of()).size();
    int total = response.first("TOTAL").flatMap(Numbers::read).orElse(0);
    int next = command.first() + rows;
    return new Result(
        IntStream.range(0, rows)
            .mapToObj(i -> booking(response, i))
            .flatMap(Optional::stream)
            .toList(),
        rows > 0 && next < total ? Optional.of(next) : Optional.empty());
  }

  private static Optional<Booking> booking(RegistrarResponse response, int i) {
    Optional<Instant> at = response.instantAt("ACCOUNTINGDATE", i);
    Optional<Money> charged = charged(response, i);
    return response
        .at("ACCOUNTINGID", i)
        .filter(id -> at.isPresent() && charged.isPresent())
        .map(
            id ->
                new Booking(
                    id,
                    at.get(),
                    response.at("ACCOUNTINGDESCRIPTION", i).orElse(""),
                    charged.get()));
  }

  private static Optional<Money> charged(RegistrarResponse response, int i) {
    return response
        .at("ACCOUNTINGPRICE", i)
        .filter(price -> AMOUNT.matcher(price).matches())
        .flatMap(
            price ->
                currency(response.at("ACCOUNTINGCURRENCY", i).orElse(""))
                    .map(currency -> new Money(new BigDecimal(price).negate(), currency)));
  }

  private static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
