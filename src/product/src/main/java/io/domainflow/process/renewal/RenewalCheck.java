package io.domainflow.process.renewal;

import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RenewalOrder;
import io.domainflow.order.progress.Renewal;
import io.domainflow.process.domain.NameInAccount;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadRegistryRules;
import io.domainflow.registrar.command.ReadRenewalPrice;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks a name before a renewal or restore is bought: whether its period ends when the caller
 * believes, whether it can be renewed now and for that long, and what that costs. The result
 * depends on the order, the registrar's data, and the time.
 */
@Component
class RenewalCheck {

  // A renewal that is paid in advance moves this date by a year; otherwise the two differ by hours
  // at most.
  private static final Duration SAME = Duration.ofDays(2);

  private final NameInAccount names;
  private final Clock clock;
  private final RegistrarCodes codes;

  RenewalCheck(NameInAccount names, Clock clock, RegistrarCodes codes) {
    this.names = names;
    this.clock = clock;
    this.codes = codes;
  }

  /**
   * What else is known of the name and the order.
   *
   * @param restored whether the order has restored the name
   * @param planned the plan of the last check; null before the first
   * @param expiry the end of its period as last read, looked up only for a deleted name, which no
   *     longer shows a date. Empty if it was never read
   * @param automaticRestore whether a renewal may restore a deleted name in this account
   */
  record Known(
      boolean restored,
      @Nullable Renewal planned,
      Supplier<Optional<LocalDate>> expiry,
      BooleanSupplier automaticRestore) {}

  /** The state of the name and what can be done. */
  sealed interface Result {

    /**
     * The name can be renewed.
     *
     * @param domain the name as read
     * @param quote the price, including a restore that this order has paid for; null where the
     *     registrar does not state it
     * @param priceToApprove whether somebody has to agree to it
     * @param chargedLater when the registrar charges it; null where it does so at once
     */
    record Renewable(
        ReadDomain.Result domain,
        Renewal renewal,
        @Nullable Quote quote,
        boolean priceToApprove,
        @Nullable Instant chargedLater)
        implements Result {}

    /** The name is deleted and can be restored. */
    record Deleted() implements Result {}

    /** The order has restored it, and there is nothing left to buy. */
    record Back(ReadDomain.Result domain) implements Result {}

    /** Nothing can be done. */
    record Impossible(Failure failure) implements Result {}

    /** Somebody has to correct something first. */
    record Blocked(ReadDomain.Result domain, String words) implements Result {}
  }

  /** Checks the name; changes nothing. */
  Result check(ProvisioningOrder order, Known known, Reader registrar) {
    OrderContent content = order.content();
    NameInAccount.Presence name = names.find(content.domain(), registrar);
    if (name instanceof NameInAccount.Presence.Absent absent) {
      return notHere(order, absent.failure(), known, registrar);
    }
    ReadDomain.Result domain = ((NameInAccount.Presence.Here) name).domain();
    if (domain.lostToDeletion()) {
      return new Result.Impossible(RenewalFailures.beingDeleted(order));
    }
    if (content.operation() == Operation.RESTORE && !known.restored()) {
      return new Result.Impossible(RenewalFailures.notDeleted(order, domain));
    }
    Instant expiresAt = domain.expiresAt();
    if (expiresAt == null || domain.pendingCreate()) {
      return new Result.Impossible(
          RenewalFailures.withoutPeriod(order, codes.code(RefusalReason.TOO_EARLY_TO_RENEW)));
    }
    int years = years(order, domain, expiresAt, known.restored());
    if (years <= 0) {
      return new Result.Back(domain);
    }
    Optional<Failure> obstacle =
        known.restored() ? Optional.empty() : dates(order, domain, expiresAt);
    return obstacle
        .<Result>map(Result.Impossible::new)
        .orElseGet(
            () ->
                renewable(order, domain, expiresAt, new Period(years), known.planned(), registrar));
  }

  private Result notHere(ProvisioningOrder order, Failure absent, Known known, Reader registrar) {
    OrderContent content = order.content();
    if (known.restored()) {
      return new Result.Impossible(RenewalFailures.deletedAgain(order));
    }
    if (!registrar.ask(new ReadDeletedDomain(content.domain())).restorable()) {
      return new Result.Impossible(
          names.justDeleted(content.account(), content.domain()).orElse(absent));
    }
    if (content.operation() == Operation.RESTORE) {
      return new Result.Deleted();
    }
    LocalDate believed = content.as(RenewalOrder.class).believedExpiry();
    Optional<LocalDate> expiry = known.expiry().get();
    if (expiry.isPresent() && !expiry.get().equals(believed)) {
      return new Result.Impossible(RenewalFailures.expiryDiffers(order, believed, expiry.get()));
    }
    return known.automaticRestore().getAsBoolean()
        ? new Result.Deleted()
        : new Result.Impossible(RenewalFailures.restoreNeeded(order));
  }

  /**
   * How many years to buy. After a restore, the period ends when it did before, or when the
   * registry has moved the end meanwhile: only the missing years are bought after it.
   */
  private int years(
      ProvisioningOrder order, ReadDomain.Result domain, Instant expiresAt, boolean restored) {
    if (!restored) {
      return order.content().as(RenewalOrder.class).period().years();
    }
    // What the registrar has booked with the restore is paid, whether carried out or not.
    LocalDate end = RenewalDates.day(Objects.requireNonNullElse(domain.periodEnd(), expiresAt));
    int missing = Period.fewestYears(end, RenewalDates.day(clock.instant()));
    if (!(order.content().details() instanceof RenewalOrder renewal)) {
      return missing;
    }
    int wanted = renewal.period().years();
    return Math.max(
        missing,
        Math.min(wanted, renewal.believedExpiry().plusYears(wanted).getYear() - end.getYear()));
  }

