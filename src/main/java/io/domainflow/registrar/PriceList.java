package io.domainflow.registrar;

import io.domainflow.ispapi.command.StatusUser;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What an account pays for names, by the price class of a name. A price is empty where the
 * registrar does not state it.
 */
public final class PriceList {

  private final StatusUser.Result prices;
  private final Instant asOf;

  PriceList(StatusUser.Result prices, Instant asOf) {
    this.prices = prices;
    this.asOf = asOf;
  }

  /** A list of an account that the registrar states no prices for. */
  static PriceList empty(Instant asOf) {
    return new PriceList(new StatusUser.Result(null, null, Map.of()), asOf);
  }

  /** When the registrar was asked. */
  public Instant asOf() {
    return asOf;
  }

  /** Currency of the account, ISO 4217; null if not stated. */
  public String currency() {
    return prices.currency();
  }

  /** A registration for this long. */
  public Optional<Money> registration(String priceClass, Period period) {
    return prices.registrationPrice(priceClass, period);
  }

  /** A further year. */
  public Optional<Money> renewal(String priceClass) {
    return prices.annualPrice(priceClass);
  }

  public Optional<Money> transfer(String priceClass) {
    return prices.transferPrice(priceClass);
  }

  /** Having a deleted name back. */
  public Optional<Money> restore(String priceClass) {
    return prices.restorePrice(priceClass);
  }

  /** A change of registrant. */
  public Optional<Money> trade(String priceClass) {
    return prices.tradePrice(priceClass);
  }
}
