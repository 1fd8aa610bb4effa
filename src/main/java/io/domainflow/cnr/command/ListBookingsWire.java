package io.domainflow.cnr.command;

import io.domainflow.model.Money;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ListBookings.Booking;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.CommandText;
import io.domainflow.wire.protocol.WireResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * {@link ListBookings} as {@code QueryAccountingList}. The registrar's pages name the command;
 * parameters and columns are inferred from its counterpart at ISPAPI: an amount below zero is what
 * was charged.
 */
final class ListBookingsWire implements Wire<ListBookings, ListBookings.Result> {

  @Override
  public Class<ListBookings> command() {
    return ListBookings.class;
  }

  @Override
  public String name(ListBookings command) {
    return "QueryAccountingList";
  }

  @Override
  public Map<String, String> parameters(ListBookings command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("MINDATE", CommandText.date(command.since()));
    parameters.put("FIRST", String.valueOf(command.first()));
    parameters.put("LIMIT", String.valueOf(ListBookings.PART));
    return parameters;
  }

  @Override
  public ListBookings.Result result(ListBookings command, WireResponse response) {
    int rows = Columns.rows(response, "ACCOUNTINGID", "ACCOUNTING", "ID");
    int next = command.first() + rows;
    return new ListBookings.Result(
        IntStream.range(0, rows)
            .mapToObj(row -> booking(response, row))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparing(Booking::at))
            .toList(),
        rows > 0 && next < Columns.total(response).orElse(0)
            ? Optional.of(next)
            : Optional.empty());
  }

  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,9}(\\.\\d{1,4})?");

  private static Optional<Booking> booking(WireResponse response, int row) {
    Instant at = Columns.instant(response, row, "ACCOUNTINGDATE", "DATE");
    Optional<Money> charged = charged(response, row);
    return Columns.at(response, row, "ACCOUNTINGID", "ACCOUNTING", "ID")
        .filter(id -> at != null && charged.isPresent())
        .map(
            id ->
                new Booking(
                    id,
                    at,
                    Columns.at(response, row, "ACCOUNTINGDESCRIPTION", "DESCRIPTION").orElse(""),
                    charged.get()));
  }

  private static Optional<Money> charged(WireResponse response, int row) {
    return Columns.at(response, row, "ACCOUNTINGPRICE", "PRICE", "AMOUNT")
        .filter(amount -> AMOUNT.matcher(amount).matches())
        .flatMap(
            amount ->
                Columns.at(response, row, "ACCOUNTINGCURRENCY", "CURRENCY")
                    .flatMap(ListBookingsWire::currency)
                    .map(currency -> new Money(new BigDecimal(amount).negate(), currency)));
  }

  private static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
