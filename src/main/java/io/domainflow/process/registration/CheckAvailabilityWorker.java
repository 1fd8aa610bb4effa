package io.domainflow.process.registration;

import io.domainflow.ispapi.command.CheckDomain;
import io.domainflow.ispapi.command.CheckDomains;
import io.domainflow.ispapi.command.CheckDomains.Availability;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.registration.CheckAvailabilityWorker.Found;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.RegistrarGateway;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks whether the name can be registered as a plain one: neither taken, nor premium, nor under a
 * trademark claim.
 */
@Component
class CheckAvailabilityWorker implements Worker.Reading<Found> {

  /** What the registrar says of the name. */
  record Found(Availability availability, boolean claimed) {}

  private final Orders orders;

  CheckAvailabilityWorker(Orders orders) {
    this.orders = orders;
  }

  @Override
  public String topic() {
    return "check-availability";
  }

  @Override
  public Found ask(ProvisioningOrder order, RegistrarGateway registrar) {
    String account = order.request().account();
    Availability availability =
        registrar.ask(account, new CheckDomains(List.of(order.request().domain()))).names().get(0);
    if (availability.kind() == Availability.Kind.NOT_CHECKED) {
      throw new Unavailable("it could not check the name (" + availability.text() + ")", false);
    }
    boolean claimed =
        availability.kind() == Availability.Kind.AVAILABLE && isClaimed(order, registrar);
    return new Found(availability, claimed);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Found found) {
    String name = order.request().domain().unicode();
    return switch (found.availability().kind()) {
      case TAKEN ->
          found(
              order,
              "TAKEN",
              new Failure(
                  Reason.NAME_TAKEN,
                  name + " is taken. Nothing was bought. Order another name.",
                  found.availability().code()));
      case PREMIUM ->
          found(
              order,
              "PREMIUM",
              new Failure(
                  Reason.PREMIUM_NAME,
                  name
                      + " is a premium name"
                      + (found.availability().price() == null
                          ? ""
                          : " for " + found.availability().price())
                      + ". Premium names are not sold yet; it was not registered as a plain name"
                      + " and nothing was bought.",
                  found.availability().code()));
      case AVAILABLE ->
          found.claimed()
              ? found(
                  order,
                  "CLAIMED",
                  new Failure(
                      Reason.CLAIMED_NAME,
                      name
                          + " matches a registered trademark, and its claims notice would have to"
                          + " be accepted first. Such names are not sold yet; nothing was bought.",
                      found.availability().code()))
              : StepResult.done(Map.of(DomainRegistrationProcess.AVAILABILITY, "AVAILABLE"));
      case NOT_CHECKED -> throw new IllegalStateException("refused by ask");
    };
  }

  // Zones without a claims phase refuse the question; that is the same as no claim.
  private static boolean isClaimed(ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      return registrar
          .ask(order.request().account(), new CheckDomain(order.request().domain(), true))
          .claimKey()
          .isPresent();
    } catch (Refused e) {
      return false;
    }
  }

  private StepResult found(ProvisioningOrder order, String availability, Failure failure) {
    orders.recordFailure(order.id(), failure);
    return StepResult.done(Map.of(DomainRegistrationProcess.AVAILABILITY, availability));
  }
}
