package io.domainflow.process.outgoingtransfer;

import io.domainflow.model.DomainStatus;
import io.domainflow.order.domain.DepartedDomain;
import io.domainflow.order.domain.DepartedDomains;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.domain.StoredSection;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransfer.State;
import io.domainflow.order.leaving.OutgoingTransferAnswers;
import io.domainflow.order.leaving.OutgoingTransferAnswers.Tries;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.MissingNameLookup;
import io.domainflow.process.domain.MissingNameLookup.Result;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.outgoingtransfer.LookUpOutcomeWorker.Outcome;
import io.domainflow.process.text.PlainTime;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ListOutgoingTransfers.Entry;
import io.domainflow.registrar.command.ReadTransfer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks whether a name with an outgoing transfer has left or is still here. As long as the
 * registrar lists the request or shows it as pending, nothing is decided, and somebody has to
 * answer: a stored answer is sent; without one, the policy decides anew who answers. If the
 * registrar no longer shows a request that may have been executed, the step waits: the name may be
 * about to leave.
 */
@Component
class LookUpOutcomeWorker implements Worker.OfAccount<Outcome> {

  /** The watch usually finds out first; this covers what it misses. */
  static final Duration LOOK_EVERY = Duration.ofHours(1);

  /** After an answer for which the registrar had no open request. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private static final int MOST_TRIES = 3;

  /** The losing registrar may still show a name for a while. */
  private static final Duration LEAVES_WITHIN = Duration.ofDays(1);

  private final OutgoingTransfers transfers;
  private final OutgoingTransferAnswers answers;
  private final RequestRecorder recorder;
  private final StoredDomains domains;
  private final DepartedDomains gone;
  private final OutgoingTransferHolderPage holder;
  private final Clock clock;

  LookUpOutcomeWorker(
      OutgoingTransfers transfers,
      OutgoingTransferAnswers answers,
      RequestRecorder recorder,
      StoredDomains domains,
      DepartedDomains gone,
      OutgoingTransferHolderPage holder,
      Clock clock) {
    this.transfers = transfers;
    this.answers = answers;
    this.recorder = recorder;
    this.domains = domains;
    this.gone = gone;
    this.holder = holder;
    this.clock = clock;
  }

  /**
   * The result of a check.
   *
   * @param askedAt time before the registrar was asked
   * @param open whether the request, or another one, is still undecided
   * @param listed the entry of the list; null if it does not, or could not be read
   */
  record Outcome(Instant askedAt, Result name, boolean open, @Nullable Entry listed) {}

  @Override
  public Outcome ask(AccountStep step, RegistrarGateway registrar) {
    NameKey key = NameKey.of(step.businessKey());
    Instant askedAt = clock.instant();
    Instant since =
        transfers
            .latest(key.account(), key.domain())
            .map(OutgoingTransfer::foundAt)
            .orElseGet(clock::instant);
    Result name = MissingNameLookup.find(key.domain(), since, registrar.reader(key.account()));
    return name instanceof Result.Here
        ? outcome(askedAt, name, key, registrar)
        : new Outcome(askedAt, name, false, null);
  }

  // Not every login may read the list; then the registry's date decides.
  private Outcome outcome(Instant askedAt, Result name, NameKey key, RegistrarGateway registrar) {
    try {
      RequestList list = RequestList.read(key.account(), registrar);
      Entry listed = list.requests().get(key.domain());
      return new Outcome(
          askedAt, name, listed != null || !list.whole() || isUnderWay(key, registrar), listed);
    } catch (Refused | AccessRefused e) {
      Optional<OutgoingTransfer> open = transfers.open(key.account(), key.domain());
      return new Outcome(
          askedAt, name, open.filter(transfer -> !isStatedOver(transfer)).isPresent(), null);
    }
  }

  // A computed date may be wrong.
  private boolean isStatedOver(OutgoingTransfer transfer) {
    return transfer.executesStated() && isOver(transfer);
  }

  private boolean isOver(OutgoingTransfer transfer) {
    return !clock.instant().isBefore(transfer.executesAt());
  }

  // A list that is read in pages may miss one.
  private static boolean isUnderWay(NameKey key, RegistrarGateway registrar) {
    try {
      return registrar
          .reader(key.account())
          .transfer(key.domain())
          .filter(transfer -> transfer.type() != ReadTransfer.Type.INCOMING)
          .filter(transfer -> transfer.type() != ReadTransfer.Type.TRADE)
          .filter(transfer -> !transfer.state().isOver())
          .isPresent();
    } catch (Refused | AccessRefused e) {
      return false;
    }
  }

