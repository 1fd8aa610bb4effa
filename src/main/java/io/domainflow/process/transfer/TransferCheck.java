package io.domainflow.process.transfer;

import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.OrderRequest;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.Refusal;
import io.domainflow.order.Transfer.Kind;
import io.domainflow.order.Transfer.Phase;
import io.domainflow.order.Transfers;
import io.domainflow.owner.Callers;
import io.domainflow.owner.DomainOwners;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.registrar.PriceClasses;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckDomains.Availability;
import io.domainflow.registrar.command.CheckTransfer;
import io.domainflow.registrar.command.ReadAccount;
import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.ReadZoneRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks whether a name can be transferred, before anything is asked for: where it is, what is in
 * the way, and what the transfer costs. It may also be here already, or on its way.
 */
@Component
class TransferCheck {

  // Where a zone offers both, a transfer adds a year, as everybody expects.
  private static final Period USUAL = new Period(1);

  private final Orders orders;
  private final Transfers transfers;
  private final TransferWait wait;
  private final AdditionalFieldsQuestion additionalFields;
  private final DomainOwners owners;
  private final Clock clock;
  private final RegistrarCodes codes;
  private final Obstacles obstacles;

  TransferCheck(
      Orders orders,
      Transfers transfers,
      TransferWait wait,
      AdditionalFieldsQuestion additionalFields,
      DomainOwners owners,
      Clock clock,
      RegistrarCodes codes,
      Obstacles obstacles) {
    this.owners = owners;
    this.clock = clock;
    this.orders = orders;
    this.transfers = transfers;
    this.wait = wait;
    this.additionalFields = additionalFields;
    this.codes = codes;
    this.obstacles = obstacles;
  }

  /** Where the name is and what can be done. */
  sealed interface Found {

    /** It is in the account. */
    record Here() implements Found {}

    /** A transfer to the account runs already. */
    record UnderWay(Phase phase, Instant since, String losingRegistrar) implements Found {}

    /** Nobody has it. */
    record Nowhere() implements Found {}

    /** It is in the account, or on its way there, and not the caller's. */
    record NotHis() implements Found {}

    /** Something is in the way. */
    record Blocked(Obstacle obstacle) implements Found {}

    /**
     * It can be transferred.
     *
     * @param price null where nobody has to know it
     * @param pendingPeriod how long the losing registrar has to object once the transfer is
     *     requested; null if the registrant confirms it first
     */
    record Open(
        Kind kind,
        Period period,
        String priceClass,
        Money price,
        String losingRegistrar,
        boolean confirmedByMail,
        Duration pendingPeriod)
        implements Found {}
  }

  /** Looks; nothing is changed. */
  Found look(ProvisioningOrder order, RegistrarGateway registrar) {
    OrderRequest request = order.request();
    if (isHere(request, registrar)) {
      return mayTake(order) ? new Found.Here() : new Found.NotHis();
    }
    Optional<Found.UnderWay> running = underWay(request, registrar);
    if (running.isPresent()) {
      return mayTake(order) ? running.get() : new Found.NotHis();
    }
    // Its page does not say how the check of a transfer answers for a name that nobody has.
    if (isFree(request, registrar)) {
      return new Found.Nowhere();
    }
    CheckTransfer.Result check;
    try {
      check =
          registrar.ask(request.account(), new CheckTransfer(request.domain(), request.authCode()));
    } catch (Refused e) {
      return e.isFor(RefusalReason.NOT_FOUND)
          ? new Found.Nowhere()
          : new Found.Blocked(obstacles.in(new Refusal(obstacles.parts(e), e.words()), request));
    }
    Optional<Obstacle> obstacle = obstacles.in(check, request, clock.instant());
    if (obstacle.isPresent()) {
      return new Found.Blocked(obstacle.get());
    }
    // What the registrar refused stands until somebody has done something about it.
    if (order.purchase().refusal() != null) {
      return new Found.Blocked(obstacles.in(order.purchase().refusal(), request));
    }
    return open(request, check, registrar);
  }

  /**
   * Whether a name may be set up that is here, or comes here, without having been asked for: by
   * staff, its owner, or whoever has had its transfer begun. Else the auth code would not be asked
   * for that proves whose the name is.
   */
  private boolean mayTake(ProvisioningOrder order) {
    if (order.owner() == null) {
      return Callers.isOfStaff(null, order.login());
    }
    return owners
            .of(order.request().account(), order.request().domain())
            .filter(order.owner()::equals)
            .isPresent()
        || transfers.isBegunByOwner(order);
  }

  private static boolean isFree(OrderRequest order, RegistrarGateway registrar) {
    Availability name =
        registrar.ask(order.account(), new CheckDomains(List.of(order.domain()))).names().get(0);
    return name.kind() == Availability.Kind.AVAILABLE || name.kind() == Availability.Kind.PREMIUM;
  }

  private static Found open(
      OrderRequest order, CheckTransfer.Result check, RegistrarGateway registrar) {
    ReadZoneRules.Result options =
        registrar.ask(order.account(), new ReadZoneRules(order.domain()));
    List<Period> periods = check.periods().isEmpty() ? options.transferPeriods() : check.periods();
    if (order.period() != null && !periods.isEmpty() && !periods.contains(order.period())) {
      return new Found.Blocked(Obstacles.period(order.period(), periods));
    }
    String priceClass = PriceClasses.own(check.priceClass());
    Money price = price(order, priceClass, registrar);
    if (priceClass != null && price == null) {
      return new Found.Blocked(Obstacles.noPrice());
    }
    boolean byMail = options.confirmsTransferByMail();
    return new Found.Open(
        check.userTransferRequired() ? Kind.USERTRANSFER : Kind.REQUEST,
        period(order.period(), periods),
        priceClass,
        price,
        check.registrar(),
        byMail,
        byMail
            ? null
            : TransferLook.pendingPeriod(order.domain(), registrar.reader(order.account())));
  }

