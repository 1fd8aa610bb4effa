package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.Numbers;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of an answer. Where the registrar's pages and its modules use different names
 * for a column, both are read.
 */
final class Columns {

  private static final int USUAL_DECIMALS = 2;

  private Columns() {}

  /** The number of rows in a list, by the columns that can be its key. */
  static int rows(RegistrarResponse response, String... keys) {
    return Arrays.stream(keys)
        .mapToInt(key -> response.properties().getOrDefault(key, List.of()).size())
        .max()
        .orElse(0);
  }

  /** The value in a row, from the first of the names that has one. */
  static Optional<String> at(RegistrarResponse response, int row, String... names) {
    return Arrays.stream(names).flatMap(name -> response.at(name, row).stream()).findFirst();
  }

  /** The same, as a point in time. */
  static @Nullable Instant instant(RegistrarResponse response, int row, String... names) {
    return Arrays.stream(names)
        .flatMap(name -> response.instantAt(name, row).stream())
        .findFirst()
        .orElse(null);
  }

  /** All values of the first of the names that has any. */
  static List<String> all(RegistrarResponse response, String... names) {
    return Arrays.stream(names)
        .map(response::all)
        .filter(values -> !values.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** An amount with its currency; empty if one of them is missing or cannot be read. */
  static Optional<Money> money(
      RegistrarResponse response, int row, String amount, String currency) {
    Optional<String> stated = response.at(amount, row);
    Optional<String> of = response.at(currency, row);
    if (stated.isEmpty() || of.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(plain(Money.of(stated.get(), of.get())));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  // The registrar calculates with four decimals, of which usually two are zero.
  private static Money plain(Money money) {
    BigDecimal shortest = money.amount().stripTrailingZeros();
    return new Money(
        shortest.setScale(Math.max(shortest.scale(), USUAL_DECIMALS)), money.currency());
  }

  /** The total number of rows; empty if not stated. */
  static Optional<Integer> total(RegistrarResponse response) {
    return response.first("TOTAL").flatMap(Numbers::read);
  }

  /** Whether a name in an answer, in either spelling, is this one. */
  static boolean isName(String text, DomainName domain) {
    return text.equalsIgnoreCase(domain.ascii()) || text.equalsIgnoreCase(domain.unicode());
  }

  /** A name in our form: as A-labels in lower case. */
  static String ascii(String name) {
    return DomainName.ofManaged(name).ascii();
  }
}