  @Override
  public StepResult conclude(AccountStep step, Outcome outcome) {
    NameKey key = NameKey.of(step.businessKey());
    if (outcome.name() instanceof Result.Gone gone) {
      return left(key, gone.name());
    }
    domains.read(
        key.account(),
        key.domain(),
        DomainReadings.reading(((Result.Here) outcome.name()).domain()),
        outcome.askedAt(),
        StoredSection.Source.REFRESH);
    // a request that has ended meanwhile must not be reopened by a list that was read before
    if (outcome.listed() != null && transfers.lock(key.account(), key.domain()).isPresent()) {
      recorder.seen(key.account(), key.domain(), outcome.listed());
    }
    Optional<OutgoingTransfer> open = transfers.lock(key.account(), key.domain());
    if (open.isPresent() && outcome.open()) {
      return next(open.get());
    }
    if (open.isPresent() && mayBeLeaving(open.get())) {
      Instant since = transfers.unlisted(open.get());
      if (clock.instant().isBefore(since.plus(LEAVES_WITHIN))) {
        return result("WAIT", nextLookAt(since));
      }
    }
    ended(key, State.STAYED);
    return over(State.STAYED);
  }

  private boolean mayBeLeaving(OutgoingTransfer transfer) {
    OutgoingTransfer.Answer answer = transfer.answer();
    if (answer != null && answer.sentAt() != null) {
      return answer.approve();
    }
    return isOver(transfer);
  }

  // Usually it takes minutes.
  private Instant nextLookAt(Instant unlistedSince) {
    Instant now = clock.instant();
    return now.plus(now.isBefore(unlistedSince.plus(LOOK_EVERY)) ? PAUSE : LOOK_EVERY);
  }

  private StepResult next(OutgoingTransfer transfer) {
    OutgoingTransfer.Answer answer = transfer.answer();
    if (answer == null) {
      return result("ASK", clock.instant().plus(LOOK_EVERY));
    }
    if (answer.sentAt() == null) {
      return unsent(transfer);
    }
    Instant late = answer.sentAt().plus(LOOK_EVERY);
    if (answer.approve() || clock.instant().isBefore(late)) {
      return result("WAIT", clock.instant().plus(LOOK_EVERY));
    }
    answers.refused(
        transfer,
        "the registrar accepted the answer on "
            + PlainTime.of(answer.sentAt())
            + ", but still has the request");
    return result("ASK", late);
  }

  private StepResult unsent(OutgoingTransfer transfer) {
    Tries tries = answers.tries(transfer);
    if (tries.number() >= MOST_TRIES) {
      answers.refused(
          transfer,
          "the registrar says that there is nothing to answer, but its list has the request");
      return result("ASK", clock.instant());
    }
    Instant again = tries.lastAt() == null ? clock.instant() : tries.lastAt().plus(PAUSE);
    return result(again.isAfter(clock.instant()) ? "WAIT" : "ANSWER", again);
  }

  // A link that was sent can no longer be used to answer.
  private void ended(NameKey key, State state) {
    transfers
        .lock(key.account(), key.domain())
        .ifPresent(state == State.STAYED ? recorder::stayed : holder::over);
    transfers.ended(key.account(), key.domain(), state);
  }

  private StepResult left(NameKey key, DepartedDomain where) {
    Optional<OutgoingTransfer> open = transfers.open(key.account(), key.domain());
    ended(key, State.GONE);
    // A deletion is left to the daily check, which says until when the name can be restored.
    if (where.status() != DomainStatus.DELETED) {
      gone.left(key.account(), key.domain(), how(where, open));
    }
    return over(State.GONE);
  }

  private static String how(DepartedDomain where, Optional<OutgoingTransfer> open) {
    String to = open.map(OutgoingTransfer::gainingRegistrar).orElse(null);
    String what =
        where.status() == DomainStatus.TRANSFERRED_AWAY ? where.how() : "it was transferred away";
    return to == null ? what : what + "; " + to + " had requested it";
  }

  private StepResult over(State state) {
    return StepResult.done(
        new StepVariables()
            .and(OutgoingTransferProcess.OUTCOME, state.name())
            .and(OutgoingTransferProcess.STILL_OPEN, false)
            .and(OutgoingTransferProcess.NEXT_LOOK_AT, clock.instant().plus(LOOK_EVERY))
            .map());
  }

  private static StepResult result(String next, Instant lookAt) {
    return StepResult.done(
        new StepVariables()
            .and(OutgoingTransferProcess.OUTCOME, State.OPEN.name())
            .and(OutgoingTransferProcess.STILL_OPEN, true)
            .and(OutgoingTransferProcess.NEXT, next)
            .and(OutgoingTransferProcess.NEXT_LOOK_AT, lookAt)
            .map());
  }
}
