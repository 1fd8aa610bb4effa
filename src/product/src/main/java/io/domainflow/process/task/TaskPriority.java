package io.domainflow.process.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The urgency of a task: the less time is left until it is due, the higher its priority. */
enum TaskPriority {
  NOW(90, Duration.ofHours(4)),
  TODAY(70, Duration.ofDays(1)),
  SOON(50, Duration.ofDays(3)),
  /** Due later, or without a due date. */
  LATER(30, null);

  private final int number;
  private final @Nullable Duration left;

  TaskPriority(int number, @Nullable Duration left) {
    this.number = number;
    this.left = left;
  }

  /** The engine's number; higher is more urgent. */
  int number() {
    return number;
  }

  /** How much time is left at most; null for {@link #LATER}. */
  @Nullable Duration left() {
    return left;
  }

  /**
   * The priority of a task.
   *
   * @param due null if it has no due date
   */
  static TaskPriority of(@Nullable Instant due, Instant now) {
    if (due == null) {
      return LATER;
    }
    return Arrays.stream(values())
        .filter(priority -> priority.left != null && !due.isAfter(now.plus(priority.left)))
        .findFirst()
        .orElse(LATER);
  }
}
