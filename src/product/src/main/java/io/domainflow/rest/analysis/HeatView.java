package io.domainflow.rest.analysis;

import io.domainflow.analysis.ActivityHeat.Activity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers and durations of a process's activities in a range of days.
 *
 * @param process its key
 * @param version the requested version; null for all
 * @param from the first day, of UTC
 * @param to the last day
 */
record HeatView(
    String process,
    @Nullable Integer version,
    LocalDate from,
    LocalDate to,
    Instant asOf,
    List<ActivityView> activities) {

  /**
   * An activity.
   *
   * @param activity its id in the model
   * @param step its name in the model
   * @param finished how often it has ended, cancelled or not
   * @param meanSeconds null if it has never ended
   * @param medianSeconds accurate to an eighth; null if it has never ended
   * @param running how many are active now
   */
  record ActivityView(
      String activity,
      String step,
      long finished,
      long cancelled,
      double totalSeconds,
      @Nullable Double meanSeconds,
      @Nullable Double medianSeconds,
      long running) {

    static ActivityView of(Activity activity) {
      return new ActivityView(
          activity.activity(),
          activity.step(),
          activity.finished(),
          activity.cancelled(),
          activity.total().toMillis() / 1000.0,
          InstanceList.seconds(activity.mean()),
          InstanceList.seconds(activity.median()),
          activity.running());
    }
  }
}
