package io.domainflow.analysis;

import io.domainflow.model.Resettable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the days that are over, one after the other and once for all nodes: which orders were
 * placed ({@link PlacedOrders}), how orders have ended ({@link EndedOrders}) and the activities of
 * processes ({@link ActivityDays}). A day is counted some hours after its end, when differences
 * between the clocks of nodes no longer matter, every call of its orders has been stored, and open
 * transactions have been committed. Days are in UTC.
 *
 * <p>If the clock is set back, the repeated days are counted again.
 */
@Component
class DayCounting implements Resettable {

  private static final Duration AFTER_ITS_END = Duration.ofHours(6);

  private static final Logger log = LoggerFactory.getLogger(DayCounting.class);

  private final JdbcClient jdbc;
  private final PlacedOrders placed;
  private final EndedOrders orders;
  private final ActivityDays activities;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DayCounting(
      JdbcClient jdbc,
      PlacedOrders placed,
      EndedOrders orders,
      ActivityDays activities,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.placed = placed;
    this.orders = orders;
    this.activities = activities;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The first day that is not counted, or not over by the clock; empty before any is counted. */
  Optional<LocalDate> next() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return mark("").map(Mark::before).map(day -> day.isAfter(today) ? today : day);
  }

  /** Each day is one transaction; several nodes take turns. */
  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void countFinishedDays() {
    boolean counted;
    do {
      counted = Boolean.TRUE.equals(transaction.execute(status -> countNextDay()));
    } while (counted);
  }

  /** Counts everything again. */
  @Override
  public void startOver() {
    transaction.executeWithoutResult(
        status -> {
          mark("for update");
          forget(LocalDate.EPOCH);
          continueWith(null);
        });
  }

  /** The row that is locked while a day is counted; its day is null before the first. */
  private record Mark(LocalDate before) {}

  private Optional<Mark> mark(String lock) {
    return jdbc.sql("select before from figures_counted " + lock)
        .query((row, n) -> new Mark(row.getObject("before", LocalDate.class)))
        .optional();
  }

  private boolean countNextDay() {
    Optional<Mark> mark = mark("for update skip locked");
    if (mark.isEmpty()) {
      // another node is counting
      return false;
    }
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate before = mark.get().before();
    if (before != null && before.isAfter(today)) {
      log.warn(
          "the clock was set back before {}: days from {} on are counted again", before, today);
      forget(today);
      continueWith(today);
      return false;
    }
    LocalDate day = before == null ? firstDay() : before;
    if (day == null || now.isBefore(countedAt(day))) {
      return false;
    }
    placed.keep(day);
    orders.keep(day);
    activities.keep(day);
    continueWith(day.plusDays(1));
    return true;
  }

  private static Instant countedAt(LocalDate day) {
    return FigureCriteria.midnight(day.plusDays(1)).toInstant().plus(AFTER_ITS_END);
  }

  private @Nullable LocalDate firstDay() {
    return Stream.of(placed.first(), orders.firstEnd(), activities.firstEnd())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(first -> LocalDate.ofInstant(first, ZoneOffset.UTC))
        .orElse(null);
  }

  private void continueWith(@Nullable LocalDate day) {
    jdbc.sql("update figures_counted set before = :day").param("day", day).update();
  }

  private void forget(LocalDate from) {
    placed.forget(from);
    orders.forget(from);
    activities.forget(from);
  }
}
