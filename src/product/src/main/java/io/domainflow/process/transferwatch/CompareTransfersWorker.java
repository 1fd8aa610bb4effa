package io.domainflow.process.transferwatch;

import io.domainflow.order.progress.Transfers;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the list of pending incoming transfers of an account and notifies the orders that have a
 * reason to check. Without a pending transfer it asks nothing. If the list is refused, the watch
 * continues: each order finds out by its own checks.
 */
@Component
class CompareTransfersWorker implements Worker.OfAccount<Optional<TransferList>> {

  private static final Logger log = LoggerFactory.getLogger(CompareTransfersWorker.class);

  private final Transfers transfers;
  private final TransferComparison comparison;
  private final Clock clock;

  CompareTransfersWorker(Transfers transfers, TransferComparison comparison, Clock clock) {
    this.transfers = transfers;
    this.comparison = comparison;
    this.clock = clock;
  }

  @Override
  public Optional<TransferList> ask(AccountStep step, RegistrarGateway registrar) {
    if (transfers.running(step.account()).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(TransferList.read(step.account(), registrar, clock.instant()));
    } catch (Refused | AccessRefused e) {
      log.warn(
          "account {}: the list of transfers was not read; each transfer checks on its own: {}",
          step.account(),
          e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public StepResult conclude(AccountStep step, Optional<TransferList> list) {
    list.ifPresent(
        read -> {
          int notified = comparison.tell(step.account(), read);
          log.debug("account {}: {} transfers have a reason to check", step.account(), notified);
        });
    return StepResult.done(Map.of());
  }
}
