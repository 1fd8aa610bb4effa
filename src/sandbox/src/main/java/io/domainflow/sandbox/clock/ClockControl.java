package io.domainflow.sandbox.clock;

import io.domainflow.model.MovableClock;
import io.domainflow.model.ScheduledWork;
import io.domainflow.model.StoredChanges;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.SandboxProperties;
import io.domainflow.sandbox.state.SandboxState;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.stored.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Moves the clock of the whole application, from one due instant to the next, so that everything
 * that acts by the clock acts at its own time.
 */
@Component("sandboxClockControl")
@ConditionalOnSandbox
public class ClockControl {

  /** Name of the setting that keeps the offset from real time across a restart. */
  private static final String SETTING = "clock";

  private static final long FIRST_PAUSE_MS = 2;
  private static final long LONGEST_PAUSE_MS = 10;

  private final MovableClock clock;
  private final SandboxState state;
  private final Outcomes outcomes;
  private final Supplier<List<ScheduledWork>> works;
  private final StoredChanges changes;
  private final Optional<SandboxElsewhere> elsewhere;
  private final Duration settleTimeout;
  private final ReentrantLock moving = new ReentrantLock();

  ClockControl(
      MovableClock clock,
      SandboxState state,
      Outcomes outcomes,
      ObjectProvider<ScheduledWork> works,
      ObjectProvider<StoredChanges> changes,
      Optional<SandboxElsewhere> elsewhere,
      SandboxProperties properties) {
    this.clock = clock;
    this.state = state;
    this.outcomes = outcomes;
    // some of it needs this clock, so it is found when it is first needed
    this.works = SingletonSupplier.of(() -> works.orderedStream().toList());
    // a registrar that runs alone has no database
    this.changes = changes.getIfAvailable(() -> Optional::empty);
    this.elsewhere = elsewhere;
    this.settleTimeout = properties.settleTimeout();
    restore();
  }

  /** Where a move ended. */
  record Moved(Instant now, int steps) {}

  public Instant now() {
    return clock.instant();
  }

  /**
   * Moves the clock forward.
   *
   * @throws NotSettled if work due at an instant on the way is not completed
   */
  public Moved advance(Duration by) {
    return advance(now -> now.plus(by));
  }

  /**
   * Moves the clock forward to an instant. A concurrent request waits until the move ends; an
   * instant that has then passed moves nothing.
   *
   * @throws NotSettled as {@link #advance(Duration)} does
   */
  public Moved advanceTo(Instant instant) {
    return advance(now -> instant.isBefore(now) ? now : instant);
  }

  private Moved advance(UnaryOperator<Instant> goal) {
    moving.lock();
    try {
      Instant target = goal.apply(clock.instant());
      Instant settled = settle();
      int steps = 0;
      Instant reached;
      do {
        reached = nextDueAfter(settled).filter(target::isAfter).orElse(target);
        moveTo(reached);
        remember();
        settled = settle();
        steps++;
      } while (reached.isBefore(target));
      return new Moved(clock.instant(), steps);
    } finally {
      moving.unlock();
    }
  }

  /** Sets the clock to real time. */
  public void reset() {
    moving.lock();
    try {
      elsewhere.ifPresent(SandboxElsewhere::reset);
      clock.setOffset(Duration.ZERO);
      remember();
    } finally {
      moving.unlock();
    }
  }

  /** Sets the clock to the time in the state. */
  public final void restore() {
    Optional<String> kept = state.transaction(transaction -> transaction.setting(SETTING));
    kept.map(Duration::parse).ifPresent(clock::setOffset);
  }

  private void remember() {
    String offset = clock.offset().toString();
    state.change(transaction -> transaction.put(Table.SETTINGS, new Setting(SETTING, offset)));
  }

  // A registrar in another process moves first, so that nobody asks it about a time that it has not
  // reached.
  private void moveTo(Instant instant) {
    elsewhere.ifPresent(registrar -> registrar.advanceTo(instant));
    clock.advanceTo(instant);
  }

  /** When something is due next, here or at a registrar in another process. */
  public Optional<Instant> nextDue() {
    return nextDueAfter(clock.instant());
  }

  private Optional<Instant> nextDueAfter(Instant instant) {
    return Stream.concat(
            works.get().stream().flatMap(work -> work.nextDueAfter(instant).stream()),
            elsewhere.stream().flatMap(registrar -> registrar.nextDue().stream()))
        .min(Comparator.naturalOrder());
  }

  // Returns the instant up to which all work is done. The clock keeps running while they are asked,
  // and work that falls due meanwhile must not be skipped.
  private Instant settle() {
    // The registrar acts first, so that the engine finds the results that it asks for.
    state.change(outcomes::happen);
    long deadline = System.nanoTime() + settleTimeout.toNanos();
    long pauseMs = FIRST_PAUSE_MS;
    while (true) {
      Instant asked = clock.instant();
      if (isSettled()) {
        return asked;
      }
      if (System.nanoTime() > deadline) {
        throw new NotSettled(clock.instant(), unfinished());
      }
      await(pauseMs);
      pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
    }
  }

  // Completed work can create work for another one that was asked earlier. So all are asked twice,
  // unless nothing was changed meanwhile.
  private boolean isSettled() {
    Optional<String> before = changes.last();
    if (!nothingIsUnfinished()) {
      return false;
    }
    boolean unchanged = before.isPresent() && before.equals(changes.last());
    return unchanged || nothingIsUnfinished();
  }

  private boolean nothingIsUnfinished() {
    Instant now = clock.instant();
    return works.get().stream().allMatch(work -> work.unfinishedAt(now).isEmpty());
  }

  private List<String> unfinished() {
    Instant now = clock.instant();
    return works.get().stream().flatMap(work -> work.unfinishedAt(now).stream()).toList();
  }

  // Holds the lock: another move in between would make this one end at a different time.
  private void await(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotSettled(clock.instant(), List.of("the move of the clock was interrupted"));
    }
  }
}
