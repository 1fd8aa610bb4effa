package io.domainflow.registrar;

import io.domainflow.model.Resettable;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Caches the price lists of accounts for a few minutes: they change daily at most, and are long. No
 * purchase relies on a cached price; an order asks again.
 */
@Component
public class PriceLists implements Resettable, DisposableBean {

  private static final Duration KEPT_FOR = Duration.ofMinutes(5);
  private static final Duration SHOWN_FOR = Duration.ofHours(1);
  private static final Duration WAITED_FOR = Duration.ofSeconds(2);
  private static final Duration NOT_ASKED_AGAIN_FOR = Duration.ofMinutes(1);

  private final RegistrarGateway registrar;
  private final LowPriorityCalls lowPriority;
  private final Clock clock;
  private final Map<String, PriceList> kept = new ConcurrentHashMap<>();
  private final Map<String, Instant> failedAt = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<PriceList>> underWay = new ConcurrentHashMap<>();
  private final ExecutorService reading =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "price-lists");
            thread.setDaemon(true);
            return thread;
          });

  PriceLists(RegistrarGateway registrar, LowPriorityCalls lowPriority, Clock clock) {
    this.registrar = registrar;
    this.lowPriority = lowPriority;
    this.clock = clock;
  }

  /**
   * The list of an account; empty if the account may not read it.
   *
   * @throws RegistrarFailure if the registrar does not answer
   */
  public PriceList of(String account) {
    Instant now = clock.instant();
    PriceList known = kept.get(account);
    if (known != null && now.isBefore(known.asOf().plus(KEPT_FOR))) {
      return known;
    }
    PriceList fresh = lowPriority.whileCallerWaits(() -> read(account, now));
    kept.put(account, fresh);
    return fresh;
  }

  /**
   * The list of an account for display, up to an hour old. If a fresh one has to be loaded, the
   * reader waits two seconds for it at most and then gets an older list, or none. For a minute
   * after that nobody waits again.
   */
  public Optional<PriceList> toShow(String account) {
    Optional<PriceList> atHand = atHand(account);
    PriceList known = kept.get(account);
    Instant now = clock.instant();
    Instant failed = failedAt.get(account);
    if (atHand.isPresent() || (failed != null && now.isBefore(failed.plus(NOT_ASKED_AGAIN_FOR)))) {
      return Optional.ofNullable(known);
    }
    CompletableFuture<PriceList> fresh =
        underWay.computeIfAbsent(
            account,
            each ->
                CompletableFuture.supplyAsync(
                    () -> lowPriority.make(() -> read(account, clock.instant())), reading));
    CompletableFuture<PriceList> noted =
        fresh.whenComplete(
            (list, failure) -> {
              underWay.remove(account, fresh);
              if (list != null) {
                kept.put(account, list);
                failedAt.remove(account);
              }
            });
    try {
      return Optional.of(noted.get(WAITED_FOR.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      failedAt.put(account, now);
      return Optional.ofNullable(known);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.ofNullable(known);
    }
  }

  /** The cached list of an account, if it is at most an hour old; makes no call. */
  public Optional<PriceList> atHand(String account) {
    return Optional.ofNullable(kept.get(account))
        .filter(list -> clock.instant().isBefore(list.asOf().plus(SHOWN_FOR)));
  }

  private PriceList read(String account, Instant now) {
    try {
      return new PriceList(
          registrar.ask(account, new ReadAccount()), registrar.priceClasses(account), now);
    } catch (Refused e) {
      return PriceList.empty(now);
    }
  }

  @Override
  public void startOver() {
    kept.clear();
    failedAt.clear();
  }

  @Override
  public void destroy() {
    reading.shutdownNow();
  }
}
