package io.domainflow.process.accountcheck;

import io.domainflow.process.domain.NameList;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Corrects the wrong renewal modes of an account's names. If the registrar refuses one, the check
 * that follows finds it again.
 */
@Component
class SetRenewalModesWorker implements Worker.OfAccount<SetRenewalModesWorker.Done> {

  private static final Logger log = LoggerFactory.getLogger(SetRenewalModesWorker.class);

  private final NameList list;
  private final RenewalModes modes;
  private final ModeCorrection correction;

  SetRenewalModesWorker(NameList list, RenewalModes modes, ModeCorrection correction) {
    this.list = list;
    this.modes = modes;
    this.correction = correction;
  }

  /** Carries no data: the check that follows sees the result. */
  record Done() {}

  @Override
  public Done ask(AccountStep step, RegistrarGateway registrar) {
    String account = step.account();
    try {
      correction.set(
          account, modes.differing(account, list.read(account, registrar).names()), registrar);
    } catch (AccessRefused e) {
      log.warn("account {}: renewal modes were not set: {}", account, e.reason());
    }
    return new Done();
  }

  @Override
  public StepResult conclude(AccountStep step, Done done) {
    return StepResult.done(Map.of());
  }
}
