package io.domainflow.process.registration;

import io.domainflow.model.Contact;
import io.domainflow.order.Orders;
import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.paperwork.RegistrantDuty;
import io.domainflow.process.registration.ReadBackDomainWorker.Registered;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadContact;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the registered name back and compares it with the order: a registration that the registrar
 * reports as done counts only once it has been read back.
 */
@Component
class ReadBackDomainWorker implements Worker.Asking<Registered> {

  /** The name and its registrant as the registrar shows them; null if it shows no registrant. */
  record Registered(ReadDomain.Result domain, @Nullable Contact registrant) {}

  private final Orders orders;
  private final DomainReadings readings;
  private final RegistrantDuty duty;
  private final Clock clock;

  ReadBackDomainWorker(Orders orders, DomainReadings readings, RegistrantDuty duty, Clock clock) {
    this.orders = orders;
    this.readings = readings;
    this.duty = duty;
    this.clock = clock;
  }

  @Override
  public Registered ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return read(order, registrar.reader(order.content().account()));
  }

  static Registered read(ProvisioningOrder order, Reader registrar) {
    ReadDomain.Result domain = domain(order, registrar);
    Contact registrant =
        domain.ownerContact() == null
            ? null
            : registrar.ask(new ReadContact(domain.ownerContact())).contact();
    return new Registered(domain, registrant);
  }

  private static ReadDomain.Result domain(ProvisioningOrder order, Reader registrar) {
    String account = order.content().account();
    try {
      return registrar.ask(new ReadDomain(order.content().domain()));
    } catch (Refused e) {
      // The name was in this account: no correction of the order can change that.
      throw e.saysNotHere()
          ? e.meaning(
              order.content().domain().unicode()
                  + " was registered for this order, but account "
                  + account
                  + " no longer has it.",
              "Find out at the registrar where it went. Once the account has it again, retry this"
                  + " step in Cockpit. Do not order the name again: it would be paid for twice.")
          : e;
    }
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Registered registered) {
    ReadDomain.Result domain = registered.domain();
    Instant since = domain.createdAt() == null ? clock.instant() : domain.createdAt();
    orders.recordOutcome(
        order.id(),
        new Outcome(
            Outcome.Code.REGISTERED,
            domain.expiresAt(),
            domain.renewalMode().orElse(null),
            domain.transferLockedUntil().orElse(null),
            duty.remark(order, since)));
    readings.store(order, domain);
    List<String> differences =
        RegistrationDifferences.of(
            order.content().as(RegistrationOrder.class), domain, registered.registrant());
    return StepResult.done(
        new StepVariables()
            .and(duty.begins(order, since))
            .and(DomainRegistrationProcess.REGISTERED_AS_ORDERED, differences.isEmpty())
            .and(
                DomainRegistrationProcess.DIFFERENCE_TEXT,
                String.join(RegistrationDifferences.BETWEEN, differences))
            .map());
  }
}
