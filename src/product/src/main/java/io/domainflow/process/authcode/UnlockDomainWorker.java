package io.domainflow.process.authcode;

import io.domainflow.model.NameSettings;
import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.AuthCodes;
import io.domainflow.process.domain.LeavingFailures;
import io.domainflow.process.text.PlainTime;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.UpdateDomain;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Opens the transfer lock, which is set again later if the name does not leave.
 *
 * <ul>
 *   <li>{@code Err_UnlockRefused}: the registrar does not open it
 * </ul>
 */
@Component
class UnlockDomainWorker implements Worker.Asking<Optional<UpdateDomain.Result>> {

  private final AuthCodeGuard guard;
  private final Orders orders;
  private final OrderEvents events;
  private final AuthCodes codes;
  private final RegistrarCodes words;
  private final Clock clock;

  UnlockDomainWorker(
      AuthCodeGuard guard,
      Orders orders,
      OrderEvents events,
      AuthCodes codes,
      RegistrarCodes words,
      Clock clock) {
    this.guard = guard;
    this.orders = orders;
    this.events = events;
    this.codes = codes;
    this.words = words;
    this.clock = clock;
  }

  @Override
  public Optional<UpdateDomain.Result> ask(ProvisioningOrder order, RegistrarGateway registrar) {
    guard.checkApproved(order.id());
    return guard.opens(order.id())
        ? Optional.of(registrar.ensure(order.content().account(), lock(order, false)))
        : Optional.empty();
  }

  /** The command that sets the transfer lock. */
  static UpdateDomain lock(ProvisioningOrder order, boolean locked) {
    return new UpdateDomain(
        order.content().domain(), new NameSettings(null, locked, null, null, Map.of()), false);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Optional<UpdateDomain.Result> opened) {
    if (opened.isPresent()) {
      events.note(order.id(), Kind.LOCK_OPENED, null, null);
    }
    return StepResult.done(Map.of());
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    Optional<Instant> until =
        refusal.isFor(RefusalReason.STATUS_PROHIBITS)
            ? words.lockedUntil(refusal.words()).filter(clock.instant()::isBefore)
            : Optional.empty();
    codes.unlocked(order.id(), false);
    orders.awaitsRegistry(order.id(), false);
    orders.recordFailure(
        order.id(),
        until
            .map(
                end ->
                    LeavingFailures.notPossibleYet(
                        List.of(
                            "The transfer lock cannot be opened before " + PlainTime.of(end) + "."),
                        end,
                        AuthCodeFailures.UNCHANGED))
            .orElseGet(
                () -> AuthCodeFailures.unlockRefused(order, refusal.words(), refusal.code())));
    return StepResult.error(AuthCodeProcess.ERROR_UNLOCK_REFUSED);
  }
}
