package io.domainflow.process.registration;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.CheckRegistration;
import io.domainflow.tld.TldCatalogue;
import io.domainflow.tld.TldPolicy;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks the registrar to check the registration without carrying it out, so that errors show before
 * money is at stake. The check covers neither price classes and applications nor, according to its
 * documentation, every additional field: those show only with the purchase itself.
 *
 * <ul>
 *   <li>{@code Err_NameTaken}, {@code Err_RegistrationRefused}: with the same meaning as for the
 *       purchase
 * </ul>
 */
@Component
class CheckRegistrationWorker implements Worker.Asking<CheckRegistration.Result> {

  private static final CheckRegistration.Result NOT_JUDGED =
      new CheckRegistration.Result(true, 0, "");

  private final RegistrationContent content;
  private final RegistrationRefusals refusals;
  private final TldCatalogue tlds;

  CheckRegistrationWorker(
      RegistrationContent content, RegistrationRefusals refusals, TldCatalogue tlds) {
    this.content = content;
    this.refusals = refusals;
    this.tlds = tlds;
  }

  @Override
  public CheckRegistration.Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    if (order.purchase().quote() != null
        || tlds.policyFor(order.content().domain())
            .flatMap(TldPolicy::applicationClass)
            .isPresent()) {
      return NOT_JUDGED;
    }
    try {
      return registrar.ask(order.content().account(), new CheckRegistration(content.of(order)));
    } catch (Unavailable e) {
      if (e.isRegistrarAway()) {
        throw e;
      }
      return NOT_JUDGED;
    } catch (Refused e) {
      if (e.isFor(
          RefusalReason.UNKNOWN_COMMAND, RefusalReason.UNKNOWN_FIELD, RefusalReason.NOT_OFFERED)) {
        return NOT_JUDGED;
      }
      throw e;
    }
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, CheckRegistration.Result trial) {
    return trial.accepted()
        ? StepResult.done(Map.of())
        : refusals.conclude(order, trial.code(), trial.words());
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return refusals.conclude(order, refusal.code(), refusal.words());
  }
}
