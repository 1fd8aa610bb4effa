package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.text;
import static io.domainflow.analysis.FigureColumn.time;

import io.domainflow.database.EngineTime;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people still have to decide, by kind of task: those with most that are overdue first. */
@Component
class OpenTasks implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "open-tasks",
          "Open tasks",
          false,
          Set.of(),
          List.of(
              text("task", "Task"),
              count("open", "Open"),
              count("taken", "Taken by somebody"),
              count("overdue", "Overdue"),
              time("oldest", "The oldest since")));

  private final JdbcClient jdbc;
  private final Clock clock;

  OpenTasks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria wish) {
    return FigureRows.all(
        jdbc.sql(
                """
                select coalesce(name_, task_def_key_) as task, count(*) as open,
                  count(assignee_) as taken, count(*) filter (where due_date_ < :now) as overdue,
                  min(create_time_) as oldest
                from act_ru_task group by 1 order by 4 desc, 2 desc, 1
                """)
            .param("now", EngineTime.at(clock.instant()))
            .query(
                (row, n) ->
                    FigureRows.row(
                        row.getString("task"),
                        row.getLong("open"),
                        row.getLong("taken"),
                        row.getLong("overdue"),
                        EngineTime.of(row, "oldest")))
            .list());
  }
}
