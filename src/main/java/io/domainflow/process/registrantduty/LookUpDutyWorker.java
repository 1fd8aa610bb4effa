package io.domainflow.process.registrantduty;

import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.DomainReadings;
import io.domainflow.process.paperwork.RegistrantDuty;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Looks at a name whose registrant had something to do. The registrar does not say whether it was
 * done; that the registry has let the name live, or resolve, does.
 */
@Component
class LookUpDutyWorker implements Worker.Repeatable<StatusDomain.Result> {

  private static final String DONE = "DONE";

  private final RegistrantDuty duty;
  private final DomainReadings readings;

  LookUpDutyWorker(RegistrantDuty duty, DomainReadings readings) {
    this.duty = duty;
    this.readings = readings;
  }

  @Override
  public String topic() {
    return "look-up-duty";
  }

  @Override
  public boolean outlivesItsOrder() {
    return true;
  }

  @Override
  public StatusDomain.Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return registrar.ask(order.request().account(), new StatusDomain(order.request().domain()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, StatusDomain.Result domain) {
    readings.store(order, domain);
    if (domain.deleting()) {
      return standing("GONE");
    }
    if (!domain.heldByRegistry()) {
      return standing(DONE);
    }
    // The rules may have changed since: then there is nothing to wait for any more.
    Map<String, Object> facts = new HashMap<>(duty.begins(order));
    facts.put(
        RegistrantDutyProcess.DUTY_STANDING,
        Boolean.TRUE.equals(facts.remove(RegistrantDuty.DUTY_LEFT)) ? "OPEN" : DONE);
    return StepResult.done(facts);
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    if (!refusal.isOneOf(ResultCode.NOT_FOUND, ResultCode.AUTHORIZATION_FAILED)) {
      throw refusal;
    }
    return standing("GONE");
  }

  private static StepResult standing(String standing) {
    return StepResult.done(Map.of(RegistrantDutyProcess.DUTY_STANDING, standing));
  }
}
