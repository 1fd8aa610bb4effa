package io.domainflow.process.worker;

import io.domainflow.database.EngineTime;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads from the engine's table which external tasks are due. The engine builds its own queries
 * anew each time, at a cost that grows with their length, and it does not know accounts.
 */
@Component
class DueTasks {

  // of act_ru_ext_task t
  private static final String DUE =
      """
      (t.lock_exp_time_ is null or t.lock_exp_time_ <= :now)
      and (t.suspension_state_ is null or t.suspension_state_ = 1)
      and (t.retries_ is null or t.retries_ > 0)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  DueTasks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The number of due tasks for each of these topics that has any. */
  Map<String, Integer> byTopic(Set<String> topics) {
    Map<String, Integer> due = new HashMap<>();
    jdbc.sql(
            "select t.topic_name_, count(*) from act_ru_ext_task t where "
                + DUE
                + "group by t.topic_name_")
        .param("now", EngineTime.at(clock.instant()))
        .query(
            row -> {
              due.put(row.getString(1), row.getInt(2));
            });
    due.keySet().retainAll(topics);
    return due;
  }

  /** The number of tasks that can be locked now. */
  int count() {
    return jdbc.sql("select count(*) from act_ru_ext_task t where " + DUE)
        .param("now", EngineTime.at(clock.instant()))
        .query(Integer.class)
        .single();
  }

  /**
   * Tasks of accounts that are not among these, up to {@code ofEach} for each, in turns and locked
   * until the transaction ends; rows that another node has locked are skipped.
   */
  List<ReservedTask> ofOthers(Set<String> topics, Set<String> accounts, int ofEach, int most) {
    // checks that it is due twice: to number the rows, and again for what changes until a row is
    // locked
    return jdbc.sql(
            """
            with of_account as (
              select t.id_, t.priority_, t.create_time_, coalesce(
                (select o.account from provisioning_order o
                  where o.process_instance_id = t.proc_inst_id_),
                (select o.account from order_called_process c
                  join provisioning_order o on o.id = c.order_id
                  where c.process_instance_id = t.proc_inst_id_),
                (select split_part(i.business_key_, ':', 1) from act_ru_execution i
                  where i.id_ = t.proc_inst_id_), '') as account
              from act_ru_ext_task t
              where t.topic_name_ = any(:topics) and
            """
                + DUE
                + """
            ),
            turns as (
              select id_, row_number() over (
                partition by account order by priority_ desc, create_time_) as turn
              from of_account where account <> all(:accounts))
            select t.id_, t.proc_inst_id_, t.topic_name_, t.priority_, t.retries_, i.business_key_
            from turns
            join act_ru_ext_task t on t.id_ = turns.id_
            join act_ru_execution i on i.id_ = t.proc_inst_id_
            where turn <= :ofEach and
            """
                + DUE
                + """
            order by turn, t.priority_ desc, t.create_time_
            limit :most
            for update of t skip locked
            """)
        // the engine takes locks that expired before now, not just now
        .param("now", EngineTime.at(clock.instant().minusMillis(1)))
        .param("topics", topics.toArray(String[]::new))
        .param("accounts", accounts.toArray(String[]::new))
        .param("ofEach", ofEach)
        .param("most", most)
        .query((row, n) -> ReservedTask.of(row))
        .list();
  }

  /** Whether this worker has locked a task, until some time between these. */
  boolean isReserved(String task, String workerId, Instant from, Instant to) {
    return jdbc.sql(
            """
            select exists(
              select 1 from act_ru_ext_task
              where id_ = :task and worker_id_ = :worker
                and lock_exp_time_ between :from and :to)
            """)
        .param("task", task)
        .param("worker", workerId)
        .param("from", EngineTime.at(from))
        .param("to", EngineTime.at(to))
        .query(Boolean.class)
        .single();
  }

  /** When the next lock expires, except for tasks that are being worked on here. */
  Optional<Instant> nextAfter(Instant now, Set<String> beingWorked) {
    return jdbc.sql(
            """
            select lock_exp_time_ from act_ru_ext_task
            where lock_exp_time_ > :now and (retries_ is null or retries_ > 0)
              and id_ <> all(:beingWorked)
            order by lock_exp_time_ limit 1
            """)
        .param("now", EngineTime.at(now))
        .param("beingWorked", beingWorked.toArray(String[]::new))
        .query((row, n) -> EngineTime.instant(row, "lock_exp_time_"))
        .optional();
  }
}
