package io.domainflow.registrar;

import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.registrar.command.ReadAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The prices of an account, by price class. A price is empty if the registrar does not state it.
 */
public final class PriceList {

  private final ReadAccount.Result prices;
  private final UnaryOperator<String> classOfZone;
  private final Instant asOf;

  PriceList(ReadAccount.Result prices, UnaryOperator<String> classOfZone, Instant asOf) {
    this.prices = prices;
    this.classOfZone = classOfZone;
    this.asOf = asOf;
  }

  /** The list of an account without stated prices. */
  static PriceList empty(Instant asOf) {
    return new PriceList(new ReadAccount.Result(null, null, Map.of()), zone -> zone, asOf);
  }

  /** When the list was read. */
  public Instant asOf() {
    return asOf;
  }

  /** Currency of the account, ISO 4217; null if not stated. */
  public @Nullable String currency() {
    return prices.currency();
  }

  /**
   * The price of an operation for ordinary names.
   *
   * @param zone such as {@code co.uk}
   * @param period the period of a registration or a renewal; null for the others
   */
  public Optional<Money> ofZone(PricedOperation operation, String zone, @Nullable Period period) {
    return of(operation, classOfZone.apply(zone), period);
  }

  /** The same for the zone of a name. */
  public Optional<Money> ofZone(
      PricedOperation operation, DomainName name, @Nullable Period period) {
    return ofZone(operation, name.zone(), period);
  }

  /**
   * The price of an operation in a price class.
   *
   * @param period the period of a registration or a renewal; null for the others
   */
  public Optional<Money> of(PricedOperation operation, String priceClass, @Nullable Period period) {
    return switch (operation) {
      case REGISTER -> prices.registrationPrice(priceClass, term(period));
      case TRANSFER -> prices.transferPrice(priceClass);
      case RENEW -> prices.annualPrice(priceClass).map(year -> times(term(period).years(), year));
      case RESTORE -> prices.restorePrice(priceClass);
      case CHANGE_REGISTRANT -> prices.tradePrice(priceClass);
    };
  }

  private static Period term(@Nullable Period period) {
    return Objects.requireNonNull(period, "a registration and a renewal are for a period");
  }

  private static Money times(int years, Money year) {
    return new Money(year.amount().multiply(BigDecimal.valueOf(years)), year.currency());
  }
}
