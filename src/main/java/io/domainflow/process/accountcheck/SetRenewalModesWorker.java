package io.domainflow.process.accountcheck;

import io.domainflow.ispapi.command.SetDomainRenewalMode;
import io.domainflow.model.DomainName;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives each name of an account that has another renewal mode than it should the right one. Costs
 * nothing. What the registrar refuses stays, and the look that follows shows it again.
 */
@Component
class SetRenewalModesWorker implements Worker.OfAccount<SetRenewalModesWorker.Done> {

  private static final Logger log = LoggerFactory.getLogger(SetRenewalModesWorker.class);

  private final RenewalModes modes;

  SetRenewalModesWorker(RenewalModes modes) {
    this.modes = modes;
  }

  /** There is nothing to say: the look that follows sees what became of it. */
  record Done() {}

  @Override
  public String topic() {
    return "set-renewal-modes";
  }

  @Override
  public Done ask(AccountStep step, RegistrarGateway registrar) {
    try {
      for (RenewalModes.Differing name : modes.differing(step.account(), registrar)) {
        set(step.account(), name, registrar);
      }
    } catch (AccessRefused e) {
      log.warn("account {}: renewal modes were not set: {}", step.account(), e.reason());
    }
    return new Done();
  }

  private static void set(String account, RenewalModes.Differing name, RegistrarGateway registrar) {
    try {
      registrar.ensure(
          account, new SetDomainRenewalMode(DomainName.of(name.domain()), name.wanted()));
    } catch (Refused e) {
      log.warn("account {}, {}: {}", account, name.domain(), e.getMessage());
    }
  }

  @Override
  public StepResult conclude(AccountStep step, Done done) {
    return StepResult.done(Map.of());
  }
}
