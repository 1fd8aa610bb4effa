package io.domainflow.process.transferwatch;

import io.domainflow.order.progress.Transfer.Phase;
import io.domainflow.order.progress.Transfers;
import io.domainflow.order.progress.Transfers.Running;
import io.domainflow.process.order.RegistryUpdateSignal;
import io.domainflow.registrar.command.ReadTransfer.State;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares the registrar's list of transfers with the orders that wait, and notifies those whose
 * transfer differs from the record. An unchanged transfer costs nothing: two requests cover all
 * orders.
 */
@Component
class TransferComparison {

  private static final Logger log = LoggerFactory.getLogger(TransferComparison.class);

  /** How long it may take until a request is on the list. */
  private static final Duration LIST_LAGS = Duration.ofMinutes(1);

  /** A check that has found nothing is not repeated sooner, even if the list still says so. */
  private static final Duration SAID_AGAIN_AFTER = Duration.ofHours(6);

  /** If the list is empty by mistake, not every order asks the registrar at once. */
  private static final int MOST_TOLD = 500;

  private final Transfers transfers;
  private final InformedOrders informedOrders;
  private final RegistryUpdateSignal news;
  private final Clock clock;

  TransferComparison(
      Transfers transfers, InformedOrders informedOrders, RegistryUpdateSignal news, Clock clock) {
    this.transfers = transfers;
    this.informedOrders = informedOrders;
    this.news = news;
    this.clock = clock;
  }

  /**
   * Notifies each order that has a reason to check; to be called in a transaction. An order that is
   * not waiting right now is notified by the next watch, if there is still a reason.
   *
   * @return how many were notified
   */
  int tell(String account, TransferList list) {
    Map<UUID, ReportedChange> lastNotified = informedOrders.of(account);
    List<UUID> asNoted = new ArrayList<>();
    int count = 0;
    for (Running running : transfers.running(account)) {
      Optional<TransferListChange> news = news(running, list);
      ReportedChange before = lastNotified.get(running.order());
      if (news.isEmpty()) {
        if (before != null) {
          asNoted.add(running.order());
        }
      } else if (count < MOST_TOLD && isNew(news.get(), before) && tell(running, news.get())) {
        count++;
      }
    }
    if (!asNoted.isEmpty()) {
      informedOrders.forget(asNoted);
    }
    if (count == MOST_TOLD) {
      log.warn(
          "account {}: {} transfers or more have changed; the others follow with the next watch",
          account,
          MOST_TOLD);
    }
    return count;
  }

  private boolean tell(Running running, TransferListChange what) {
    boolean waits = news.tell(running.processInstanceId());
    if (waits) {
      informedOrders.note(running.order(), what);
    }
    return waits;
  }

  private boolean isNew(TransferListChange news, @Nullable ReportedChange before) {
    return before == null
        || before.news() != news
        || !clock.instant().isBefore(before.at().plus(SAID_AGAIN_AFTER));
  }

  private static Optional<TransferListChange> news(Running running, TransferList list) {
    Optional<State> state = list.of(running.domain());
    if (state.isEmpty()) {
      boolean expected =
          running.requestedAt() != null
              && running.requestedAt().isBefore(list.readAt().minus(LIST_LAGS))
              && list.whole();
      return expected ? Optional.of(TransferListChange.GONE) : Optional.empty();
    }
    return switch (state.get()) {
      case SUCCESSFUL, FAILED -> Optional.of(TransferListChange.OVER);
      case INITIATED ->
          unless(running.phase() == Phase.CONFIRMATION_MAIL, TransferListChange.CONFIRMATION_MAIL);
      case REQUESTED, PENDING ->
          unless(running.phase() == Phase.AT_REGISTRY, TransferListChange.AT_REGISTRY);
      case OTHER -> Optional.empty();
    };
  }

  private static Optional<TransferListChange> unless(boolean noted, TransferListChange news) {
    return noted ? Optional.empty() : Optional.of(news);
  }
}
