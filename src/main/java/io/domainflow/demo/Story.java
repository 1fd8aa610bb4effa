package io.domainflow.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one order, step after step, each at its time before the end of the demo data.
 * Steps at the same time have the steps of other stories between them, so that what one waits for
 * is done meanwhile.
 */
final class Story {

  /** Something that people or machines do; whatever it throws ends the story. */
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

  /** For the log. */
  String title() {
    return title;
  }

  /**
   * Something happens.
   *
   * @param beforeTheEnd how long before the end, such as {@code P3DT2H}
   */
  Story before(String beforeTheEnd, Deed deed) {
    steps.add(new Step(Duration.parse(beforeTheEnd), deed));
    return this;
  }

  /** Something happens at the very end; no time passes after it. */
  Story atTheEnd(Deed deed) {
    return before("PT0S", deed);
  }

  /** Something happens at the time of the step before, but after it. */
  Story then(Deed deed) {
    steps.add(new Step(steps.get(steps.size() - 1).beforeTheEnd(), deed));
    return this;
  }

  /**
   * Moves all of it but its end, so that its steps keep their distance.
   *
   * @param begins when it begins, by when it is written to
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

  /** Tells the next step. */
  void tellNext() {
    steps.remove(0).deed().happen();
  }

  /** Leaves the rest untold. */
  void stop() {
    steps.clear();
  }
}
