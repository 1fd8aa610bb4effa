package io.domainflow.process.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofHours(1));

  private final RetrySchedule middle = new RetrySchedule(PAUSES, Duration.ofMinutes(5), () -> 0.5);

  @Test
  void growsWithEachAttemptAndEnds() {
    int first = middle.retriesAfter(null);
    int second = middle.retriesAfter(first);
    int third = middle.retriesAfter(second);

    assertThat(middle.pauseBefore(first)).isEqualTo(Duration.ofSeconds(10));
    assertThat(middle.pauseBefore(second)).isEqualTo(Duration.ofMinutes(2));
    assertThat(middle.pauseBefore(third)).isEqualTo(Duration.ofHours(1));
    assertThat(middle.retriesAfter(third)).isZero();
  }

  @Test
  void keepsTheAttemptsWhenOneDoesNotCount() {
    int kept = middle.retriesKept(null);

    assertThat(middle.retriesAfter(kept)).isEqualTo(middle.retriesAfter(null));
    assertThat(middle.retriesKept(2)).isEqualTo(2);
  }

  @Test
  void spreadsTheRetriesOfStepsThatFailedTogether() {
    RetrySchedule early = new RetrySchedule(PAUSES, Duration.ofMinutes(5), () -> 0);
    RetrySchedule late = new RetrySchedule(PAUSES, Duration.ofMinutes(5), () -> 1);

    assertThat(early.pauseBefore(3)).isEqualTo(Duration.ofSeconds(8));
    assertThat(late.pauseBefore(3)).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void neverWaitsLongForAnUnreachableRegistrar() {
    assertThat(middle.outagePause(0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(middle.outagePause(3)).isEqualTo(Duration.ofSeconds(40));
    assertThat(middle.outagePause(1000)).isEqualTo(Duration.ofMinutes(5));
  }
}
