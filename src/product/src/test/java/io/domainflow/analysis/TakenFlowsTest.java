package io.domainflow.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.analysis.ProcessPath.State;
import io.domainflow.analysis.ProcessPath.Step;
import io.domainflow.process.ModelFlows.Flow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The path of a process follows from the times of its steps. */
class TakenFlowsTest {

  private static final Instant BEGUN = Instant.parse("2027-01-31T10:00:00Z");

  private static final List<Flow> MODEL =
      List.of(
          flow("begin", "Start", "Ask"),
          flow("answer", "Ask", "Answered"),
          flow("yes", "Answered", "Buy"),
          flow("no", "Answered", "Correct"),
          flow("again", "Correct", "Ask"),
          flow("bought", "Buy", "Done"),
          flow("late", "TooLate", "Done"));

  @Test
  void goesToTheTargetThatBeganNext() {
    assertThat(
            TakenFlows.of(
                List.of(
                    step("Start", 0),
                    step("Ask", 0),
                    step("Answered", 5),
                    step("Buy", 5),
                    step("Done", 6)),
                MODEL))
        .containsExactlyInAnyOrder("begin", "answer", "yes", "bought");
  }

  @Test
  void goesRoundAsOftenAsItWent() {
    List<Step> steps =
        List.of(
            step("Start", 0),
            step("Ask", 0),
            step("Answered", 5),
            step("Correct", 5),
            step("Ask", 7),
            step("Answered", 9),
            step("Buy", 9),
            step("Done", 10));

    assertThat(TakenFlows.of(steps, MODEL))
        .containsExactlyInAnyOrder("begin", "answer", "no", "again", "yes", "bought");
    assertThat(TakenFlows.of(steps.subList(0, 4), MODEL))
        .containsExactlyInAnyOrder("begin", "answer", "no");
  }

  @Test
  void doesNotLeaveAStepThatWasCutShortOrStillRuns() {
    List<Step> steps =
        List.of(
            step("Start", 0),
            new Step(
                "Ask",
                "Ask",
                "task",
                BEGUN,
                BEGUN.plusSeconds(5),
                Duration.ofSeconds(5),
                State.CANCELLED,
                null,
                null),
            step("TooLate", 5),
            new Step(
                "Done",
                "Done",
                "task",
                BEGUN.plusSeconds(5),
                null,
                null,
                State.RUNNING,
                null,
                null));

    assertThat(TakenFlows.of(steps, MODEL)).containsExactlyInAnyOrder("begin", "late");
  }

  @Test
  void takesAllFlowsOfAParallelGateway() {
    List<Flow> model =
        List.of(new Flow("one", "Fork", "A", true), new Flow("other", "Fork", "B", true));

    assertThat(TakenFlows.of(List.of(step("Fork", 0), step("A", 0), step("B", 0)), model))
        .containsExactlyInAnyOrder("one", "other");
  }

  private static Flow flow(String id, String source, String target) {
    return new Flow(id, source, target, false);
  }

  /** It took no time, this many seconds after the beginning. */
  private static Step step(String activity, int seconds) {
    Instant at = BEGUN.plusSeconds(seconds);
    return new Step(activity, activity, "task", at, at, Duration.ZERO, State.DONE, null, null);
  }
}
