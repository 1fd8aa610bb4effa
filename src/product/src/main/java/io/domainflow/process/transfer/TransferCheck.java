package io.domainflow.process.transfer;

import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.Refusal;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.TransferOrder;
import io.domainflow.order.progress.Transfer.Kind;
import io.domainflow.order.progress.Transfer.Phase;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.CheckTransfer;
import io.domainflow.registrar.command.ReadAccount;
import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.ReadZoneRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks whether a name can be transferred, before a transfer is requested: where it is, what
 * prevents the transfer, and what it costs. The name may also be here already, or on its way. The
 * result depends on the order, the registrar's data, and the time.
 */
@Component
class TransferCheck {

  // Where a zone offers both, a transfer adds a year, as most customers expect.
  private static final Period USUAL = new Period(1);

  private final Clock clock;
  private final TransferBlockers obstacles;

  TransferCheck(Clock clock, TransferBlockers obstacles) {
    this.clock = clock;
    this.obstacles = obstacles;
  }

  /** Where the name is and what can be done. */
  sealed interface Result {

    /** The name is in the account. */
    record Here() implements Result {}

    /** A transfer to the account is already under way. */
    record UnderWay(Phase phase, @Nullable Instant since, @Nullable String losingRegistrar)
        implements Result {}

    /** The name is not registered. */
    record Nowhere() implements Result {}

    /** The name is in the account, or on its way there, and does not belong to the caller. */
    record NotHis() implements Result {}

    /** Something prevents the transfer. */
    record Blocked(TransferBlocker obstacle) implements Result {}

    /**
     * The name can be transferred.
     *
     * @param quote the price that somebody has to agree to; null if nobody has to
     * @param pendingPeriod how long the losing registrar has to object once the transfer is
     *     requested; null if the registrant confirms it first
     */
    record Open(
        Kind kind,
        @Nullable Period period,
        @Nullable String priceClass,
        @Nullable Quote quote,
        @Nullable String losingRegistrar,
        boolean confirmedByMail,
        @Nullable Duration pendingPeriod)
        implements Result {}
  }

  /**
   * Checks the name; changes nothing.
   *
   * @param mayTake whether a name that is here, or on its way here, may be set up although this
   *     order did not request its transfer; evaluated only for such a name
   */
  Result check(ProvisioningOrder placed, BooleanSupplier mayTake, Reader registrar) {
    OrderContent order = placed.content();
    Refusal refusal = placed.purchase().refusal();
    if (isHere(order, registrar)) {
      return mayTake.getAsBoolean() ? new Result.Here() : new Result.NotHis();
    }
    Optional<Result.UnderWay> running = underWay(order, registrar);
    if (running.isPresent()) {
      return mayTake.getAsBoolean() ? running.get() : new Result.NotHis();
    }
    // The registrar's page does not say what the transfer check answers for a name that is not
    // registered.
    if (registrar.isFree(order.domain())) {
      return new Result.Nowhere();
    }
    CheckTransfer.Result check;
    try {
      check = registrar.ask(check(order));
    } catch (Refused e) {
      return e.isFor(RefusalReason.NOT_FOUND)
          ? new Result.Nowhere()
          : new Result.Blocked(
              obstacles.in(new Refusal(obstacles.parts(e), e.words()), order, clock.instant()));
    }
    Optional<TransferBlocker> obstacle = obstacles.in(check, order, clock.instant());
    if (obstacle.isPresent()) {
      return new Result.Blocked(obstacle.get());
    }
    // A refusal of the registrar is shown until somebody acts on it.
    if (refusal != null) {
      return new Result.Blocked(obstacles.in(refusal, order, clock.instant()));
    }
    return open(order, check, registrar);
  }

