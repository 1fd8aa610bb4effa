package io.domainflow.process.contacts;

import io.domainflow.model.ScheduledWork;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.ContactHandles;
import io.domainflow.order.progress.ContactHandles.Unneeded;
import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.DeleteContact;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes contacts at the registrar that were created for an order and are no longer needed: the
 * order failed, was cancelled, or its contact was corrected.
 */
@Component
@EnableScheduling
class ContactRelease implements ScheduledWork {

  private static final Logger log = LoggerFactory.getLogger(ContactRelease.class);

  // Nearly as good as each minute, which would make a move across days take long.
  private static final Duration AGAIN_WHEN_THE_CLOCK_IS_MOVED = Duration.ofMinutes(10);

  private final ContactHandles handles;
  private final ContactPreparation preparation;
  private final Orders orders;
  private final RegistrarGateway registrar;
  private final TransactionTemplate transaction;

  ContactRelease(
      ContactHandles handles,
      ContactPreparation preparation,
      Orders orders,
      RegistrarGateway registrar,
      TransactionTemplate transaction) {
    this.handles = handles;
    this.preparation = preparation;
    this.orders = orders;
    this.registrar = registrar;
    this.transaction = transaction;
  }

  /** Deletes handles that are not needed, and tries failed ones again the next time. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  void release() {
    Set<String> away = new HashSet<>();
    for (UUID ended : handles.endedWhileAsking()) {
      ProvisioningOrder order = orders.get(ended);
      ask(order.content().account(), away, () -> preparation.prepare(order, registrar));
    }
    for (Unneeded handle : handles.unneeded()) {
      ask(handle.account(), away, () -> release(handle));
    }
  }

  // An account that cannot be asked now does not delay the others.
  private static void ask(String account, Set<String> away, Runnable what) {
    if (away.contains(account)) {
      return;
    }
    try {
      what.run();
    } catch (RegistrarFailure e) {
      away.add(account);
      log.info(
          "contacts of {} that are no longer needed stay for now: {}", account, e.getMessage());
    }
  }

  // The registrar is asked inside the transaction: until it has answered, no order may be given
  // this handle.
  private void release(Unneeded handle) {
    transaction.executeWithoutResult(
        status -> {
          if (handles.hold(handle)) {
            delete(handle);
            handles.released(handle);
          }
        });
  }

  private void delete(Unneeded handle) {
    try {
      registrar.ensure(handle.account(), new DeleteContact(handle.handle()));
    } catch (Refused e) {
      // Used elsewhere, or not ours: then we must not delete it.
      log.info("contact {} stays: {}", handle.handle(), e.getMessage());
    }
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant now) {
    boolean left = !handles.unneeded().isEmpty() || !handles.endedWhileAsking().isEmpty();
    return left ? Optional.of(now.plus(AGAIN_WHEN_THE_CLOCK_IS_MOVED)) : Optional.empty();
  }

  @Override
  public List<String> unfinishedAt(Instant now) {
    release();
    return List.of();
  }
}
