package io.domainflow.analysis;

import io.domainflow.database.EngineTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tasks that people have completed, with what they decided: the engine knows who and when, the
 * order knows the decision. A task about an account has neither an order nor a decision here.
 */
@Repository
class DecidedTasks {

  // Both were written in the same transaction, each with the time of its own look at the clock.
  // Only
  // what was chosen is read of the order's text, and not what somebody has typed.
  private static final String DECIDED =
      """
      select coalesce(t.name_, t.task_def_key_) as task, coalesce(e.by, t.assignee_) as login,
        substring(e.text from ': ([A-Z][A-Z0-9_]*)$') as decision,
        t.start_time_, t.end_time_, t.duration_ / 1000.0 as seconds, t.due_date_,
        greatest(0, extract(epoch from t.end_time_ - t.due_date_)) as late,
        t.proc_inst_id_ as instance,
        o.id, o.reference, o.domain_unicode, o.operation, o.account, o.tld
      from act_hi_taskinst t
      left join provisioning_order o on o.process_instance_id = t.root_proc_inst_id_
      left join lateral (
        select e.by, e.text from order_event e
        where e.order_id = o.id and e.kind = 'TASK_COMPLETED'
          and e.at >= :begin - interval '1 minute' and e.at < :end + interval '1 minute'
          and (e.text = t.name_ or starts_with(e.text, t.name_ || ': '))
          and e.at between (t.end_time_ at time zone :zone) - interval '10 seconds'
            and (t.end_time_ at time zone :zone) + interval '10 seconds'
        order by e.id desc limit 1) e on true
      where t.end_time_ >= :ended and t.end_time_ < :before and t.delete_reason_ = 'completed'
      """;

  private final JdbcClient jdbc;

  DecidedTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Reads those of a period.
   *
   * @param select what is read from the rows, up to their name; they are called {@code decided}
   * @param rest what follows, such as how they are grouped
   */
  <T> List<T> read(FigureCriteria wish, String select, String rest, RowMapper<T> mapper) {
    return wish.filter(
            wish.period(
                jdbc.sql(
                    "select %s from (%s) decided where %s %s"
                        .formatted(select, DECIDED, FigureCriteria.FILTERED, rest))))
        .param("ended", EngineTime.at(FigureCriteria.midnight(wish.from()).toInstant()))
        .param("before", EngineTime.at(FigureCriteria.midnight(wish.to().plusDays(1)).toInstant()))
        .param("zone", ZoneId.systemDefault().getId())
        .query(mapper)
        .list();
  }
}
