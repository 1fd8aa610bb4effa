package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ListBookings.Booking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@link ListBookings} as {@code QueryAccountingList}, whose rows have no number: one is derived
 * from the content of the row and the number of identical rows before it. That a price below zero
 * is a charge is inferred from the sums, which add up to the balance; HEXONET's list is read in the
 * same way.
 */
final class ListBookingsCodec implements Codec<ListBookings, ListBookings.Result> {

  @Override
  public String name(ListBookings command) {
    return "QueryAccountingList";
  }

  @Override
  public Map<String, String> parameters(ListBookings command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("MINDATE", CommandText.date(command.since()));
    parameters.put("ORDERBY", "ACCOUNTINGDATE");
    parameters.put("FIRST", String.valueOf(command.first()));
    parameters.put("LIMIT", String.valueOf(ListBookings.PART));
    return parameters;
  }

  @Override
  public ListBookings.Result result(ListBookings command, RegistrarResponse response) {
    int rows = Columns.rows(response, "ACCOUNTINGDATE");
    int next = command.first() + rows;
    Map<String, Integer> alike = new HashMap<>();
    List<Booking> bookings = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      String stated = stated(response, row);
      int before = alike.merge(stated, 1, Integer::sum) - 1;
      booking(response, row, before == 0 ? stated : stated + " #" + before)
          .ifPresent(bookings::add);
    }
    bookings.sort(Comparator.comparing(Booking::at));
    return new ListBookings.Result(
        bookings,
        rows > 0 && next < Columns.total(response).orElse(0)
            ? Optional.of(next)
            : Optional.empty());
  }

  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,9}(\\.\\d{1,4})?");

  private static String stated(RegistrarResponse response, int row) {
    return Stream.of("ACCOUNTINGDATE", "ACCOUNTINGTYPE", "ACCOUNTINGDESCRIPTION", "ACCOUNTINGPRICE")
        .flatMap(column -> response.at(column, row).stream())
        .collect(Collectors.joining(" "));
  }

  private static Optional<Booking> booking(RegistrarResponse response, int row, String id) {
    String description = response.at("ACCOUNTINGDESCRIPTION", row).orElse("");
    return response
        .instantAt("ACCOUNTINGDATE", row)
        .flatMap(
            at -> charged(response, row).map(charged -> new Booking(id, at, description, charged)));
  }

  private static Optional<Money> charged(RegistrarResponse response, int row) {
    return response
        .at("ACCOUNTINGPRICE", row)
        .filter(amount -> AMOUNT.matcher(amount).matches())
        .flatMap(
            amount ->
                response
                    .at("ACCOUNTINGCURRENCY", row)
                    .flatMap(ListBookingsCodec::currency)
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
