package io.domainflow.demo;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Creates demo data in the background: at startup according to the settings, later on request. */
@Component
@Profile("demo")
@ConditionalOnProperty("domainflow.sandbox.enabled")
class DemoDataStart {

  private static final Logger LOG = LoggerFactory.getLogger(DemoDataStart.class);

  private static final State RUNNING = new State(Stage.RUNNING, null);
  private static final State FAILED =
      new State(Stage.FAILED, "The demo data is not complete; the log says why.");

  private final AtomicReference<State> state = new AtomicReference<>(new State(Stage.NONE, null));
  private final DemoData data;
  private final DemoDataProperties properties;

  DemoDataStart(DemoData data, DemoDataProperties properties) {
    this.data = data;
    this.properties = properties;
  }

  /** What has happened to the demo data since the application started. */
  enum Stage {
    NONE,
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * The state of the demo data.
   *
   * @param message what was created, or why it failed; null while it has not ended
   */
  record State(Stage stage, @Nullable String message) {}

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (properties.orders() > 0) {
      begin(properties.orders());
    }
  }

  /** Begins to create orders; false while others are being created. */
  boolean begin(int orders) {
    State before = state();
    if (before.stage() == Stage.RUNNING || !state.compareAndSet(before, RUNNING)) {
      return false;
    }
    Thread thread = new Thread(() -> fill(orders), "demo-data");
    thread.setDaemon(true);
    thread.start();
    return true;
  }

  State state() {
    return Objects.requireNonNull(state.get());
  }

  private void fill(int orders) {
    try {
      state.set(new State(Stage.DONE, summary(data.fill(orders))));
    } catch (StoryFailed e) {
      state.set(new State(Stage.FAILED, "The demo data is not complete: " + e.getMessage()));
      LOG.error("The demo data is not complete: {}", e.getMessage());
    } finally {
      // the thread reports whatever else went wrong; creation can be started again
      state.compareAndSet(RUNNING, FAILED);
    }
  }

  private static String summary(DemoReport report) {
    return "There are %d orders and %d open tasks of the demo data."
        .formatted(sum(report.orders()), sum(report.tasks()));
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
