package io.domainflow.process.authcode;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.leaving.RegistrantMailAddresses;
import io.domainflow.order.progress.AuthCodes;
import io.domainflow.process.StepVariables;
import io.domainflow.process.authcode.AuthCodeObstacles.NameState;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadTransfer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Checks whether the name for which an auth code was issued is still in the account. A name with a
 * transfer under way is left unchanged for another day.
 *
 * <ul>
 *   <li>{@code Err_DomainNotHere}: the name has left the account
 * </ul>
 */
@Component
class LookAtLeavingWorker implements Worker.Asking<NameState> {

  private static final Duration AGAIN_AFTER = Duration.ofDays(1);

  private final AuthCodes codes;
  private final DomainReadings readings;
  private final RegistrantMailAddresses mails;
  private final Clock clock;

  LookAtLeavingWorker(
      AuthCodes codes, DomainReadings readings, RegistrantMailAddresses mails, Clock clock) {
    this.codes = codes;
    this.readings = readings;
    this.mails = mails;
    this.clock = clock;
  }

  @Override
  public boolean outlivesItsOrder() {
    return true;
  }

  @Override
  public NameState ask(ProvisioningOrder order, RegistrarGateway registrar) {
    Reader reader = registrar.reader(order.content().account());
    return AuthCodeObstacles.read(
        order,
        new Presence.Here(
            registrar.ask(order.content().account(), new ReadDomain(order.content().domain()))),
        reader);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, NameState state) {
    readings.store(order, state.domain());
    state
        .holderAddress()
        .ifPresent(mail -> mails.seen(order.content().account(), order.content().domain(), mail));
    Instant now = clock.instant();
    Instant end = codes.lockedEnd(order.id());
    boolean leaves =
        state
            .transfer()
            .filter(
                transfer ->
                    transfer.type() == ReadTransfer.Type.OUTGOING && !transfer.state().isOver())
            .isPresent();
    if (end.isAfter(now)) {
      return again(end);
    }
    return leaves
        ? again(now.plus(AGAIN_AFTER))
        : StepResult.done(StepVariables.of(AuthCodeLockProcess.TIME_OVER, true));
  }

  private static StepResult again(Instant at) {
    return StepResult.done(
        StepVariables.of(
            AuthCodeLockProcess.TIME_OVER, false, AuthCodeLockProcess.NEXT_LOOK_AT, at));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    if (!refusal.saysNotHere()) {
      throw refusal;
    }
    codes.forget(order.id());
    codes.gone(order.content().account(), order.content().domain());
    return StepResult.error(AuthCodeLockProcess.ERROR_DOMAIN_NOT_HERE);
  }
}
