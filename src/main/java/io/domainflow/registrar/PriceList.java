package io.domainflow.registrar;

import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.registrar.command.ReadAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an account pays for names, by the price class of a name. A price is empty where the
 * registrar does not state it.
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

  /** A list of an account that the registrar states no prices for. */
  static PriceList empty(Instant asOf) {
    return new PriceList(new ReadAccount.Result(null, null, Map.of()), zone -> zone, asOf);
  }

  /** When the registrar was asked. */
  public Instant asOf() {
    return asOf;
  }

  /** Currency of the account, ISO 4217; null if not stated. */
  public @Nullable String currency() {
    return prices.currency();
  }

  /**
   * The price of an operation for plain names.
   *
   * @param zone such as {@code co.uk}
   * @param period what a registration or a renewal is for; the others have none
   */
  public Optional<Money> ofZone(PricedOperation operation, String zone, Period period) {
    return of(operation, classOfZone.apply(zone), period);
  }

  /** Likewise for the zone of a name. */
  public Optional<Money> ofZone(PricedOperation operation, DomainName name, Period period) {
    return ofZone(operation, name.zone(), period);
  }

  /**
   * The price of an operation.
   *
   * @param period what a registration or a renewal is for; the others have none
   */
  public Optional<Money> of(PricedOperation operation, String priceClass, Period period) {
    return switch (operation) {
      case REGISTER -> prices.registrationPrice(priceClass, period);
      case TRANSFER -> prices.transferPrice(priceClass);
      case RENEW -> prices.annualPrice(priceClass).map(year -> times(period.years(), year));
      case RESTORE -> prices.restorePrice(priceClass);
      case CHANGE_REGISTRANT -> prices.tradePrice(priceClass);
    };
  }

  private static Money times(int years, Money year) {
    return new Money(year.amount().multiply(BigDecimal.valueOf(years)), year.currency());
  }
}
