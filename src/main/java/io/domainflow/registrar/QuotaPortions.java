package io.domainflow.registrar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What this node has taken ahead of the quotas of accounts: while an account is far from its mark,
 * points are counted for what will probably be sent in the next seconds, and the commands that they
 * cover need not ask the database. What is left when their time is over, or when the node dies,
 * counts as used: at most as much again as was used in the time before.
 */
class QuotaPortions {

  /** The part of the mark, one divided by this, that a node takes ahead at most. */
  private static final int PART_OF_MARK = 15;

  /** Beyond this part of the mark, one divided by this, each command is counted on its own. */
  private static final int FAR_FROM_MARK = 2;

  /** The registrar counts a command when it comes, and forgets each minute. */
  static final Duration GOOD_FOR = Duration.ofSeconds(10);

  private final UsageQuota usage;
  private final Clock clock;
  private final Map<String, Portion> portions = new ConcurrentHashMap<>();

  QuotaPortions(UsageQuota usage, Clock clock) {
    this.usage = usage;
    this.clock = clock;
  }

  /** Likewise {@link UsageQuota#take}. */
  Optional<Instant> take(String account, int points, int mark) {
    // what is counted within a transaction may be rolled back with it
    return TransactionSynchronizationManager.isActualTransactionActive()
        ? usage.take(account, points, mark)
        : portions.computeIfAbsent(account, name -> new Portion(name)).take(points, mark);
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

    // Nobody waits here for another one's connection to the database.
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
