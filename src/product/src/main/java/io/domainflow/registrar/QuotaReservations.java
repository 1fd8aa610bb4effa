package io.domainflow.registrar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The parts of the accounts' quotas that this node has reserved: while an account is far from its
 * limit, points are counted in advance for the next seconds, so that not every command needs the
 * database. Points left when the reservation expires, or when the node dies, count as used: at most
 * as many as were used in the previous period.
 */
class QuotaReservations {

  /** The divisor of the limit that gives the maximum reservation of a node. */
  private static final int PART_OF_MARK = 15;

  /** The divisor of the limit beyond which each command is counted individually. */
  private static final int FAR_FROM_MARK = 2;

  /**
   * How long a reservation is valid: the registrar counts a command when it arrives, and points
   * expire every minute.
   */
  static final Duration GOOD_FOR = Duration.ofSeconds(10);

  private final UsageQuota usage;
  private final Clock clock;
  private final Map<String, Portion> portions = new ConcurrentHashMap<>();

  QuotaReservations(UsageQuota usage, Clock clock) {
    this.usage = usage;
    this.clock = clock;
  }

  /** The same as {@link UsageQuota#take}. */
  Optional<Instant> take(String account, int points, int mark) {
    return portions.computeIfAbsent(account, name -> new Portion(name)).take(points, mark);
  }

  /** Forgets everything. */
  void clear() {
    portions.clear();
  }

  private final class Portion {

    private final String account;
    private final Lock busy = new ReentrantLock();
    private int left;
    private int used;
    private int usedBefore;
    private boolean hasRoom;
    private Instant goodUntil = Instant.MIN;

    private Portion(String account) {
      this.account = account;
    }

    // Nobody waits here for another thread's database connection.
    private Optional<Instant> take(int points, int mark) {
      if (!busy.tryLock()) {
        return usage.take(account, points, mark);
      }
      try {
        beginAnewInTime();
        Optional<Instant> room = takeFromPortion(points, mark);
        if (room.isEmpty()) {
          used += points;
        }
        return room;
      } finally {
        busy.unlock();
      }
    }

    private void beginAnewInTime() {
      Instant now = clock.instant();
      if (now.isBefore(goodUntil)) {
        return;
      }
      boolean follows = now.minus(GOOD_FOR).isBefore(goodUntil);
      usedBefore = follows ? used : 0;
      used = 0;
      left = 0;
      hasRoom = true;
      goodUntil = now.plus(GOOD_FOR);
    }

    private Optional<Instant> takeFromPortion(int points, int mark) {
      int missing = points - left;
      if (missing <= 0) {
        left -= points;
        return Optional.empty();
      }
      int portion = Math.min(mark / PART_OF_MARK, usedBefore);
      if (hasRoom && portion > missing) {
        hasRoom = usage.counted(account, portion, mark / FAR_FROM_MARK);
        if (hasRoom) {
          left = portion - missing;
          return Optional.empty();
        }
      }
      Optional<Instant> room = usage.take(account, missing, mark);
      if (room.isEmpty()) {
        left = 0;
      }
      return room;
    }
  }
}
