package io.domainflow.analysis;

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
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the activities of each day once when it is over, since a process leaves a dozen rows or
 * more and a year of them cannot be read at each look. Days are those of UTC.
 */
@Repository
class ActivityDays {

  private static final Logger log = LoggerFactory.getLogger(ActivityDays.class);

  /** A transaction that was under way at the end of the day is over by then. */
  static final Duration AFTER_THE_DAY = Duration.ofHours(6);

  /** As far back as anybody can ask, and some. */
  private static final int KEPT_DAYS = 400;

  /** How much the durations of a class may differ. */
  private static final double RATIO = 1.25;

  /**
   * What a row of the engine counts as; of the body of a step that is repeated there is one more
   * than of the step.
   */
  static final String COUNTED =
      """
      proc_def_id_ as proc_def_id, act_id_ as activity,
        floor(ln(greatest(duration_, 1)) / ln(%s))::int as duration_class,
        count(*)::int as finished, (count(*) filter (where act_inst_state_ = 2))::int as cancelled,
        sum(duration_)::bigint as millis
      from act_hi_actinst
      where end_time_ >= :from and end_time_ < :before
        and act_id_ not like '%%#multiInstanceBody'
      """
          .formatted(RATIO);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransactionTemplate transaction;

  ActivityDays(JdbcClient jdbc, Clock clock, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** The first day that is not counted yet, or is not over by the clock as it is now. */
  LocalDate next() {
    LocalDate today = today();
    return stored("").filter(day -> day.isBefore(today)).orElse(today);
  }

  /** Whether any day was counted yet. */
  boolean haveBegun() {
    return stored("").isPresent();
  }

  /** Counts what is over. One day is one transaction; several nodes take turns. */
  @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void count() {
    begin();
    boolean more = true;
    while (more) {
      more = Boolean.TRUE.equals(transaction.execute(status -> countDay()));
    }
    jdbc.sql("delete from activity_day where day < :oldest")
        .param("oldest", today().minusDays(KEPT_DAYS))
        .update();
  }

  private void begin() {
    if (!haveBegun()) {
      jdbc.sql("select min(end_time_) as first from act_hi_actinst")
          .query((row, n) -> Optional.ofNullable(EngineTime.of(row, "first")))
          .single()
          .ifPresent(
              first ->
                  jdbc.sql(
                          "insert into activity_day_next (day) values (:day) on conflict do nothing")
                      .param("day", LocalDate.ofInstant(first, ZoneOffset.UTC))
                      .update());
    }
  }

  private boolean countDay() {
    LocalDate day = stored("for update skip locked").orElse(null);
    if (day == null) {
      return false;
    }
    LocalDate today = today();
    if (day.isAfter(today)) {
      // the clock of a demonstration was set back: those days are still to come
      jdbc.sql("delete from activity_day where day >= :day").param("day", today).update();
      advance(today);
      return false;
    }
    Instant over = start(day.plusDays(1)).plus(AFTER_THE_DAY);
    if (over.isAfter(clock.instant())) {
      return false;
    }
    int rows =
        jdbc.sql(
                "insert into activity_day (day, proc_def_id, activity, duration_class, finished,"
                    + " cancelled, millis) select :day, "
                    + COUNTED
                    + " group by proc_def_id_, act_id_, 4")
            .param("day", day)
            .param("from", EngineTime.at(start(day)))
            .param("before", EngineTime.at(start(day.plusDays(1))))
            .update();
    advance(day.plusDays(1));
    log.debug("activities of {} were counted: {} rows", day, rows);
    return true;
  }

  private void advance(LocalDate day) {
    jdbc.sql("update activity_day_next set day = :day").param("day", day).update();
  }

  private Optional<LocalDate> stored(String lock) {
    return jdbc.sql("select day from activity_day_next " + lock).query(LocalDate.class).optional();
  }

  static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
