package io.domainflow.process.registration;

import io.domainflow.model.Money;
import io.domainflow.order.ClaimsNotice;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.process.StepVariables;
import io.domainflow.process.registration.CheckAvailabilityWorker.Result;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.CheckClaims;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckDomains.Availability;
import io.domainflow.registrar.command.ReadAccount;
import io.domainflow.registrar.command.ReadClaimsNotice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks whether the name is available, what it costs, and whether there is a trademark notice for
 * it. It checks again after each decision of a person: prices change and notices expire meanwhile.
 */
@Component
class CheckAvailabilityWorker implements Worker.Asking<Result> {

  private final Orders orders;
  private final OrderPurchases purchases;
  private final OpenQuestions questions;
  private final Clock clock;

  CheckAvailabilityWorker(
      Orders orders, OrderPurchases purchases, OpenQuestions questions, Clock clock) {
    this.orders = orders;
    this.purchases = purchases;
    this.questions = questions;
    this.clock = clock;
  }

  /**
   * What the registrar says about the name.
   *
   * @param renewalPrice of a premium name; null where the registrar states none
   * @param notice null if no claim exists for the name
   */
  record Result(Availability availability, @Nullable Money renewalPrice, @Nullable Notice notice) {}

  /** A trademark notice, and its text if the registrar states it. */
  record Notice(ClaimsNotice notice, @Nullable String text) {}

  @Override
  public Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return check(order, registrar.reader(order.content().account()));
  }

  Result check(ProvisioningOrder order, Reader registrar) {
    Availability availability =
        registrar.ask(new CheckDomains(List.of(order.content().domain()))).names().get(0);
    return switch (availability.kind()) {
      case INVALID, UNSUPPORTED, NOT_CHECKED ->
          throw new Unavailable("it could not check the name (" + availability.text() + ")", false);
      case TAKEN -> new Result(availability, null, null);
      case AVAILABLE -> new Result(availability, null, notice(order, registrar));
      case PREMIUM ->
          new Result(availability, renewalPrice(availability, registrar), notice(order, registrar));
    };
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Result found) {
    Optional<Failure> obstacle = obstacle(order, found);
    if (obstacle.isPresent()) {
      orders.recordFailure(order.id(), obstacle.get());
      return StepResult.done(
          StepVariables.of(
              DomainRegistrationProcess.AVAILABILITY,
              obstacle.get().reason() == Reason.NAME_TAKEN ? "TAKEN" : "NOT_FOR_SALE"));
    }
    Quote quote = quote(found);
    ClaimsNotice notice = notice(found);
    // most names have neither, before and now
    if (quote != null || order.purchase().quote() != null) {
      purchases.quoted(order.id(), quote);
    }
    if (notice != null || order.purchase().notice() != null) {
      purchases.noticed(order.id(), notice, found.notice() == null ? null : found.notice().text());
    }
    return StepResult.done(
        new StepVariables()
            .and(questions.of(order.withTerms(quote, notice)))
            .and(DomainRegistrationProcess.AVAILABILITY, "AVAILABLE")
            .map());
  }

  /** Why the name is not available; empty if it is. */
  static Optional<Failure> obstacle(ProvisioningOrder order, Result found) {
    Availability availability = found.availability();
    String name = order.content().domain().unicode();
    if (availability.kind() == Availability.Kind.TAKEN) {
      return unavailable(
          Reason.NAME_TAKEN,
          name + " is taken. Nothing was bought. Order another name.",
          availability);
    }
    boolean premium = availability.kind() == Availability.Kind.PREMIUM;
    // A premium price can only be ordered with its class: without it, the name would be bought at
    // the standard price.
    if (premium && (availability.price() == null || availability.priceClass() == null)) {
      return unavailable(
          Reason.PREMIUM_NAME,
          name
              + " is a premium name and the registrar states no price at which it can be ordered. Nothing was bought."
              + " Ask the registrar's support for a price.",
          availability);
    }
    if (premium && order.content().as(RegistrationOrder.class).period().years() != 1) {
      return unavailable(
          Reason.PREMIUM_NAME,
          name
              + " is a premium name for "
              + availability.price()
              + ". The registrar states that price for one year only. Nothing was bought. Order it"
              + " again with a period of 1Y.",
          availability);
    }
    return Optional.empty();
  }

  private static Optional<Failure> unavailable(Reason reason, String message, Availability found) {
    return Optional.of(new Failure(reason, message, found.code()));
  }

  /** What the name costs; null for a name at the price of its zone. */
  static @Nullable Quote quote(Result found) {
    Availability availability = found.availability();
    return availability.kind() == Availability.Kind.PREMIUM
        ? new Quote(
            Objects.requireNonNull(availability.priceClass(), "refused without its class"),
            Objects.requireNonNull(availability.price(), "refused without a price"),
            found.renewalPrice())
        : null;
  }

  /** The trademark notice for the name. */
  static @Nullable ClaimsNotice notice(Result found) {
    return found.notice() == null ? null : found.notice().notice();
  }

  private @Nullable Notice notice(ProvisioningOrder order, Reader registrar) {
    Optional<String> claimKey = claimKey(order, registrar);
    if (claimKey.isEmpty()) {
      return null;
    }
    ReadClaimsNotice.Result notice = registrar.ask(new ReadClaimsNotice(claimKey.get()));
    String noticeId = notice.noticeId();
    String acceptHash = notice.acceptHash();
    Instant expiresAt = notice.expiresAt();
    if (noticeId == null || acceptHash == null || expiresAt == null) {
      // Nobody could accept it: the id, the hash and the time go with the purchase.
      throw new Unavailable("the trademark notice it shows is not complete", false);
    }
    if (!clock.instant().isBefore(expiresAt)) {
      throw new Unavailable("the trademark notice it shows has expired already", false);
    }
    return new Notice(
        new ClaimsNotice(claimKey.get(), noticeId, acceptHash, notice.createdAt(), expiresAt),
        notice.text());
  }

  // Zones without a claims phase refuse the check; that means the same as no claim.
  private static Optional<String> claimKey(ProvisioningOrder order, Reader registrar) {
    try {
      return registrar.ask(new CheckClaims(order.content().domain(), true)).claimKey();
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  // Helps the person who decides; a purchase does not depend on it.
  private static @Nullable Money renewalPrice(Availability availability, Reader registrar) {
    try {
      return availability.priceClass() == null
          ? null
          : registrar.ask(new ReadAccount()).annualPrice(availability.priceClass()).orElse(null);
    } catch (Refused e) {
      return null;
    }
  }
}
