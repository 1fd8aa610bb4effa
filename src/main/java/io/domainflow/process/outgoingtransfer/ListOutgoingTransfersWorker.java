package io.domainflow.process.outgoingtransfer;

import io.domainflow.order.domain.DomainNews;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads, with each watch of the transfers, the list of names that somebody wants to have elsewhere.
 * An account without names asks nothing. A list that is refused ends no watch: the next one reads
 * it again. Then tells the owners of the account's names what has changed since the last watch.
 */
@Component
class ListOutgoingTransfersWorker implements Worker.OfAccount<Optional<RequestList>> {

  private static final Logger log = LoggerFactory.getLogger(ListOutgoingTransfersWorker.class);

  private final OutgoingTransfers transfers;
  private final RequestRecorder recorder;
  private final DomainNews news;

  ListOutgoingTransfersWorker(
      OutgoingTransfers transfers, RequestRecorder recorder, DomainNews news) {
    this.transfers = transfers;
    this.recorder = recorder;
    this.news = news;
  }

  @Override
  public String topic() {
    return "list-outgoing-transfers";
  }

  @Override
  public Optional<RequestList> ask(AccountStep step, RegistrarGateway registrar) {
    if (!transfers.accountsWithNames().contains(step.account())) {
      return Optional.empty();
    }
    try {
      return Optional.of(RequestList.read(step.account(), registrar));
    } catch (Refused | AccessRefused e) {
      log.warn(
          "account {}: the list of outgoing transfers was not read; the next watch reads it again:"
              + " {}",
          step.account(),
          e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public StepResult conclude(AccountStep step, Optional<RequestList> list) {
    list.ifPresent(read -> recorder.record(step.account(), read));
    news.tell(step.account());
    return StepResult.done(Map.of());
  }
}