  private static Period period(Period ordered, List<Period> possible) {
    if (ordered != null || possible.isEmpty()) {
      return ordered;
    }
    return possible.contains(USUAL) ? USUAL : possible.get(0);
  }

  /** Whether the name has a price of its own or the customer has set a limit. */
  static boolean isLimited(OrderRequest order, String priceClass) {
    return priceClass != null || order.acceptPrice() != null;
  }

  /** The price, where it is limited. */
  static Money price(OrderRequest order, String priceClass, RegistrarGateway registrar) {
    if (!isLimited(order, priceClass)) {
      return null;
    }
    return registrar
        .ask(order.account(), new ReadAccount())
        .transferPrice(priceClass == null ? PriceClasses.ofZone(order.domain()) : priceClass)
        .orElse(null);
  }

  private static boolean isHere(OrderRequest order, RegistrarGateway registrar) {
    return registrar
        .reader(order.account())
        .domain(order.domain())
        .filter(domain -> !domain.pendingCreate())
        .isPresent();
  }

  private static Optional<Found.UnderWay> underWay(OrderRequest order, RegistrarGateway registrar) {
    return registrar
        .reader(order.account())
        .transfer(order.domain())
        .filter(transfer -> transfer.type() == ReadTransfer.Type.INCOMING)
        .filter(transfer -> !transfer.state().isOver())
        .map(
            transfer ->
                new Found.UnderWay(
                    TransferWait.phase(transfer.state()),
                    transfer.createdAt(),
                    transfer.losingRegistrar()));
  }

  /** Records what was found and says what comes next. */
  Map<String, Object> conclude(ProvisioningOrder order, Found found) {
    if (found instanceof Found.Blocked blocked) {
      return blocked.obstacle().facts();
    }
    // It may have waited for its caller, who was faster than the date of the wait.
    orders.inProgress(order.id());
    Map<String, Object> facts = new HashMap<>();
    facts.put(DomainTransferProcess.REPAIRED, true);
    facts.put(DomainTransferProcess.UNDER_WAY, false);
    facts.put(DomainTransferProcess.PRICE_TO_APPROVE, false);
    facts.put(AdditionalFieldsQuestion.MISSING, false);
    if (found instanceof Found.Here) {
      facts.put(DomainTransferProcess.NEXT_STEP, "SETUP");
    } else if (found instanceof Found.Nowhere) {
      orders.recordFailure(order.id(), nowhere(order));
      facts.put(DomainTransferProcess.NEXT_STEP, "NO_TRANSFER");
    } else if (found instanceof Found.NotHis) {
      orders.recordFailure(order.id(), notHis(order));
      facts.put(DomainTransferProcess.NEXT_STEP, "NO_TRANSFER");
    } else if (found instanceof Found.UnderWay running) {
      takeOver(order, running, facts);
    } else {
      plan(order, (Found.Open) found, facts);
    }
    return facts;
  }

  private void takeOver(
      ProvisioningOrder order, Found.UnderWay running, Map<String, Object> facts) {
    transfers.planned(
        order.id(),
        Kind.REQUEST,
        null,
        null,
        running.losingRegistrar(),
        running.phase() == Phase.CONFIRMATION_MAIL,
        null);
    orders.awaitsRegistry(order.id(), true);
    facts.put(DomainTransferProcess.NEXT_STEP, "TRANSFER");
    facts.putAll(wait.begins(order, true, running.phase(), running.since()));
  }

  private void plan(ProvisioningOrder order, Found.Open open, Map<String, Object> facts) {
    transfers.planned(
        order.id(),
        open.kind(),
        open.period(),
        open.priceClass(),
        open.losingRegistrar(),
        open.confirmedByMail(),
        open.pendingPeriod());
    Quote quote = quote(order, open);
    orders.quoted(order.id(), quote);
    facts.put(DomainTransferProcess.NEXT_STEP, "TRANSFER");
    facts.put(DomainTransferProcess.PRICE_TO_APPROVE, isToApprove(order, quote));
    facts.putAll(additionalFields.of(order));
  }

  /** What somebody has to agree to; null where nobody has to know the price. */
  static Quote quote(ProvisioningOrder order, Found.Open open) {
    return open.price() == null
        ? null
        : new Quote(
            open.priceClass() == null
                ? PriceClasses.ofZone(order.request().domain())
                : open.priceClass(),
            open.price(),
            null);
  }

  /** Whether somebody still has to agree to it. */
  static boolean isToApprove(ProvisioningOrder order, Quote quote) {
    return quote != null && !quote.isCoveredBy(order.request().acceptPrice());
  }

  /** Why a name is not transferred that others have here. */
  static Failure notHis(ProvisioningOrder order) {
    return new Failure(
        Reason.TRANSFER_FAILED,
        order.request().domain().unicode()
            + " cannot be requested by you through this account. Nothing was bought. If the name is"
            + " your customer's, ask the operators to give it to you.",
        null);
  }

  /** Why a name that nobody has is not transferred. */
  Failure nowhere(ProvisioningOrder order) {
    return new Failure(
        Reason.NOT_REGISTERED,
        order.request().domain().unicode()
            + " is not registered anywhere, so there is nothing to transfer. Nothing was bought."
            + " Check the name, or order its registration.",
        codes.code(RefusalReason.NOT_FOUND));
  }
}
