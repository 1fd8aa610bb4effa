package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.order;
import static io.domainflow.analysis.FigureColumn.seconds;
import static io.domainflow.analysis.FigureColumn.text;
import static io.domainflow.analysis.FigureColumn.time;

import io.domainflow.database.EngineTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people have decided, one by one, latest first. */
@Component
class DecisionListing implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "decided-tasks",
          "Decisions one by one",
          true,
          FigureHead.OF_ORDERS,
          List.of(
              time("at", "Decided"),
              text("login", "Who"),
              text("task", "Task"),
              text("decision", "Decision"),
              text("domain", "Domain"),
              text("operation", "Operation"),
              text("account", "Account"),
              seconds("took", "Open for"),
              seconds("late", "After the due date by"),
              text("reference", "Reference"),
              order(),
              text("instance", "Process instance")));

  private final DecidedTasks tasks;

  DecisionListing(DecidedTasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    return FigureRows.first(
        tasks.read(
            criteria,
            "*",
            "order by end_time_ desc, task limit " + (FigureTable.LONGEST_LIST + 1),
            (row, n) ->
                FigureRows.row(
                    EngineTime.instant(row, "end_time_"),
                    row.getString("login"),
                    row.getString("task"),
                    row.getString("decision"),
                    FigureRows.domain(row),
                    row.getString("operation"),
                    row.getString("account"),
                    row.getDouble("seconds"),
                    row.getDouble("late") > 0 ? (Double) row.getDouble("late") : null,
                    row.getString("reference"),
                    row.getObject("id", UUID.class),
                    row.getString("instance"))));
  }
}
