package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.order;
import static io.domainflow.analysis.FigureColumn.seconds;
import static io.domainflow.analysis.FigureColumn.text;
import static io.domainflow.analysis.FigureColumn.time;

import io.domainflow.database.EngineTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people still have to decide, one by one: the tasks that are due first at the top. */
@Component
class TaskListing implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "tasks-to-do",
          "Open tasks one by one",
          false,
          FigureHead.OF_ORDERS,
          List.of(
              time("due", "Due"),
              seconds("late", "Overdue by"),
              text("task", "Task"),
              text("domain", "Domain"),
              text("operation", "Operation"),
              text("account", "Account"),
              text("login", "Taken by"),
              time("since", "Open since"),
              text("reference", "Reference"),
              order(),
              text("instance", "Process instance")));

  // An order's task may be in a process that its process has called, or in one that was started for
  // it.
  private static final String OPEN =
      """
      select * from (
        select t.id_ as task_id, %s as task, t.due_date_, t.create_time_, t.assignee_,
          t.proc_inst_id_ as instance, o.id, o.reference, o.operation,
          coalesce(o.domain_unicode, n.domain) as domain,
          coalesce(o.account, n.account) as account,
          coalesce(o.tld, substr(n.domain, strpos(n.domain, '.') + 1)) as tld
        from act_ru_task t
        join act_ru_execution i on i.id_ = t.proc_inst_id_
        left join order_called_process c on c.process_instance_id = i.id_
        left join provisioning_order root
          on c.order_id is null and root.process_instance_id = i.root_proc_inst_id_
        left join provisioning_order o on o.id = coalesce(c.order_id, root.id)
        left join lateral (%s) n on true) open
      where %s
      order by due_date_ nulls last, create_time_, task_id limit :most
      """
          .formatted(
              OpenTasks.kind("t"), OpenTasks.subject("t.proc_inst_id_"), FigureCriteria.FILTERED);

  private final JdbcClient jdbc;
  private final Clock clock;

  TaskListing(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    Instant now = clock.instant();
    return FigureRows.first(
        criteria
            .filter(jdbc.sql(OPEN))
            .param("most", FigureTable.LONGEST_LIST + 1)
            .query(
                (row, n) -> {
                  Instant due = EngineTime.instantOrNull(row, "due_date_");
                  return FigureRows.row(
                      due,
                      late(now, due),
                      row.getString("task"),
                      row.getString("domain"),
                      row.getString("operation"),
                      row.getString("account"),
                      row.getString("assignee_"),
                      EngineTime.instant(row, "create_time_"),
                      row.getString("reference"),
                      row.getObject("id", UUID.class),
                      row.getString("instance"));
                })
            .list());
  }

  private static @Nullable Double late(Instant now, @Nullable Instant due) {
    return due == null || !due.isBefore(now)
        ? null
        : Duration.between(due, now).toMillis() / 1000.0;
  }
}
