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

/** What people still have to decide, by kind of task: those with most overdue tasks first. */
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

  /**
   * SQL for the kind of a task: its name without the subject that follows, such as a domain.
   *
   * @param row alias of the engine's row
   */
  static String kind(String row) {
    return "split_part(coalesce(%1$s.name_, %1$s.task_def_key_), ': ', 1)".formatted(row);
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    return FigureRows.all(
        jdbc.sql(
                """
                select %s as task, count(*) as open,
                  count(assignee_) as taken, count(*) filter (where due_date_ < :now) as overdue,
                  min(create_time_) as oldest
                from act_ru_task t group by 1 order by 4 desc, 2 desc, 1
                """
                    .formatted(kind("t")))
            .param("now", EngineTime.at(clock.instant()))
            .query(
                (row, n) ->
                    FigureRows.row(
                        row.getString("task"),
                        row.getLong("open"),
                        row.getLong("taken"),
                        row.getLong("overdue"),
                        EngineTime.instantOrNull(row, "oldest")))
            .list());
  }
}
