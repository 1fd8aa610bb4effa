package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.CommandText;
import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.Money;
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

/**
 * Asks for a part of what was booked on the account, oldest first: what the registrar charged, gave
 * back or was paid. How long a charge takes to show is not known.
 *
 * @param since nothing older
 * @param first how many bookings to skip
 */
public record QueryAccountingList(Instant since, int first)
    implements Query<QueryAccountingList.Result> {

  /** Bookings in one part. */
  public static final int PART = 1000;

  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,9}(\\.\\d{1,4})?");

  /**
   * The answer.
   *
   * @param next how many bookings to skip for the next part; empty if this is the last
   */
  public record Result(List<Booking> bookings, Optional<Integer> next) {}

  /**
   * One booking; those that cannot be read are left out.
   *
   * @param id the registrar's number of it
   * @param description what it was for, such as the name of a domain
   * @param charged without VAT; negative for what was given back or paid in
   */
  public record Booking(String id, Instant at, String description, Money charged) {}

  @Override
  public String name() {
    return "QueryAccountingList";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("MINDATE", CommandText.date(since));
    parameters.put("ORDERBY", "ACCOUNTINGDATE");
    parameters.put("USERDEPTH", "SELF");
    parameters.put("NOSUM", "1");
    parameters.put("FIRST", String.valueOf(first));
    parameters.put("LIMIT", String.valueOf(PART));
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    int rows = response.properties().getOrDefault("ACCOUNTINGID", List.of()).size();
    int total = response.first("TOTAL").flatMap(Numbers::read).orElse(0);
    int next = first + rows;
    return new Result(
        IntStream.range(0, rows)
            .mapToObj(i -> booking(response, i))
            .flatMap(Optional::stream)
            .toList(),
        rows > 0 && next < total ? Optional.of(next) : Optional.empty());
  }

  private static Optional<Booking> booking(IspapiResponse response, int i) {
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

  private static Optional<Money> charged(IspapiResponse response, int i) {
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
