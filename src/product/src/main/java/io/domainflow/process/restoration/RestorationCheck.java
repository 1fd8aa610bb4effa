package io.domainflow.process.restoration;

import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RenewalOrder;
import io.domainflow.order.domain.DomainReading.DateKind;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.progress.Restoration;
import io.domainflow.process.domain.NameInAccount;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadAccount;
import io.domainflow.registrar.command.ReadDeletedDomain;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Checks whether a deleted name can be restored, until when, and at what price, including the years
 * that have to be bought after it. The price is the one that the registrar states for the class of
 * the zone: whether a deleted name had a price class of its own cannot be read.
 */
@Component
class RestorationCheck {

  private final NameInAccount names;
  private final StoredDomains domains;
  private final Clock clock;

  RestorationCheck(NameInAccount names, StoredDomains domains, Clock clock) {
    this.names = names;
    this.domains = domains;
    this.clock = clock;
  }

  /** The result of the check. */
  sealed interface Result {

    /** The name can be restored at this price. */
    record Restorable(Restoration restoration, Quote quote) implements Result {}

    /** The name is not deleted. */
    record Here() implements Result {}

    /** The name cannot be restored. */
    record Impossible(Failure failure) implements Result {}
  }

  Result check(ProvisioningOrder order, RegistrarGateway registrar) {
    OrderContent content = order.content();
    ReadDeletedDomain.Result deleted =
        registrar.ask(content.account(), new ReadDeletedDomain(content.domain()));
    if (!deleted.restorable()) {
      return isHere(content, registrar)
          ? new Result.Here()
          : new Result.Impossible(
              names
                  .justDeleted(content.account(), content.domain())
                  .orElseGet(
                      () ->
                          failure(
                              order,
                              Reason.NOT_REGISTERED,
                              "%s was deleted and can no longer be restored. Nothing was bought."
                                  + " Once it is free, order its registration.")));
    }
    int years = years(content, registrar.reader(content.account()));
    Optional<Prices> prices = prices(content, years, registrar);
    if (prices.isEmpty()) {
      return new Result.Impossible(
          failure(
              order,
              Reason.RESTORE_NEEDED,
              "%s was deleted, and the registrar states no price for restoring it, so nothing was"
                  + " ordered and nothing was bought. Ask the registrar for the price, and restore"
                  + " it in its panel."));
    }
    return new Result.Restorable(
        new Restoration(deleted.until(), null, years, prices.get().restore(), null, null),
        prices.get().total());
  }

  private static boolean isHere(OrderContent content, RegistrarGateway registrar) {
    return registrar.reader(content.account()).domain(content.domain()).isPresent();
  }

  // The registrar shows no dates for a deleted name; we know only what was read before, or what the
  // caller states. If neither is known, and the registrar may renew the name automatically,
  // somebody has to agree to that renewal too.
  private int years(OrderContent content, Reader registrar) {
    LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate end =
        content.details() instanceof RenewalOrder renewal
            ? renewal.believedExpiry()
            : domains
                .find(content.account(), content.domain())
                .map(known -> known.dates().get(DateKind.EXPIRES))
                .map(date -> date.at().atOffset(ZoneOffset.UTC).toLocalDate())
                .orElse(null);
    int unknown = registrar.renewsWhatIsRestored() ? 1 : 0;
    int missing = end == null ? unknown : Period.fewestYears(end, today);
    return content.details() instanceof RenewalOrder renewal
        ? Math.max(missing, renewal.period().years())
        : missing;
  }

  /**
   * The registrar's prices.
   *
   * @param total the restore and the years that are bought after it
   */
  record Prices(Money restore, Quote total) {}

  /** The price of the restore; empty where the registrar does not state all of it. */
  static Optional<Prices> prices(OrderContent content, int years, RegistrarGateway registrar) {
    Reader reader = registrar.reader(content.account());
    ReadAccount.Result prices = reader.ask(new ReadAccount());
    String priceClass = reader.priceClassOf(content.domain());
    Optional<Money> restore = prices.restorePrice(priceClass);
    if (years == 0) {
      return restore.map(price -> new Prices(price, new Quote(priceClass, price, null)));
    }
    return restore.flatMap(
        price ->
            prices
                .annualPrice(priceClass)
                .filter(year -> year.currency().equals(price.currency()))
                .map(
                    year ->
                        new Prices(price, new Quote(priceClass, sum(price, year, years), year))));
  }

  private static Money sum(Money restore, Money year, int years) {
    return new Money(
        restore.amount().add(year.amount().multiply(BigDecimal.valueOf(years))),
        restore.currency());
  }

  private static Failure failure(ProvisioningOrder order, Reason reason, String text) {
    return new Failure(reason, text.formatted(order.content().domain().unicode()), null);
  }
}
