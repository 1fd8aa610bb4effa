package io.domainflow.process.renewal;

import io.domainflow.model.DomainStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.DepartedDomain;
import io.domainflow.order.progress.Renewal;
import io.domainflow.order.progress.Renewals;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.MissingNameLookup;
import io.domainflow.process.domain.MissingNameLookup.Result;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Reads the name: a renewal counts only once the registrar shows the later date. A name that has
 * left the account no longer shows one, although its renewal was paid for.
 */
@Component
class ReadBackRenewalWorker implements Worker.Asking<Result> {

  // Registries end periods at their own time of day.
  private static final Duration TOLERANCE = Duration.ofDays(2);

  private final Orders orders;
  private final Renewals renewals;
  private final DomainReadings readings;
  private final RenewalWait wait;
  private final Clock clock;

  ReadBackRenewalWorker(
      Orders orders, Renewals renewals, DomainReadings readings, RenewalWait wait, Clock clock) {
    this.orders = orders;
    this.renewals = renewals;
    this.readings = readings;
    this.wait = wait;
    this.clock = clock;
  }

  @Override
  public Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return MissingNameLookup.find(
        order.content().domain(), order.createdAt(), registrar.reader(order.content().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Result found) {
    Renewal renewal = renewals.get(order.id());
    return found instanceof Result.Gone gone
        ? gone(order, renewal, gone.name())
        : here(order, renewal, ((Result.Here) found).domain());
  }

  private StepResult gone(ProvisioningOrder order, Renewal renewal, DepartedDomain gone) {
    if (gone.status() != DomainStatus.TRANSFERRED_AWAY) {
      // nobody knows where it is: somebody has to check, and may decide to wait
      return renewal.isWaitedForAgain()
          ? notShown(renewal)
          : shown("OVERDUE", false, clock.instant());
    }
    orders.inProgress(order.id());
    over(order);
    orders.recordFailure(order.id(), RenewalFailures.leftMeanwhile(order, gone));
    return shown("OVERDUE", true, clock.instant());
  }

  private StepResult here(ProvisioningOrder order, Renewal renewal, ReadDomain.Result domain) {
    readings.store(order, domain);
    if (shows(renewal, domain)) {
      orders.inProgress(order.id());
      over(order);
      orders.recordOutcome(order.id(), RenewalOutcome.of(order, domain, clock.instant()));
      return shown("SEEN", false, clock.instant());
    }
    return notShown(renewal);
  }

  private void over(ProvisioningOrder order) {
    if (order.awaitsRegistry()) {
      orders.awaitsRegistry(order.id(), false);
    }
  }

  private StepResult notShown(Renewal renewal) {
    Instant next = wait.nextLookAt();
    if (!next.isBefore(wait.overdueAt(renewal))) {
      return shown("OVERDUE", false, next);
    }
    return shown("NOT_YET", false, next);
  }

  static boolean shows(Renewal renewal, ReadDomain.Result domain) {
    Instant wanted =
        RenewalDates.plus(
            renewal.paidUntilBefore().isAfter(renewal.expiresBefore())
                ? renewal.paidUntilBefore()
                : renewal.expiresBefore(),
            renewal.period());
    Instant shown = domain.periodEnd();
    return shown != null && !shown.isBefore(wanted.minus(TOLERANCE));
  }

  private static StepResult shown(String how, boolean left, Instant next) {
    return StepResult.done(
        StepVariables.of(
            DomainRenewalProcess.RENEWAL_SHOWN,
            how,
            DomainRenewalProcess.DOMAIN_LEFT,
            left,
            DomainRenewalProcess.NEXT_LOOK_AT,
            next));
  }
}
