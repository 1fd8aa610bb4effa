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

  private static final String OPEN =
      """
      select * from (
        select t.id_ as task_id, %s as task, t.due_date_, t.create_time_, t.assignee_,
          t.proc_inst_id_ as instance, %s
        from act_ru_task t
        join act_ru_execution i on i.id_ = t.proc_inst_id_
        %s) open
      where %s
      order by due_date_ nulls last, create_time_, task_id limit :most
      """
          .formatted(
              OpenTasks.kind("t"),
              TaskSubject.COLUMNS,
              TaskSubject.joined("i.root_proc_inst_id_"),
              FigureCriteria.FILTERED);

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
                      FigureRows.domain(row),
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
