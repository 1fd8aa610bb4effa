package io.domainflow.process.outgoingtransfer;

import io.domainflow.model.DomainStatus;
import io.domainflow.order.domain.GoneDomain;
import io.domainflow.order.domain.GoneDomains;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.domain.StoredSection;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransfer.State;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.Facts;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.MissingNameLookup;
import io.domainflow.process.domain.MissingNameLookup.Found;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.outgoingtransfer.LookUpOutcomeWorker.Outcome;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks whether a name that somebody wanted has gone or is still here. As long as the registrar's
 * list has the request, nothing is decided.
 */
@Component
class LookUpOutcomeWorker implements Worker.OfAccount<Outcome> {

  /** The watch finds out first; this is for what it misses. */
  private static final Duration LOOK_EVERY = Duration.ofHours(1);

  private final OutgoingTransfers transfers;
  private final StoredDomains domains;
  private final GoneDomains gone;
  private final HolderOfWantedName holder;
  private final Clock clock;

  LookUpOutcomeWorker(
      OutgoingTransfers transfers,
      StoredDomains domains,
      GoneDomains gone,
      HolderOfWantedName holder,
      Clock clock) {
    this.transfers = transfers;
    this.domains = domains;
    this.gone = gone;
    this.holder = holder;
    this.clock = clock;
  }

  /**
   * What a look has shown.
   *
   * @param open whether the request is still not decided
   */
  record Outcome(Found name, boolean open) {}

  @Override
  public String topic() {
    return "look-up-outcome";
  }

  @Override
  public Outcome ask(AccountStep step, RegistrarGateway registrar) {
    NameKey key = NameKey.of(step.businessKey());
    Instant since =
        transfers
            .latest(key.account(), key.domain())
            .map(OutgoingTransfer::foundAt)
            .orElseGet(clock::instant);
    Found name = MissingNameLookup.look(key.domain(), since, registrar.reader(key.account()));
    return new Outcome(name, name.isHere() && isOpen(key, registrar));
  }

  // Not every login may read the list; then the date of the registry decides.
  private boolean isOpen(NameKey key, RegistrarGateway registrar) {
    try {
      RequestList list = RequestList.read(key.account(), registrar);
      return list.has(key.domain()) || !list.whole();
    } catch (Refused | AccessRefused e) {
      Optional<OutgoingTransfer> open = transfers.open(key.account(), key.domain());
      return open.isPresent() && clock.instant().isBefore(open.get().executesAt());
    }
  }

  @Override
  public StepResult conclude(AccountStep step, Outcome outcome) {
    NameKey key = NameKey.of(step.businessKey());
    Instant next = clock.instant().plus(LOOK_EVERY);
    if (!outcome.name().isHere()) {
      return left(key, outcome.name().gone(), next);
    }
    domains.read(
        key.account(),
        key.domain(),
        DomainReadings.reading(outcome.name().here()),
        StoredSection.Source.REFRESH);
    if (!outcome.open()) {
      ended(key, State.STAYED);
    }
    return result(outcome.open() ? State.OPEN : State.STAYED, next);
  }

  // A link that was sent is no longer good for an answer.
  private void ended(NameKey key, State state) {
    transfers.ended(key.account(), key.domain(), state);
    holder.over(key);
  }

  private StepResult left(NameKey key, GoneDomain where, Instant next) {
    Optional<OutgoingTransfer> open = transfers.open(key.account(), key.domain());
    ended(key, State.GONE);
    // A deletion is for the daily check, which says until when the name can be restored.
    if (where.status() != DomainStatus.DELETED) {
      gone.left(key.account(), key.domain(), how(where, open));
    }
    return result(State.GONE, next);
  }

  private static String how(GoneDomain where, Optional<OutgoingTransfer> open) {
    String to = open.map(OutgoingTransfer::gainingRegistrar).orElse(null);
    String what =
        where.status() == DomainStatus.TRANSFERRED_AWAY ? where.how() : "it was transferred away";
    return to == null ? what : what + ", to " + to;
  }

  private static StepResult result(State state, Instant next) {
    return StepResult.done(
        Facts.of(
            OutgoingTransferProcess.OUTCOME,
            state.name(),
            OutgoingTransferProcess.NEXT_LOOK_AT,
            next));
  }
}
