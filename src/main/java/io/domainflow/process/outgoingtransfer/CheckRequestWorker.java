package io.domainflow.process.outgoingtransfer;

import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.domain.StoredSection;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.Facts;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.outgoingtransfer.TransferTerms.Terms;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads the name that somebody wants, and says what speaks against letting it go. Of one that has
 * gone already nobody is asked anything: its outcome is looked up at once.
 */
@Component
class CheckRequestWorker implements Worker.OfAccount<Optional<ReadDomain.Result>> {

  private final OutgoingTransfers transfers;
  private final StoredDomains domains;
  private final TransferTerms terms;
  private final TransferSigns signs;
  private final Clock clock;

  CheckRequestWorker(
      OutgoingTransfers transfers,
      StoredDomains domains,
      TransferTerms terms,
      TransferSigns signs,
      Clock clock) {
    this.transfers = transfers;
    this.domains = domains;
    this.terms = terms;
    this.signs = signs;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return "check-request";
  }

  @Override
  public Optional<ReadDomain.Result> ask(AccountStep step, RegistrarGateway registrar) {
    return registrar.reader(step.account()).domain(NameKey.of(step.businessKey()).domain());
  }

  @Override
  public StepResult conclude(AccountStep step, Optional<ReadDomain.Result> name) {
    NameKey key = NameKey.of(step.businessKey());
    name.ifPresent(
        read ->
            domains.read(
                key.account(),
                key.domain(),
                DomainReadings.reading(read),
                StoredSection.Source.REFRESH));
    Optional<OutgoingTransfer> open = transfers.open(key.account(), key.domain());
    Instant now = clock.instant();
    Instant executesAt = name.flatMap(here -> open).map(OutgoingTransfer::executesAt).orElse(now);
    Terms applying =
        terms.of(
            key.account(),
            open.map(
                    transfer ->
                        Objects.requireNonNullElse(transfer.requestedAt(), transfer.foundAt()))
                .orElse(now));
    Facts facts =
        new Facts()
            .and(OutgoingTransferProcess.POLICY_VERSION, applying.policyVersion())
            .and(OutgoingTransferProcess.EXECUTES_AT, executesAt)
            .and(OutgoingTransferProcess.ANSWER_BY, applying.answerBy(executesAt))
            .and(OutgoingTransferProcess.NEXT_LOOK_AT, executesAt)
            .and(OutgoingTransferProcess.ANSWER_REFUSED, false)
            .and(
                open.map(signs::of)
                    .map(TransferSigns.Signs::facts)
                    .orElseGet(CheckRequestWorker::nothing));
    return StepResult.done(facts.map());
  }

  private static Map<String, Object> nothing() {
    return new Facts()
        .and(OutgoingTransferProcess.CHANGE_LOCK_RUNNING, false)
        .and(OutgoingTransferProcess.AUTH_CODE_ORDERED, true)
        .and(OutgoingTransferProcess.LOCK_OPENED_LATELY, false)
        .and(OutgoingTransferProcess.SET_UP_CHANGED_LATELY, false)
        .map();
  }
}
