package io.domainflow.process.registration;

import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.order.Charged;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Looks whether the registry has decided on a pending registration.
 *
 * <ul>
 *   <li>{@code Err_RegistrationRejected}: the account does not have the name any more
 * </ul>
 */
@Component
class LookUpRegistrationWorker implements Worker.Reading<StatusDomain.Result> {

  private final Orders orders;
  private final RegistrationProperties properties;
  private final Clock clock;

  LookUpRegistrationWorker(Orders orders, RegistrationProperties properties, Clock clock) {
    this.orders = orders;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return "look-up-registration";
  }

  @Override
  public StatusDomain.Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return registrar.ask(order.request().account(), new StatusDomain(order.request().domain()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, StatusDomain.Result domain) {
    if (domain.pendingCreate()) {
      return StepResult.done(
          Map.of(
              DomainRegistrationProcess.REGISTRATION_PENDING,
              true,
              DomainRegistrationProcess.NEXT_LOOK_AT,
              Date.from(clock.instant().plus(properties.lookEvery()))));
    }
    orders.awaitsRegistry(order.id(), false);
    orders.inProgress(order.id());
    return StepResult.done(Map.of(DomainRegistrationProcess.REGISTRATION_PENDING, false));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    if (!refusal.isOneOf(ResultCode.NOT_FOUND, ResultCode.AUTHORIZATION_FAILED)) {
      throw refusal;
    }
    // A registration that the registry rejects is not charged: the registrar takes the fee back.
    orders.charged(order.id(), Charged.NO);
    orders.awaitsRegistry(order.id(), false);
    orders.recordFailure(
        order.id(),
        new Failure(
            Reason.REGISTRY_REJECTED,
            "The registry rejected the registration of "
                + order.request().domain().unicode()
                + " after the registrar had accepted it. The fee goes back to the account. Ask the"
                + " registrar for the reason before ordering again.",
            refusal.code()));
    return StepResult.error(DomainRegistrationProcess.ERROR_REGISTRATION_REJECTED);
  }
}
