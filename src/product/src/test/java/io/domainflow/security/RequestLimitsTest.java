package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {

  private final Time time = new Time();
  private final RequestLimits limits = new RequestLimits(time);

  @Test
  void admitsABurstAndThenAnEvenRate() {
    assertThat(taken("shop", 60, 100)).isEqualTo(60);
    assertThat(limits.count("shop", 60)).contains(Duration.ofSeconds(1));

    time.pass(Duration.ofSeconds(1));

    assertThat(taken("shop", 60, 100)).isEqualTo(1);
    time.pass(Duration.ofDays(1));
    assertThat(taken("shop", 60, 100)).as("no more than a minute is saved").isEqualTo(60);
  }

  @Test
  void countsEachLoginSeparately() {
    assertThat(taken("shop", 3, 10)).isEqualTo(3);
    assertThat(taken("other", 3, 10)).isEqualTo(3);
  }

  @Test
  void aRequestThatIsRefusedDoesNotLengthenTheWait() {
    taken("shop", 1, 50);
    time.pass(Duration.ofMinutes(1));

    assertThat(limits.count("shop", 1)).isEmpty();
  }

  @Test
  void followsAnotherNumberAtOnce() {
    taken("shop", 1, 10);

    assertThat(taken("shop", 5, 10)).isEqualTo(5);
    assertThat(taken("shop", 1, 10)).isEqualTo(1);
  }

  private int taken(String login, int perMinute, int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += limits.count(login, perMinute).isEmpty() ? 1 : 0;
    }
    return taken;
  }

  private static final class Time implements TimeMeter {

    private long nanos;

    void pass(Duration duration) {
      nanos += duration.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
