package io.domainflow.callback;

import io.domainflow.model.ScheduledWork;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends the announced events, in separate threads and outside any transaction. A receiver that is
 * slow or down gets few of the threads, so that it delays neither orders nor other receivers.
 */
@Component
class DeliveryRelay implements SmartLifecycle, ScheduledWork {

  private static final Logger log = LoggerFactory.getLogger(DeliveryRelay.class);

  private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final DeliveryQueue queue;
  private final Endpoints endpoints;
  private final Sender sender;
  private final RelaySignal bell;
  private final WebhookProperties properties;

  private final UUID node = UUID.randomUUID();
  private final Map<UUID, Claimed> inWork = new ConcurrentHashMap<>();
  private volatile boolean running;
  private ExecutorService threads;
  private Thread feeder;

  DeliveryRelay(
      DeliveryQueue queue,
      Endpoints endpoints,
      Sender sender,
      RelaySignal bell,
      WebhookProperties properties) {
    this.queue = queue;
    this.endpoints = endpoints;
    this.sender = sender;
    this.bell = bell;
    this.properties = properties;
  }

  @Override
  public synchronized void start() {
    running = true;
    threads =
        Executors.newFixedThreadPool(
            properties.concurrency(), task -> new Thread(task, "webhook-call"));
    feeder = new Thread(this::feed, "webhook-relay");
    feeder.start();
  }

  @Override
  public synchronized void stop() {
    running = false;
    bell.ring();
    try {
      feeder.join();
      threads.shutdown();
      Duration patience = properties.timeout().plus(GRACE);
      if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("webhooks were still being sent; they are sent again after the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** If startup fails after this has begun, the bean is destroyed without being stopped first. */
  @PreDestroy
  void stopIfRunning() {
    if (running) {
      stop();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant now) {
    return queue.nextDueAfter(now);
  }

  @Override
  public List<String> unfinishedAt(Instant now) {
    int due = queue.unfinishedAt(node, now);
    if (due == 0) {
      return List.of();
    }
    bell.ring();
    return List.of(due + " webhooks are due to be sent");
  }

  private void feed() {
    while (running) {
      try {
        claimAndDispatch();
      } catch (RuntimeException e) {
        // The database may be unavailable for a while; nothing is lost.
        log.error("due webhooks could not be read: {}", e.getMessage());
      } catch (Error e) {
        // Nobody else would do this thread's work, and nobody would notice.
        log.error("due webhooks could not be read", e);
      }
      awaitRing();
    }
  }

  // The end of each try rings the signal, so that the next one begins at once.
  private void claimAndDispatch() {
    int room = properties.concurrency() - inWork.size();
    if (room <= 0 || !queue.hasDue()) {
      return;
    }
    // However many receivers hang, half of the threads are for those that do not. These come first,
    // so that they get their share however busy the others are.
    long hanging = inWork.values().stream().filter(Claimed::hanging).count();
    int roomForHanging = Math.min(room, properties.concurrency() / 2 - (int) hanging);
    List<Claimed> claimed =
        new ArrayList<>(queue.claim(node, true, roomForHanging, List.copyOf(inWork.keySet())));
    room -= claimed.size();
    claimed.addAll(queue.claim(node, false, room, List.copyOf(inWork.keySet())));
    for (Claimed delivery : claimed) {
      inWork.put(delivery.id(), delivery);
      threads.execute(() -> work(delivery));
    }
  }

  private void work(Claimed delivery) {
    try {
      if (running) {
        deliver(delivery);
      } else {
        queue.release(node, delivery);
      }
    } catch (RuntimeException | Error e) {
      // It is sent again when its reservation ends; the receiver recognises it by its id.
      log.error(
          "the result of an attempt of webhook {} could not be recorded", delivery.endpoint(), e);
    } finally {
      inWork.remove(delivery.id());
      bell.ring();
    }
  }

  private void deliver(Claimed delivery) {
    TryOutcome outcome =
        sender.send(
            delivery.url(),
            delivery.event().toString(),
            delivery.body(),
            endpoints.secrets(delivery.endpoint()));
    queue.record(node, delivery, outcome);
    if (!outcome.delivered()) {
      log.info(
          "webhook {} did not accept the event {}: {}",
          delivery.endpoint(),
          delivery.event(),
          outcome.error());
    }
  }

  private void awaitRing() {
    try {
      bell.await(POLL_INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
