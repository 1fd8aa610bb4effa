package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.seconds;
import static io.domainflow.analysis.FigureColumn.text;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who has decided what, how often and how fast: by person, kind of task and decision, most frequent
 * first.
 */
@Component
class Decisions implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "decisions",
          "Decisions",
          true,
          FigureHead.OF_ORDERS,
          List.of(
              text("login", "Who"),
              text("task", "Task"),
              text("decision", "Decision"),
              count("tasks", "Tasks"),
              count("late", "After the due date"),
              seconds("median", "Open, median"),
              seconds("p90", "Open, 90 of 100 within")));

  private final DecidedTasks tasks;

  Decisions(DecidedTasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    return FigureRows.all(
        tasks.read(
            criteria,
            """
            login, task, decision, count(*) as tasks, count(*) filter (where late > 0) as late,
              percentile_disc(0.5) within group (order by seconds)::float8 as median,
              percentile_disc(0.9) within group (order by seconds)::float8 as p90
            """,
            "group by login, task, decision order by count(*) desc, login, task, decision",
            (row, n) ->
                FigureRows.row(
                    row.getString("login"),
                    row.getString("task"),
                    row.getString("decision"),
                    row.getLong("tasks"),
                    row.getLong("late"),
                    row.getDouble("median"),
                    row.getDouble("p90"))));
  }
}
