package io.domainflow.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The single clock of Domainflow, UTC. In production it is the system clock; a demonstration or a
 * test may set it to another time, from which it continues to run.
 */
public final class MovableClock extends Clock {

  private final Clock real;
  private final List<Consumer<Duration>> followers = new CopyOnWriteArrayList<>();
  private volatile Duration offset = Duration.ZERO;

  public MovableClock() {
    this(Clock.systemUTC());
  }

  /**
   * Runs on top of another clock.
   *
   * @param real the clock that keeps ticking underneath
   */
  public MovableClock(Clock real) {
    this.real = real;
  }

  /** How far this clock is ahead of the real one; negative if it is behind. */
  public Duration offset() {
    return offset;
  }

  /** Sets this clock ahead of or behind the real one, and notifies the followers. */
  public void setOffset(Duration newOffset) {
    offset = newOffset;
    followers.forEach(follower -> follower.accept(newOffset));
  }

  /** Moves this clock forward to the given instant; an instant already passed changes nothing. */
  public void advanceTo(Instant instant) {
    Duration distance = Duration.between(instant(), instant);
    if (!distance.isNegative()) {
      setOffset(offset.plus(distance));
    }
  }

  /** Registers a component with a separate clock (the engine) that has to follow each move. */
  public void onMove(Consumer<Duration> follower) {
    followers.add(follower);
    follower.accept(offset);
  }

  @Override
  public Instant instant() {
    return real.instant().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(real, offset).withZone(zone);
  }
}
