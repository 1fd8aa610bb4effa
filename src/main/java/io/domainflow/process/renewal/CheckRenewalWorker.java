package io.domainflow.process.renewal;

import io.domainflow.order.DomainReading.DateKind;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Refusal;
import io.domainflow.order.Renewals;
import io.domainflow.order.Restoration;
import io.domainflow.order.Restorations;
import io.domainflow.order.StoredDomains;
import io.domainflow.process.DomainReadings;
import io.domainflow.process.renewal.RenewalCheck.Found;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks what can be done for the name, again after each answer of a person or the registrar. */
@Component
class CheckRenewalWorker implements Worker.Repeatable<Found> {

  private final RenewalCheck check;
  private final Orders orders;
  private final Renewals renewals;
  private final Restorations restorations;
  private final RestorePolicy restorePolicy;
  private final StoredDomains domains;
  private final DomainReadings readings;

  CheckRenewalWorker(
      RenewalCheck check,
      Orders orders,
      Renewals renewals,
      Restorations restorations,
      RestorePolicy restorePolicy,
      StoredDomains domains,
      DomainReadings readings) {
    this.check = check;
    this.orders = orders;
    this.renewals = renewals;
    this.restorations = restorations;
    this.restorePolicy = restorePolicy;
    this.domains = domains;
    this.readings = readings;
  }

  @Override
  public String topic() {
    return "check-renewal";
  }

  @Override
  public Found ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return check.look(order, known(order), registrar.reader(order.request().account()));
  }

  private RenewalCheck.Known known(ProvisioningOrder order) {
    String account = order.request().account();
    return new RenewalCheck.Known(
        restorations.find(order.id()).map(Restoration::restoredAt).isPresent(),
        renewals.find(order.id()).orElse(null),
        domains
            .find(account, order.request().domain())
            .map(stored -> stored.dates().get(DateKind.EXPIRES))
            .map(date -> RenewalDates.day(date.at()))
            .orElse(null),
        restorePolicy.isAutomatic(account));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Found found) {
    orders.inProgress(order.id());
    if (found instanceof Found.Renewable renewable) {
      return renew(order, renewable);
    }
    if (found instanceof Found.Impossible impossible) {
      orders.recordFailure(order.id(), impossible.failure());
      return next("NOTHING");
    }
    if (found instanceof Found.Back back) {
      readings.store(order, back.domain());
      orders.recordOutcome(order.id(), RenewalOutcome.of(order, back.domain()));
      return next("DONE");
    }
    if (found instanceof Found.Blocked blocked) {
      orders.refused(order.id(), new Refusal(Set.of(), blocked.words()));
      return next("CORRECT");
    }
    return next("RESTORE");
  }

  private StepResult renew(ProvisioningOrder order, Found.Renewable renewable) {
    renewals.planned(order.id(), renewable.renewal());
    orders.quoted(order.id(), renewable.quote());
    return StepResult.done(
        Map.of(
            DomainRenewalProcess.NEXT_STEP,
            "RENEW",
            DomainRenewalProcess.PRICE_TO_APPROVE,
            renewable.priceToApprove(),
            DomainRenewalProcess.EXPLICIT_RENEWAL,
            renewable.renewal().onCommand()));
  }

  private static StepResult next(String step) {
    return StepResult.done(Map.of(DomainRenewalProcess.NEXT_STEP, step));
  }
}
