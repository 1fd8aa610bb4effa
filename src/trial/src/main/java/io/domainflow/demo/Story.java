package io.domainflow.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The events of one order, step by step, each at its time before the end of the demo data. Between
 * steps at the same time, other stories have their steps, so that what one waits for is done
 * meanwhile.
 */
final class Story {

  /** An action of people or machines; an exception ends the story. */
  @FunctionalInterface
  interface Deed {
    void happen();
  }

  private record Step(Duration beforeTheEnd, Deed deed) {}

  private final String title;
  private final List<Step> steps = new ArrayList<>();

  Story(String title) {
    this.title = title;
  }

  /** The title in the log. */
  String title() {
    return title;
  }

  /**
   * Adds an action.
   *
   * @param beforeTheEnd how long before the end, such as {@code P3DT2H}
   */
  Story before(String beforeTheEnd, Deed deed) {
    steps.add(new Step(Duration.parse(beforeTheEnd), deed));
    return this;
  }

  /** Adds an action at the very end; no time passes after it. */
  Story atTheEnd(Deed deed) {
    return before("PT0S", deed);
  }

  /** Adds an action at the time of the previous step, but after it. */
  Story then(Deed deed) {
    steps.add(new Step(steps.get(steps.size() - 1).beforeTheEnd(), deed));
    return this;
  }

  /**
   * Moves the whole story except its end, so that its steps keep their distances.
   *
   * @param begins the start of a story, by its written start
   */
  void move(UnaryOperator<Duration> begins) {
    Duration written = steps.get(0).beforeTheEnd();
    Duration later = written.minus(begins.apply(written));
    steps.replaceAll(
        step ->
            step.beforeTheEnd().isZero()
                ? step
                : new Step(step.beforeTheEnd().minus(later), step.deed()));
  }

  /** How long before the end the next step is. */
  @Nullable Duration next() {
    return steps.isEmpty() ? null : steps.get(0).beforeTheEnd();
  }

  /** Runs the next step. */
  void tellNext() {
    steps.remove(0).deed().happen();
  }

  /** Drops the remaining steps. */
  void stop() {
    steps.clear();
  }
}
