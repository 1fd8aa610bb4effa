package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.text;
import static io.domainflow.analysis.FigureColumn.time;

import io.domainflow.order.list.OrderTrouble.State;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Failed steps, by reason: stopped ones first. */
@Component
class FailedStepsFigure implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "steps-in-trouble",
          "Steps in trouble",
          false,
          Set.of(),
          List.of(
              text("process", "Process"),
              text("step", "Step"),
              text("activity", "Activity"),
              text("state", "State"),
              text("what", "What happened, of one of them"),
              count("steps", "Steps"),
              time("since", "The first failed at"),
              time("nextTry", "Next try")));

  private final FailedStepGroups steps;

  FailedStepsFigure(FailedStepGroups steps) {
    this.steps = steps;
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    return FigureRows.all(
        steps.groups(Set.of(State.values())).stream()
            .map(
                group ->
                    FigureRows.row(
                        group.process(),
                        group.step(),
                        group.activity(),
                        group.state().name(),
                        group.what(),
                        (long) group.steps().size(),
                        group.since(),
                        group.nextTry()))
            .toList());
  }
}