  private static Optional<Failure> dates(
      ProvisioningOrder order, ReadDomain.Result domain, Instant expiresAt) {
    Instant paidUntil = Objects.requireNonNullElse(domain.paidUntil(), expiresAt);
    if (paidUntil.isAfter(expiresAt.plus(SAME))) {
      return Optional.of(
          domain.renewalOrdered()
              ? RenewalFailures.orderedAlready(
                  order, expiresAt, paidUntil, domain.finalizationDate())
              : RenewalFailures.paidAlready(order, expiresAt, paidUntil));
    }
    LocalDate believed = order.content().as(RenewalOrder.class).believedExpiry();
    return RenewalDates.day(expiresAt).equals(believed)
        ? Optional.empty()
        : Optional.of(RenewalFailures.expiryDiffers(order, believed, RenewalDates.day(expiresAt)));
  }

  private Result renewable(
      ProvisioningOrder order,
      ReadDomain.Result domain,
      Instant expiresAt,
      Period period,
      @Nullable Renewal planned,
      Reader registrar) {
    ReadRegistryRules.Result zone = registrar.ask(new ReadRegistryRules(order.content().domain()));
    Integer refused = planned == null ? null : planned.refusalCode();
    RefusalReason why = refused == null ? null : codes.reason(refused);
    boolean tooEarly = why == RefusalReason.TOO_EARLY_TO_RENEW;
    // The registrar's answer to a renewal command counts more than its list of rules.
    boolean onCommand = zone.explicitRenewal() && why != RefusalReason.NOT_OFFERED;
    if (tooEarly || (!onCommand && isBeforePayment(expiresAt, zone))) {
      return new Result.Impossible(
          RenewalFailures.tooEarly(
              order, expiresAt, zone.earliestPayment(), tooEarly ? refused : null));
    }
    List<Period> offered = zone.renewalPeriods();
    if ((!offered.isEmpty() && !offered.contains(period))
        || RenewalDates.isBeyondTenYears(expiresAt, period, clock.instant())) {
      return new Result.Impossible(
          RenewalFailures.periodNotOffered(order, period, expiresAt, offered));
    }
    // A refusal of the registrar is shown until somebody acts on it.
    if (order.purchase().refusal() != null) {
      return new Result.Blocked(domain, order.purchase().refusal().words());
    }
    String priceClass = domain.ownPrice() ? domain.priceClass() : null;
    Quote quote = quote(order, domain, period, registrar);
    boolean limited = isLimited(order, priceClass);
    if (limited && quote == null) {
      return new Result.Blocked(domain, "the registrar states no price for the renewal");
    }
    return new Result.Renewable(
        domain,
        new Renewal(
            expiresAt,
            Objects.requireNonNullElse(domain.paidUntil(), expiresAt),
            domain.failureDate(),
            period,
            priceClass,
            onCommand,
            null,
            null,
            null),
        quote,
        limited && quote != null && !quote.isCoveredBy(order.content().acceptPrice()),
        onCommand || !registrar.chargesRenewalsLater() ? null : chargedLater(domain, expiresAt));
  }

  // Such a registrar has one renewal date, whatever happens on it.
  private @Nullable Instant chargedLater(ReadDomain.Result domain, Instant expiresAt) {
    Instant at =
        Stream.of(domain.finalizationDate(), domain.accountingDate(), domain.failureDate())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(expiresAt);
    return at.isAfter(clock.instant()) ? at : null;
  }

  /**
   * Whether it may be bought only at an agreed price.
   *
   * @param priceClass the registrar's class of a premium name; null for other names
   */
  static boolean isLimited(ProvisioningOrder order, @Nullable String priceClass) {
    return priceClass != null
        || order.content().acceptPrice() != null
        || order.purchase().price() != null;
  }

  private boolean isBeforePayment(Instant expiresAt, ReadRegistryRules.Result zone) {
    return zone.earliestPayment() != null
        && clock.instant().isBefore(expiresAt.plus(zone.earliestPayment()));
  }

  private static @Nullable Quote quote(
      ProvisioningOrder order, ReadDomain.Result domain, Period period, Reader registrar) {
    Optional<Money> price = price(order.content(), period, registrar);
    Money paid = order.purchase().price();
    if (price.isEmpty() || (paid != null && !paid.currency().equals(price.get().currency()))) {
      return null;
    }
    Money total =
        paid == null
            ? price.get()
            : new Money(price.get().amount().add(paid.amount()), paid.currency());
    return new Quote(
        domain.priceClass() == null
            ? registrar.priceClassOf(order.content().domain())
            : domain.priceClass(),
        total,
        null);
  }

  /** The price of the further years, without what was paid before. */
  static Optional<Money> price(OrderContent order, Period period, Reader registrar) {
    return registrar
        .ask(new ReadRenewalPrice(order.domain()))
        .perYear()
        .map(
            year ->
                new Money(
                    year.amount().multiply(BigDecimal.valueOf(period.years())), year.currency()));
  }
}