  private static Result open(OrderContent order, CheckTransfer.Result check, Reader registrar) {
    ReadZoneRules.Result options = registrar.ask(new ReadZoneRules(order.domain()));
    List<Period> periods = check.periods().isEmpty() ? options.transferPeriods() : check.periods();
    Period ordered = order.as(TransferOrder.class).period();
    if (ordered != null && !periods.isEmpty() && !periods.contains(ordered)) {
      return new Result.Blocked(TransferBlockers.period(ordered, periods));
    }
    Period period = period(ordered, periods);
    String priceClass = check.priceClass();
    boolean limited = isLimited(order, priceClass, period);
    if (limited && period != null && period.years() > 1) {
      return new Result.Blocked(TransferBlockers.pricedByYear(period));
    }
    Quote quote = limited ? quote(order, priceClass, check.price(), registrar) : null;
    if (limited && quote == null) {
      return new Result.Blocked(TransferBlockers.noPrice(priceClass != null));
    }
    boolean byMail = options.confirmsTransferByMail();
    return new Result.Open(
        check.userTransferRequired() ? Kind.USERTRANSFER : Kind.REQUEST,
        period,
        priceClass,
        quote,
        check.registrar(),
        byMail,
        byMail ? null : TransferStateReader.pendingPeriod(order.domain(), registrar));
  }

  private static @Nullable Period period(@Nullable Period ordered, List<Period> possible) {
    if (ordered != null || possible.isEmpty()) {
      return ordered;
    }
    return possible.contains(USUAL) ? USUAL : possible.get(0);
  }

  /**
   * Whether the name has a premium price or the customer has set a limit. A transfer that adds no
   * time costs nothing.
   *
   * @param period that the transfer adds; null if the registrar does not state any
   */
  static boolean isLimited(
      OrderContent order, @Nullable String priceClass, @Nullable Period period) {
    return (priceClass != null || order.acceptPrice() != null)
        && (period == null || period.years() > 0);
  }

  /**
   * The price that somebody has to agree to now; null if none is stated.
   *
   * @param priceClass the class of the name when the price was agreed to; null for an ordinary one
   */
  static @Nullable Quote quoteNow(
      OrderContent order, @Nullable String priceClass, Reader registrar) {
    try {
      if (priceClass == null) {
        return quote(order, null, null, registrar);
      }
      CheckTransfer.Result check = registrar.ask(check(order));
      // The request states the class as well.
      return priceClass.equals(check.priceClass())
          ? quote(order, priceClass, check.price(), registrar)
          : null;
    } catch (Refused e) {
      // The check that follows finds what prevents the transfer now.
      return null;
    }
  }

  /** The price that somebody has to agree to; null if none is stated. */
  private static @Nullable Quote quote(
      OrderContent order, @Nullable String priceClass, @Nullable Money own, Reader registrar) {
    if (priceClass != null && own != null) {
      return new Quote(priceClass, own, null);
    }
    String ofName = priceClass == null ? registrar.priceClassOf(order.domain()) : priceClass;
    return registrar
        .ask(new ReadAccount())
        .transferPrice(ofName)
        .map(price -> new Quote(ofName, price, null))
        .orElse(null);
  }

  private static CheckTransfer check(OrderContent order) {
    return new CheckTransfer(order.domain(), order.as(TransferOrder.class).authCode());
  }

  private static boolean isHere(OrderContent order, Reader registrar) {
    return registrar.domain(order.domain()).filter(domain -> !domain.pendingCreate()).isPresent();
  }

  private static Optional<Result.UnderWay> underWay(OrderContent order, Reader registrar) {
    return registrar
        .transfer(order.domain())
        .filter(transfer -> transfer.type() == ReadTransfer.Type.INCOMING)
        .filter(transfer -> !transfer.state().isOver())
        .map(
            transfer ->
                new Result.UnderWay(
                    TransferWait.phase(transfer.state()),
                    transfer.createdAt(),
                    transfer.losingRegistrar()));
  }

  /** Whether somebody still has to agree to the price. */
  static boolean isToApprove(ProvisioningOrder order, @Nullable Quote quote) {
    return quote != null && !quote.isCoveredBy(order.content().acceptPrice());
  }
}
