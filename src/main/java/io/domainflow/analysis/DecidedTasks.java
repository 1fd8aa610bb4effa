package io.domainflow.analysis;

import io.domainflow.database.EngineTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tasks that people have completed, with their decisions: the engine knows who and when, the
 * order knows the decision. For tasks about a name without an order, the process knows the name;
 * the answer to an outgoing transfer is known, other decisions are not.
 */
@Repository
class DecidedTasks {

  // The engine's row and the order's, or the answer's, were written in the same transaction, each
  // with its own reading of the clock. Of an order's text only the chosen decision is read, not
  // what somebody has typed.
  private static final String DECIDED =
      """
      select %s as task,
        coalesce(e.by, t.assignee_) as login,
        coalesce(substring(e.text from ': ([A-Z][A-Z0-9_]*)$'), a.answer) as decision,
        t.start_time_, t.end_time_, t.duration_ / 1000.0 as seconds, t.due_date_,
        greatest(0, extract(epoch from t.end_time_ - t.due_date_)) as late,
        t.proc_inst_id_ as instance,
        o.id, o.reference, coalesce(o.domain_unicode, n.domain) as domain_unicode, o.operation,
        coalesce(o.account, n.account) as account,
        coalesce(o.tld, substr(n.domain, strpos(n.domain, '.') + 1)) as tld
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
      left join lateral (
        select split_part(p.business_key_, ':', 1) as account,
          split_part(p.business_key_, ':', 2) as domain
        from act_hi_procinst p
        where p.proc_inst_id_ = t.root_proc_inst_id_
          and p.proc_def_key_ in ('OutgoingTransferProcess', 'DriftProcess')) n on true
      left join lateral (
        select g.answer from outgoing_transfer r
        join outgoing_transfer_answer g on g.transfer_id = r.id
        where t.task_def_key_ = 'Task_AnswerOutgoingTransfer'
          and r.account = n.account and r.domain = n.domain and g.answered_by = t.assignee_
          and g.answered_at between (t.end_time_ at time zone :zone) - interval '10 seconds'
            and (t.end_time_ at time zone :zone) + interval '10 seconds'
        order by g.number desc limit 1) a on true
      where t.end_time_ >= :ended and t.end_time_ < :before and t.delete_reason_ = 'completed'
      """
          .formatted(OpenTasks.kind("t"));

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
