package io.domainflow.process.outgoingtransfer;

import io.domainflow.model.DomainName;
import io.domainflow.order.domain.DomainChangeNotifier;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.outgoingtransfer.ListOutgoingTransfersWorker.Read;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadRegistryRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the list of outgoing transfers, with each run of the transfer watch. For an account without
 * names nothing is asked. If the registrar refuses the list, the watch continues, and the next run
 * reads it again. Then the owners of the account's names are told what has changed since the last
 * run.
 */
@Component
class ListOutgoingTransfersWorker implements Worker.OfAccount<Optional<Read>> {

  private static final Logger log = LoggerFactory.getLogger(ListOutgoingTransfersWorker.class);

  private final OutgoingTransfers transfers;
  private final RequestRecorder recorder;
  private final DomainChangeNotifier news;

  ListOutgoingTransfersWorker(
      OutgoingTransfers transfers, RequestRecorder recorder, DomainChangeNotifier news) {
    this.transfers = transfers;
    this.recorder = recorder;
    this.news = news;
  }

  /**
   * The result.
   *
   * @param periods how long registries wait for an answer, by the zones of new requests whose date
   *     the list does not state
   */
  record Read(RequestList list, Map<String, Duration> periods) {}

  @Override
  public Optional<Read> ask(AccountStep step, RegistrarGateway registrar) {
    if (!transfers.accountsWithNames().contains(step.account())) {
      return Optional.empty();
    }
    try {
      RequestList list = RequestList.read(step.account(), registrar);
      return Optional.of(new Read(list, periods(step.account(), list, registrar)));
    } catch (Refused | AccessRefused e) {
      log.warn(
          "account {}: the list of outgoing transfers was not read; the next watch reads it again:"
              + " {}",
          step.account(),
          e.getMessage());
      return Optional.empty();
    }
  }

  // One question for each zone, and none for known requests.
  private Map<String, Duration> periods(
      String account, RequestList list, RegistrarGateway registrar) {
    Map<String, DomainName> unknown = new HashMap<>();
    list.requests()
        .forEach(
            (domain, entry) -> {
              if (entry.executesAt() == null
                  && !entry.toAnotherAccount()
                  && transfers.open(account, domain).isEmpty()) {
                unknown.put(domain.zone(), domain);
              }
            });
    Map<String, Duration> periods = new HashMap<>();
    unknown.forEach(
        (zone, domain) ->
            period(account, domain, registrar).ifPresent(period -> periods.put(zone, period)));
    return periods;
  }

  private static Optional<Duration> period(
      String account, DomainName domain, RegistrarGateway registrar) {
    try {
      return Optional.ofNullable(
              registrar.ask(account, new ReadRegistryRules(domain)).transferPending())
          .filter(period -> !period.isZero() && !period.isNegative());
    } catch (Refused | AccessRefused e) {
      return Optional.empty();
    }
  }

  @Override
  public StepResult conclude(AccountStep step, Optional<Read> read) {
    read.ifPresent(found -> recorder.record(step.account(), found.list(), found.periods()));
    news.tell(step.account());
    return StepResult.done(Map.of());
  }
}
