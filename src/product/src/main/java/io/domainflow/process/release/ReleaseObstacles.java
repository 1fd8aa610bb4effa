package io.domainflow.process.release;

import io.domainflow.consent.DisputeHolds;
import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.domain.Disputed;
import io.domainflow.process.domain.LeavingFailures;
import io.domainflow.process.domain.LeavingLocks;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.process.domain.PeriodOver;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadTransfer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what prevents the release of a name, each obstacle with the day on which it ends. */
@Component
class ReleaseObstacles {

  private final DisputeHolds holds;
  private final Clock clock;

  ReleaseObstacles(DisputeHolds holds, Clock clock) {
    this.holds = holds;
    this.clock = clock;
  }

  /**
   * The result of the check.
   *
   * @param transfer the transfer of the name that the registrar shows; empty if there is none
   */
  record NameState(Presence found, Optional<ReadTransfer.Result> transfer) {}

  /** Reads the current transfer, if there is one. */
  static NameState read(ProvisioningOrder order, Presence found, Reader registrar) {
    return new NameState(
        found,
        found instanceof Presence.Here
            ? registrar.transfer(order.content().domain())
            : Optional.empty());
  }

  /** Why the name is not released now; empty if nothing prevents it. */
  Optional<Failure> of(ProvisioningOrder order, NameState state) {
    if (state.found() instanceof Presence.Here here) {
      return of(order, here.domain(), state.transfer());
    }
    return Optional.of(((Presence.Absent) state.found()).failure());
  }

  private Optional<Failure> of(
      ProvisioningOrder order, ReadDomain.Result domain, Optional<ReadTransfer.Result> transfer) {
    if (domain.pendingCreate()) {
      return Optional.of(LeavingFailures.notRegisteredYet(order, ReleaseFailures.UNCHANGED));
    }
    if (domain.state().suspendedBeforeDeletion()) {
      return Optional.of(PeriodOver.failure(order, ReleaseFailures.UNCHANGED));
    }
    if (domain.deleting()) {
      return Optional.of(ReleaseFailures.deleted(order));
    }
    return holds.isHeld(order.content().domain())
        ? Optional.of(Disputed.failure(order, ReleaseFailures.UNCHANGED))
        : passing(domain, transfer);
  }

  private Optional<Failure> passing(
      ReadDomain.Result domain, Optional<ReadTransfer.Result> transfer) {
    List<String> obstacles = new ArrayList<>();
    List<Instant> ends = new ArrayList<>();
    if (transfer.filter(running -> !running.state().isOver()).isPresent()) {
      obstacles.add("A transfer or a change of registrant of the domain is under way.");
    }
    LeavingLocks locks = LeavingLocks.of(domain, clock.instant());
    obstacles.addAll(locks.obstacles());
    ends.addAll(locks.ends());
    if (ends.isEmpty() && domain.transferLocked().filter(locked -> locked).isPresent()) {
      obstacles.add("The domain is locked against transfers: open the lock first (UPDATE).");
    }
    return obstacles.isEmpty()
        ? Optional.empty()
        : Optional.of(
            LeavingFailures.notPossibleYet(
                obstacles,
                ends.stream().max(Instant::compareTo).orElse(null),
                ReleaseFailures.UNCHANGED));
  }
}
