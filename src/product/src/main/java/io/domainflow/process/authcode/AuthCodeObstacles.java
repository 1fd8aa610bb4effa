package io.domainflow.process.authcode;

import io.domainflow.consent.DisputeHolds;
import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.AuthCodeOrder;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.domain.Disputed;
import io.domainflow.process.domain.LeavingFailures;
import io.domainflow.process.domain.LeavingLocks;
import io.domainflow.process.domain.LockTimes;
import io.domainflow.process.domain.LockTimes.LockTime;
import io.domainflow.process.domain.LockTimes.Since;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.process.domain.PeriodOver;
import io.domainflow.process.domain.RegistrantAddress;
import io.domainflow.process.text.PlainTime;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadTransfer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what keeps a name from leaving, each obstacle with the day on which it ends, if that is
 * known.
 */
@Component
class AuthCodeObstacles {

  private final DisputeHolds holds;
  private final LockTimes times;
  private final AuthCodeHolderPage holder;
  private final OutgoingTransfers requests;
  private final Clock clock;

  AuthCodeObstacles(
      DisputeHolds holds,
      LockTimes times,
      AuthCodeHolderPage holder,
      OutgoingTransfers requests,
      Clock clock) {
    this.holds = holds;
    this.requests = requests;
    this.holder = holder;
    this.times = times;
    this.clock = clock;
  }

  /**
   * The result of the check.
   *
   * @param transfer the transfer of the name that the registrar shows; empty if there is none
   * @param holderAddress where the registrant can be reached by mail; empty if nowhere
   */
  record NameState(
      Presence found, Optional<ReadTransfer.Result> transfer, Optional<String> holderAddress) {

    ReadDomain.Result domain() {
      return ((Presence.Here) found).domain();
    }
  }

  /**
   * A time during which the registrar may refuse a transfer, or has to.
   *
   * @param of «registered» or «transferred»
   * @param binding whether it has to
   */
  record YoungUntil(String of, Instant end, boolean binding) {}

  /** Reads the current transfer, if there is one. */
  static NameState read(ProvisioningOrder order, Presence found, Reader registrar) {
    return new NameState(
        found,
        found instanceof Presence.Here
            ? registrar.transfer(order.content().domain())
            : Optional.empty(),
        found instanceof Presence.Here here
            ? RegistrantAddress.of(here.domain(), registrar)
            : Optional.empty());
  }

  /** Why no code can be issued now; empty if nothing prevents it. */
  Optional<Failure> of(ProvisioningOrder order, NameState state) {
    if (state.found() instanceof Presence.Absent absent) {
      return Optional.of(absent.failure());
    }
    ReadDomain.Result domain = state.domain();
    if (domain.pendingCreate()) {
      return Optional.of(LeavingFailures.notRegisteredYet(order, AuthCodeFailures.UNCHANGED));
    }
    if (domain.state().suspendedBeforeDeletion()) {
      return Optional.of(PeriodOver.failure(order, AuthCodeFailures.UNCHANGED));
    }
    if (domain.deleting()) {
      return Optional.of(AuthCodeFailures.deleted(order));
    }
    return disputed(order).or(() -> passing(order, state));
  }

  /** Why no code is issued for a disputed name; empty if it is not disputed. */
  Optional<Failure> disputed(ProvisioningOrder order) {
    return holds.isHeld(order.content().domain())
        ? Optional.of(Disputed.failure(order, AuthCodeFailures.UNCHANGED))
        : Optional.empty();
  }

  private Optional<Failure> passing(ProvisioningOrder order, NameState state) {
    ReadDomain.Result domain = state.domain();
    List<String> obstacles = new ArrayList<>();
    List<Instant> ends = new ArrayList<>();
    boolean leaves =
        state
            .transfer()
            .filter(
                transfer ->
                    transfer.type() == ReadTransfer.Type.OUTGOING && !transfer.state().isOver())
            .isPresent();
    if (leaves) {
      Optional<Instant> decided =
          requests
              .open(order.content().account(), order.content().domain())
              .map(OutgoingTransfer::executesAt)
              .filter(this::isToCome);
      obstacles.add(
          "A transfer of the domain to another registrar is already under way"
              + decided.map(at -> "; it is decided by " + PlainTime.of(at)).orElse("")
              + ".");
      decided.ifPresent(ends::add);
    }
    LeavingLocks locks = LeavingLocks.of(domain, clock.instant());
    obstacles.addAll(locks.obstacles());
    ends.addAll(locks.ends());
    if (isLocked(domain)
        && locks.ends().isEmpty()
        && !order.content().as(AuthCodeOrder.class).unlock()) {
      obstacles.add(
          "The domain is locked against transfers: order again with the lock to be opened"
              + " (unlock), or open it first.");
    }
    if (order.content().as(AuthCodeOrder.class).deliver() == AuthCodeOrder.Deliver.HOLDER) {
      if (!holder.available()) {
        obstacles.add(
            "This installation has no public address or sends no mails, so the code cannot be sent"
                + " to the registrant: order it for CALLER.");
      } else if (state.holderAddress().isEmpty()) {
        obstacles.add(
            "The registrar shows no mail address of the registrant, so the code cannot be sent"
                + " there.");
      }
    }
    if (isExpired(domain)) {
      obstacles.add(
          "The registration ended on "
              + PlainTime.of(domain.expiresAt())
              + ": renew the domain before it leaves.");
    }
    for (YoungUntil young : young(order, domain)) {
      if (young.binding()) {
        obstacles.add(
            "The domain was "
                + young.of()
                + " lately and stays here until "
                + PlainTime.of(young.end())
                + ".");
        ends.add(young.end());
      }
    }
    return obstacles.isEmpty()
        ? Optional.empty()
        : Optional.of(
            LeavingFailures.notPossibleYet(
                obstacles,
                ends.stream().max(Instant::compareTo).orElse(null),
                AuthCodeFailures.UNCHANGED));
  }

  /** The periods after a registration or a transfer that have not ended yet. */
  List<YoungUntil> young(ProvisioningOrder order, ReadDomain.Result domain) {
    List<YoungUntil> young = new ArrayList<>();
    add(young, order, "registered", Since.REGISTRATION, domain.createdAt());
    add(young, order, "transferred", Since.TRANSFER, domain.transferredAt());
    return young;
  }

  private void add(
      List<YoungUntil> young,
      ProvisioningOrder order,
      String of,
      Since since,
      @Nullable Instant at) {
    if (at == null) {
      return;
    }
    LockTime time = times.of(order.content().account(), order.content().domain(), since, at);
    Instant end = at.plus(time.length());
    if (isToCome(end)) {
      young.add(new YoungUntil(of, end, time.binding()));
    }
  }

  static boolean isLocked(ReadDomain.Result domain) {
    return domain.transferLocked().filter(locked -> locked).isPresent();
  }

  // A name that is paid in advance is renewed in any case.
  private boolean isExpired(ReadDomain.Result domain) {
    return domain.expiresAt() != null
        && !isToCome(domain.expiresAt())
        && (domain.paidUntil() == null || !isToCome(domain.paidUntil()));
  }

  private boolean isToCome(Instant end) {
    return end.isAfter(clock.instant());
  }
}
