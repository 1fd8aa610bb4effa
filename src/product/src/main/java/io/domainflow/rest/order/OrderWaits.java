package io.domainflow.rest.order;

import io.domainflow.order.list.OrderPages;
import io.domainflow.order.list.OrderPages.Standing;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets callers wait for changes of orders. None of them holds a thread or a database connection:
 * one query for all of them runs a few times a second, in real time even if the clock is moved.
 */
@Component
class OrderWaits implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OrderWaits.class);

  private static final long PAUSE_MILLIS = 150;

  /** If so many callers wait, further ones are answered at once. */
  private static final int MOST = 1_000;

  /** The same limit for one login, so that there is room for others. */
  private static final int MOST_OF_A_LOGIN = 500;

  private final OrderPages orders;
  private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
  private volatile @Nullable ScheduledExecutorService watch;

  OrderWaits(OrderPages orders) {
    this.orders = orders;
  }

  private record Waiting(
      UUID order, String login, Predicate<Standing> isNews, long until, Runnable then) {}

  /**
   * Calls back once an order has changed, or the time is over.
   *
   * @param login who waits
   * @param isNews whether the order has the state that the caller waits for
   * @return false if too many are waiting already: then nobody is called back
   */
  boolean await(
      UUID order, String login, Predicate<Standing> isNews, Duration atMost, Runnable then) {
    if (waiting.size() >= MOST || !isRunning() || waitsOf(login) >= MOST_OF_A_LOGIN) {
      return false;
    }
    return waiting.add(
        new Waiting(order, login, isNews, System.nanoTime() + atMost.toNanos(), then));
  }

  /** How many calls of this login are waiting. */
  long waitsOf(String login) {
    return waiting.stream().filter(one -> one.login().equals(login)).count();
  }

  private void checkAll() {
    try {
      List<Waiting> all = List.copyOf(waiting);
      if (!all.isEmpty()) {
        Map<UUID, Standing> standing =
            orders.standing(all.stream().map(Waiting::order).collect(Collectors.toSet()));
        all.stream().filter(one -> isOver(one, standing.get(one.order()))).forEach(this::answer);
      }
    } catch (RuntimeException e) {
      // The database may be unavailable for a while: a caller whose time is over is answered when
      // it is back.
      log.warn("orders that callers wait for could not be read: {}", e.getMessage());
      waiting.stream().filter(OrderWaits::isLate).forEach(this::answer);
    }
  }

  private static boolean isOver(Waiting one, @Nullable Standing standing) {
    return isLate(one) || standing == null || one.isNews().test(standing);
  }

  private static boolean isLate(Waiting one) {
    return System.nanoTime() - one.until() >= 0;
  }

  private void answer(Waiting one) {
    if (waiting.remove(one)) {
      one.then().run();
    }
  }

  @Override
  public synchronized void start() {
    watch = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "order-waits"));
    ScheduledFuture<?> unused =
        watch.scheduleWithFixedDelay(
            this::checkAll, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Callers that still wait are answered now. */
  @Override
  public synchronized void stop() {
    ScheduledExecutorService running = watch;
    watch = null;
    if (running != null) {
      running.shutdown();
    }
    List.copyOf(waiting).forEach(this::answer);
  }

  /** If startup fails after this has begun, the bean is destroyed without being stopped first. */
  @PreDestroy
  synchronized void stopIfRunning() {
    if (isRunning()) {
      stop();
    }
  }

  @Override
  public boolean isRunning() {
    return watch != null;
  }

  /**
   * Stops before the web server stops accepting requests: it would wait for the calls that wait
   * here.
   */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE;
  }
}
