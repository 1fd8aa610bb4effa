package io.domainflow.analysis;

import io.domainflow.database.EngineTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tasks that people have completed, with their decisions: the engine knows when, the order who
 * decided what. Of a task without an order, the process knows the account or name and the choice.
 */
@Repository
class DecidedTasks {

  // What is written when a task is completed is written in one transaction, each row with its own
  // reading of the clock, the choice before anything that somebody has typed, which is not read.
  private static final String DECIDED =
      """
      select %s as task,
        coalesce(e.by, t.assignee_) as login,
        case when o.id is null then c.decision else e.decision end as decision,
        t.start_time_, t.end_time_, t.duration_ / 1000.0 as seconds, t.due_date_,
        greatest(0, extract(epoch from t.end_time_ - t.due_date_)) as late,
        t.proc_inst_id_ as instance, %s
      from act_hi_taskinst t
      %s
      left join lateral (
        select noted.by, noted.decision
        from (
          select e.id, e.by,
            round(abs(extract(epoch from e.at - (t.end_time_ at time zone :zone)))) as apart,
            substring(substr(e.text, length(t.name_) + 3) from '^[A-Z][A-Z0-9_]*$') as decision
          from order_event e
          where e.order_id = o.id and e.kind = 'TASK_COMPLETED'
            and e.at >= :begin - interval '1 minute' and e.at < :end + interval '1 minute'
            and (e.text = t.name_ or starts_with(e.text, t.name_ || ': '))) noted
        where noted.apart <= 10
        order by noted.decision is null, noted.apart, noted.id
        limit 1) e on true
      left join lateral (
        select v.text_ as decision from act_hi_varinst v
        where v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'decision'
          and v.text_ ~ '^[A-Z][A-Z0-9_]*$'
          and v.create_time_ between t.end_time_ - interval '10 seconds'
            and t.end_time_ + interval '10 seconds'
        order by abs(extract(epoch from v.create_time_ - t.end_time_)) limit 1) c on true
      where t.end_time_ >= :ended and t.end_time_ < :before and t.delete_reason_ = 'completed'
      """
          .formatted(
              OpenTasks.kind("t"), TaskSubject.COLUMNS, TaskSubject.joined("t.root_proc_inst_id_"));

  private final JdbcClient jdbc;

  DecidedTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Reads the tasks of a period.
   *
   * @param select the beginning of the statement, up to the name of the rows, which is {@code
   *     decided}
   * @param rest the end of the statement, such as the grouping
   */
  <T> List<T> read(FigureCriteria criteria, String select, String rest, RowMapper<T> mapper) {
    return criteria
        .filter(
            criteria.period(
                jdbc.sql(
                    "select %s from (%s) decided where %s %s"
                        .formatted(select, DECIDED, FigureCriteria.FILTERED, rest))))
        .param("ended", EngineTime.at(FigureCriteria.midnight(criteria.firstDay()).toInstant()))
        .param(
            "before",
            EngineTime.at(FigureCriteria.midnight(criteria.lastDay().plusDays(1)).toInstant()))
        .param("zone", ZoneId.systemDefault().getId())
        .query(mapper)
        .list();
  }
}
