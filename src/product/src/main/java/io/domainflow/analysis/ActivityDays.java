package io.domainflow.analysis;

import io.domainflow.database.EngineTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The numbers of activities of processes for each past day, because a process leaves a dozen rows
 * or more, and reading a year of them each time takes too long. {@link DayCounting} counts them.
 */
@Repository
class ActivityDays {

  /** As far back as anybody can ask, and a little more. */
  private static final int KEPT_DAYS = 400;

  /** The factor by which durations within a class may differ. */
  private static final double RATIO = 1.25;

  /**
   * What a row of the engine counts as; the body of a repeated step has one more row than the step.
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

  ActivityDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** When the first activity ended that is still in the engine's history; empty if none has. */
  Optional<Instant> firstEnd() {
    return jdbc.sql("select min(end_time_) as first from act_hi_actinst")
        .query((row, n) -> Optional.ofNullable(EngineTime.instantOrNull(row, "first")))
        .single();
  }

  /** Counts a past day. */
  void keep(LocalDate day) {
    jdbc.sql(
            "insert into activity_day (day, proc_def_id, activity, duration_class, finished,"
                + " cancelled, millis) select :day, "
                + COUNTED
                + " group by proc_def_id_, act_id_, 4")
        .param("day", day)
        .param("from", start(day))
        .param("before", start(day.plusDays(1)))
        .update();
    jdbc.sql("delete from activity_day where day < :oldest")
        .param("oldest", day.minusDays(KEPT_DAYS))
        .update();
  }

  /** Deletes the counts of this day and later ones. */
  void forget(LocalDate from) {
    jdbc.sql("delete from activity_day where day >= :from").param("from", from).update();
  }

  /** The start of a day, for comparison with the engine's columns. */
  static Timestamp start(LocalDate day) {
    return EngineTime.at(FigureCriteria.midnight(day).toInstant());
  }
}
