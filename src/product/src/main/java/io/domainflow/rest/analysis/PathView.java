package io.domainflow.rest.analysis;

import io.domainflow.analysis.ProcessAudit.Subject;
import io.domainflow.analysis.ProcessPath.Path;
import io.domainflow.analysis.ProcessPath.State;
import io.domainflow.analysis.ProcessPath.Step;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The path of a process instance through its model.
 *
 * @param process its key
 * @param name the name of the process, for people
 * @param reference of the order; without an order, the subject
 * @param caller the process instance that called it
 * @param endedAt null while it runs
 * @param order id of the order that it carries out, or a part of it
 * @param steps in the order in which they began
 * @param flows ids of the sequence flows that were taken
 */
record PathView(
    String id,
    String process,
    String name,
    int version,
    String reference,
    @Nullable String caller,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable UUID order,
    List<PathStep> steps,
    List<String> flows) {

  static PathView of(Subject subject, Path path) {
    return new PathView(
        subject.id(),
        subject.process(),
        subject.name(),
        subject.version(),
        subject.reference(),
        subject.caller(),
        subject.startedAt(),
        subject.endedAt(),
        subject.order(),
        path.steps().stream().map(PathStep::of).toList(),
        path.flows().stream().sorted().toList());
  }

  /**
   * An element of the model that was executed.
   *
   * @param activity its id in the model
   * @param step its name in the model
   * @param type its type in the model
   * @param endedAt null while it runs
   * @param tookSeconds null while it runs
   * @param by the login that had the task; null for other steps
   * @param instance the process instance that it called; null for other steps
   */
  record PathStep(
      String activity,
      String step,
      String type,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Double tookSeconds,
      State state,
      @Nullable String by,
      @Nullable String instance) {

    static PathStep of(Step step) {
      return new PathStep(
          step.activity(),
          step.step(),
          step.type(),
          step.startedAt(),
          step.endedAt(),
          InstanceList.seconds(step.took()),
          step.state(),
          step.by(),
          step.instance());
    }
  }
}
