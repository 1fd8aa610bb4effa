package io.domainflow.rest.tld;

import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.registrar.CheckedName;
import io.domainflow.registrar.NameStatus;
import io.domainflow.registrar.PriceList;
import io.domainflow.registrar.PricedOperation;
import io.domainflow.tld.TldPolicy;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A price that the registrar states.
 *
 * @param period the period that it is for, such as {@code 1Y}; null if it is not for a period
 */
record StatedPrice(String amount, String currency, @Nullable String period) {

  private static final Period YEAR = new Period(1);

  static StatedPrice of(Money price, @Nullable Period period) {
    return new StatedPrice(
        price.amount().toPlainString(),
        price.currency().getCurrencyCode(),
        period == null ? null : period.toString());
  }

  /** The prices of a name, for those operations whose price is stated. */
  static Map<PricedOperation, StatedPrice> ofName(
      CheckedName name,
      TldPolicy policy,
      Collection<PricedOperation> operations,
      PriceList prices) {
    // A name with a premium price and no class is not sold at the prices of its zone.
    String priceClass = name.priceClass();
    Map<PricedOperation, StatedPrice> stated =
        name.status() == NameStatus.PREMIUM && priceClass == null
            ? new EnumMap<>(PricedOperation.class)
            : priceClass == null
                ? ofTld(policy, operations, prices)
                : stated(
                    operations,
                    shortest(policy),
                    (operation, period) -> prices.of(operation, priceClass, period));
    // A premium name has the price that its availability check states, whatever its class would
    // say; a name that cannot be registered has none.
    if (name.status() != NameStatus.FREE && name.status() != NameStatus.CLAIMS) {
      stated.remove(PricedOperation.REGISTER);
    }
    if (name.status() == NameStatus.PREMIUM
        && name.price() != null
        && operations.contains(PricedOperation.REGISTER)) {
      stated.put(PricedOperation.REGISTER, of(name.price(), YEAR));
    }
    return stated;
  }

  /** The prices of non-premium names under a top-level domain. */
  static Map<PricedOperation, StatedPrice> ofTld(
      TldPolicy policy, Collection<PricedOperation> operations, PriceList prices) {
    return stated(
        operations,
        shortest(policy),
        (operation, period) -> prices.ofZone(operation, policy.tld().label(), period));
  }

  private static Map<PricedOperation, StatedPrice> stated(
      Collection<PricedOperation> operations,
      Period registered,
      BiFunction<PricedOperation, Period, Optional<Money>> prices) {
    Map<PricedOperation, StatedPrice> stated = new EnumMap<>(PricedOperation.class);
    for (PricedOperation operation : operations) {
      Period period =
          switch (operation) {
            case REGISTER -> registered;
            case RENEW -> YEAR;
            case TRANSFER, RESTORE, CHANGE_REGISTRANT -> null;
          };
      prices.apply(operation, period).ifPresent(price -> stated.put(operation, of(price, period)));
    }
    return stated;
  }

  private static Period shortest(TldPolicy policy) {
    return policy.registrationPeriods().get(0);
  }
}
