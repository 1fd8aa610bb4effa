package io.domainflow.process.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimetableTest {

  private static final Instant FIVE = Instant.parse("2026-01-01T05:00:00Z");

  @Test
  void beginsWithTheLastStartThatWasDue() {
    assertThat(daily("2027-03-04T05:00:00Z")).isEqualTo("R/2027-03-04T05:00:00.000Z/PT24H");
    assertThat(daily("2027-03-04T04:59:59.999Z")).isEqualTo("R/2027-03-03T05:00:00.000Z/PT24H");
    assertThat(daily("2025-12-31T06:00:00Z")).isEqualTo("R/2025-12-31T05:00:00.000Z/PT24H");
    assertThat(
            Timetable.every(
                Duration.ofMinutes(15), Instant.EPOCH, Instant.parse("2026-11-27T18:44:59Z")))
        .isEqualTo("R/2026-11-27T18:30:00.000Z/PT15M");
  }

  private static String daily(String now) {
    return Timetable.every(Duration.ofDays(1), FIVE, Instant.parse(now));
  }
}
