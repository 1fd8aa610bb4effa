package io.domainflow.analysis;

import io.domainflow.model.StartsOver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the days that are over, one after the other and once for all nodes. A day is counted some
 * hours after its end, when every node's clock and every call of its orders has been written down.
 *
 * <p>If the clock is set back into days that are counted, all are counted anew. The orders stay, so
 * nothing is lost by that, at any time.
 */
@Component
class DayCounting implements StartsOver {

  private static final Duration AFTER_ITS_END = Duration.ofHours(6);

  private static final Logger log = LoggerFactory.getLogger(DayCounting.class);

  private final JdbcClient jdbc;
  private final EndedOrders orders;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DayCounting(JdbcClient jdbc, EndedOrders orders, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.orders = orders;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void countWhatIsOver() {
    boolean counted;
    do {
      counted = Boolean.TRUE.equals(transaction.execute(status -> countNextDay()));
    } while (counted);
  }

  /** Everything is counted anew. */
  @Override
  public void startOver() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("select before from figures_counted for update").query().listOfRows();
          forget();
        });
  }

  /** What is held while a day is counted; its day is null before the first. */
  private record Mark(LocalDate before) {}

  private boolean countNextDay() {
    Optional<Mark> mark =
        jdbc.sql("select before from figures_counted for update skip locked")
            .query((row, n) -> new Mark(row.getObject("before", LocalDate.class)))
            .optional();
    if (mark.isEmpty()) {
      // another node is at it
      return false;
    }
    Instant now = clock.instant();
    LocalDate before = mark.get().before();
    if (before != null && before.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
      log.warn("the clock was set back before {}: the figures are counted anew", before);
      forget();
      return true;
    }
    LocalDate day = before == null ? firstDay() : before;
    if (day == null || now.isBefore(countedAt(day))) {
      return false;
    }
    orders.keep(day);
    jdbc.sql("update figures_counted set before = :next").param("next", day.plusDays(1)).update();
    return true;
  }

  private static Instant countedAt(LocalDate day) {
    return FigureWish.midnight(day.plusDays(1)).toInstant().plus(AFTER_ITS_END);
  }

  private LocalDate firstDay() {
    return jdbc.sql(
            """
            select (min(ended_at) at time zone 'UTC')::date as day from provisioning_order
            where ended_at is not null
            """)
        .query((row, n) -> new Mark(row.getObject("day", LocalDate.class)))
        .single()
        .before();
  }

  private void forget() {
    jdbc.sql("delete from figures_orders").update();
    jdbc.sql("delete from figures_times").update();
    jdbc.sql("update figures_counted set before = null").update();
  }
}
