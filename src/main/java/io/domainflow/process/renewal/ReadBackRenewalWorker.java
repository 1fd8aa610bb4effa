package io.domainflow.process.renewal;

import io.domainflow.model.DomainStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Renewal;
import io.domainflow.order.Renewals;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.DomainReadings;
import io.domainflow.process.Facts;
import io.domainflow.process.NameWhereabouts;
import io.domainflow.process.NameWhereabouts.Found;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Reads the name: a renewal counts once the registrar shows the later date, and not before. A name
 * that has left the account shows none any more, although its renewal was paid for.
 */
@Component
class ReadBackRenewalWorker implements Worker.Repeatable<Found> {

  // Registries end periods at their own time of day.
  private static final Duration TOLERANCE = Duration.ofDays(2);

  private final Orders orders;
  private final Renewals renewals;
  private final DomainReadings readings;
  private final RenewalProperties properties;
  private final Clock clock;

  ReadBackRenewalWorker(
      Orders orders,
      Renewals renewals,
      DomainReadings readings,
      RenewalProperties properties,
      Clock clock) {
    this.orders = orders;
    this.renewals = renewals;
    this.readings = readings;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return "read-back-renewal";
  }

  @Override
  public Found ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return NameWhereabouts.look(
        order.request().domain(), order.createdAt(), registrar.reader(order.request().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Found found) {
    Renewal renewal = renewals.get(order.id());
    if (!found.isHere() && found.gone().status() != DomainStatus.TRANSFERRED_AWAY) {
      // nobody says where it is: somebody has to look, and may decide to wait
      return renewal.waitedForSince().isAfter(renewal.boughtAt())
          ? notShown(order, renewal)
          : shown("OVERDUE", false, clock.instant());
    }
    if (!found.isHere()) {
      orders.inProgress(order.id());
      orders.recordFailure(order.id(), RenewalFailures.leftMeanwhile(order, found.gone()));
      return shown("OVERDUE", true, clock.instant());
    }
    ReadDomain.Result domain = found.here();
    readings.store(order, domain);
    if (shows(renewal, domain)) {
      orders.inProgress(order.id());
      orders.recordOutcome(order.id(), RenewalOutcome.of(order, domain));
      return shown("SEEN", false, clock.instant());
    }
    return notShown(order, renewal);
  }

  private StepResult notShown(ProvisioningOrder order, Renewal renewal) {
    Instant overdueAt = renewal.waitedForSince().plus(properties.patience());
    Instant next = clock.instant().plus(properties.lookEvery());
    if (!next.isBefore(overdueAt)) {
      return shown("OVERDUE", false, next);
    }
    orders.waiting(
        order.id(),
        new WaitingFor(
            Who.REGISTRAR,
            Code.RENEWAL_AT_REGISTRY,
            "the registrar has confirmed the renewal of "
                + order.request().domain().unicode()
                + ", which is paid for, and does not show the later date yet",
            overdueAt,
            null));
    return shown("NOT_YET", false, next);
  }

  private static boolean shows(Renewal renewal, ReadDomain.Result domain) {
    Instant wanted =
        RenewalDates.plus(
            renewal.paidUntilBefore().isAfter(renewal.expiresBefore())
                ? renewal.paidUntilBefore()
                : renewal.expiresBefore(),
            renewal.period());
    return !RenewalOutcome.paidUntil(domain).isBefore(wanted.minus(TOLERANCE));
  }

  private static StepResult shown(String how, boolean left, Instant next) {
    return StepResult.done(
        Facts.of(
            DomainRenewalProcess.RENEWAL_SHOWN,
            how,
            DomainRenewalProcess.DOMAIN_LEFT,
            left,
            DomainRenewalProcess.NEXT_LOOK_AT,
            next));
  }
}
