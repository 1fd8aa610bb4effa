package io.domainflow.analysis;

import static java.util.stream.Collectors.groupingBy;

import io.domainflow.analysis.ProcessPath.State;
import io.domainflow.analysis.ProcessPath.Step;
import io.domainflow.process.ModelFlows.Flow;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds out which sequence flows were taken. The engine records steps and not flows: a completed
 * step led to the one of its targets that began next, a parallel gateway to each of them.
 */
final class TakenFlows {

  private TakenFlows() {}

  /** A flow, and the step to which it may have led. */
  private record Next(Flow flow, int step) {}

  /**
   * The ids of the flows.
   *
   * @param steps in the order in which they began
   */
  static Set<String> of(List<Step> steps, List<Flow> model) {
    Map<String, List<Flow>> leaving = model.stream().collect(groupingBy(Flow::source));
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.state() == State.DONE) {
        int from = i;
        Stream<Next> next =
            leaving.getOrDefault(step.activity(), List.of()).stream()
                .flatMap(flow -> next(steps, from, flow).stream());
        if (leaving.getOrDefault(step.activity(), List.of()).stream().anyMatch(Flow::parallel)) {
          next.forEach(found -> taken.add(found.flow().id()));
        } else {
          next.min(Comparator.comparing(Next::step))
              .ifPresent(found -> taken.add(found.flow().id()));
        }
      }
    }
    return taken;
  }

  private static Optional<Next> next(List<Step> steps, int from, Flow flow) {
    Instant left = steps.get(from).endedAt();
    if (left == null) {
      return Optional.empty();
    }
    return IntStream.range(from + 1, steps.size())
        .filter(index -> steps.get(index).activity().equals(flow.target()))
        .filter(index -> !steps.get(index).startedAt().isBefore(left))
        .mapToObj(index -> new Next(flow, index))
        .findFirst();
  }
}
