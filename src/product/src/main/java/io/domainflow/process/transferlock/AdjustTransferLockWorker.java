package io.domainflow.process.transferlock;

import io.domainflow.model.NameSettings;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.domain.TransferLocks;
import io.domainflow.process.StepVariables;
import io.domainflow.process.transferlock.AdjustTransferLockWorker.Adjustment;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.UpdateDomain;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sets or removes the transfer lock once the lock after the change of registrant has ended, if it
 * differs from the wanted setting. A refusal is noted and shows when the name is read back.
 *
 * <ul>
 *   <li>{@code Err_StillLocked}: the registrar says that the lock is still in force
 * </ul>
 */
@Component
class AdjustTransferLockWorker implements Worker.Asking<Adjustment> {

  /**
   * The result.
   *
   * @param refusal the registrar's words; null if it did not refuse
   * @param pending whether the registry has yet to carry it out
   * @param lockedUntil until when the name is locked, if that is why it refused
   */
  record Adjustment(@Nullable String refusal, boolean pending, @Nullable Instant lockedUntil) {

    static final Adjustment NOTHING_REFUSED = new Adjustment(null, false, null);
  }

  private final TransferLocks locks;
  private final LockReading reading;
  private final RegistrarCodes codes;

  AdjustTransferLockWorker(TransferLocks locks, LockReading reading, RegistrarCodes codes) {
    this.locks = locks;
    this.reading = reading;
    this.codes = codes;
  }

  @Override
  public boolean outlivesItsOrder() {
    return true;
  }

  @Override
  public Adjustment ask(ProvisioningOrder order, RegistrarGateway registrar) {
    OrderContent content = order.content();
    boolean wanted = locks.get(order.id()).lockedAfterwards();
    ReadDomain.Result domain = registrar.ask(content.account(), new ReadDomain(content.domain()));
    if (domain.transferLocked().filter(locked -> locked != wanted).isEmpty()) {
      return Adjustment.NOTHING_REFUSED;
    }
    try {
      UpdateDomain.Result set =
          registrar.ensure(
              content.account(),
              new UpdateDomain(
                  content.domain(), new NameSettings(null, wanted, null, null, Map.of()), false));
      return new Adjustment(null, set.pending(), null);
    } catch (Refused e) {
      return new Adjustment(e.words(), false, lockedUntil(e));
    }
  }

  private @Nullable Instant lockedUntil(Refused refusal) {
    return refusal.isFor(RefusalReason.STATUS_PROHIBITS)
        ? codes.lockedUntil(refusal.words()).filter(reading::isToCome).orElse(null)
        : null;
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Adjustment adjustment) {
    locks.adjusted(order.id(), adjustment.refusal(), adjustment.pending());
    return adjustment.lockedUntil() == null
        ? StepResult.done(Map.of())
        : new StepResult(
            TransferLockProcess.ERROR_STILL_LOCKED,
            StepVariables.of(
                TransferLockProcess.NEXT_LOOK_AT,
                reading.nextLook(reading.note(order, adjustment.lockedUntil()))));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    if (!refusal.saysNotHere()) {
      throw refusal;
    }
    return conclude(order, Adjustment.NOTHING_REFUSED);
  }
}
