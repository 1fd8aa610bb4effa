package io.domainflow.process.registration;

import io.domainflow.ispapi.command.AddDomain;
import io.domainflow.ispapi.command.DomainRegistration;
import io.domainflow.ispapi.command.Mutation;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.ContactRole;
import io.domainflow.order.Charged;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.OrderRequest;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Registers the name, with its renewal mode and transfer lock: a name that was registered without
 * would be renewed unpaid, or could be moved away.
 *
 * <ul>
 *   <li>{@code Err_NameTaken}: somebody has the name by now
 *   <li>{@code Err_CreditUsedUp}: the account cannot pay
 *   <li>{@code Err_RegistrationRefused}: the registrar refuses for another reason
 * </ul>
 */
@Component
class RegisterDomainWorker implements Worker.Changing<AddDomain.Result> {

  private final Orders orders;
  private final RegistrationProperties properties;
  private final Clock clock;

  RegisterDomainWorker(Orders orders, RegistrationProperties properties, Clock clock) {
    this.orders = orders;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return "register-domain";
  }

  @Override
  public Mutation<AddDomain.Result> prepare(ProvisioningOrder order) {
    OrderRequest request = order.request();
    return new AddDomain(
        new DomainRegistration(
            request.domain(),
            request.period(),
            request.registrant(),
            request.contacts().get(ContactRole.ADMIN),
            request.contacts().get(ContactRole.TECH),
            request.contacts().get(ContactRole.BILLING),
            request.nameservers(),
            request.renewalMode(),
            request.transferLock(),
            request.privacy(),
            request.idnLanguage(),
            request.additionalFields(),
            null));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, AddDomain.Result registered) {
    orders.charged(order.id(), Charged.YES);
    orders.awaitsRegistry(order.id(), registered.pending());
    if (!registered.pending()) {
      return StepResult.done(Map.of(DomainRegistrationProcess.REGISTRATION_PENDING, false));
    }
    Instant now = clock.instant();
    return StepResult.done(
        Map.of(
            DomainRegistrationProcess.REGISTRATION_PENDING,
            true,
            DomainRegistrationProcess.NEXT_LOOK_AT,
            Date.from(now.plus(properties.firstLook())),
            DomainRegistrationProcess.REGISTRATION_DEADLINE,
            Date.from(now.plus(properties.chaseAfter())),
            DomainRegistrationProcess.REGISTRAR_ANSWER,
            "The registrar accepted the registration; the registry has not decided yet."));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    String name = order.request().domain().unicode();
    if (refusal.isOneOf(ResultCode.NOT_UNIQUE, ResultCode.ALREADY_REGISTERED)) {
      return error(
          order,
          DomainRegistrationProcess.ERROR_NAME_TAKEN,
          Reason.NAME_TAKEN,
          name + " was taken in the meantime. Nothing was bought. Order another name.",
          refusal);
    }
    if (refusal.isOneOf(ResultCode.CREDIT_LIMIT_EXCEEDED)) {
      return error(
          order,
          DomainRegistrationProcess.ERROR_CREDIT_USED_UP,
          Reason.CREDIT,
          "The credit of account "
              + order.request().account()
              + " at the registrar is used up. Nothing was bought. Top the account up and order"
              + " again.",
          refusal);
    }
    return error(
        order,
        DomainRegistrationProcess.ERROR_REGISTRATION_REFUSED,
        Reason.REGISTRAR_REFUSED,
        "The registrar refused to register "
            + name
            + ": «"
            + refusal.words()
            + "». Nothing was bought. Correct what it names and order again.",
        refusal);
  }

  private StepResult error(
      ProvisioningOrder order, String error, Reason reason, String message, Refused refusal) {
    orders.recordFailure(order.id(), new Failure(reason, message, refusal.code()));
    return StepResult.error(error);
  }
}
