package io.domainflow.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a reader costs the server, without a server. */
class LimitedWritesTest {

  private static final String CALLER = "192.0.2.1";
  private static final Duration NINE_SECONDS = Duration.ofSeconds(9);

  private final AtomicLong now = new AtomicLong();
  private final ThreadsPerAddress waiting = new ThreadsPerAddress(2, 3);
  private final AnswerLimits limits = new AnswerLimits(waiting, Duration.ofSeconds(20), now::get);

  @AfterEach
  void end() {
    limits.end();
  }

  @Test
  void whoReadsAByteNowAndThenIsNotWaitedForForHours() throws IOException {
    LimitedWrites connection = new LimitedWrites(limits);
    limits.begin(CALLER);
    connection.wrote(1_000, true);
    for (int i = 0; i < 2; i++) {
      connection.wrote(0, true);
      now.addAndGet(NINE_SECONDS.toNanos());
      connection.wrote(1, true);
    }
    connection.wrote(0, true);
    now.addAndGet(NINE_SECONDS.toNanos());

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> connection.wrote(1, true));
  }

  @Test
  void whoReadsALargeAnswerOverASlowLineGetsAllOfIt() throws IOException {
    LimitedWrites connection = new LimitedWrites(limits);
    limits.begin(CALLER);
    for (int i = 0; i < 100; i++) {
      connection.wrote(0, true);
      now.addAndGet(Duration.ofSeconds(2).toNanos());
      connection.wrote(64 << 10, i < 99);
    }
  }

  @Test
  void aQuickAnswerGivesNoTimeForTheNextOne() throws IOException {
    LimitedWrites connection = new LimitedWrites(limits);
    limits.begin(CALLER);
    connection.wrote(100 << 20, false);
    limits.begin(CALLER);
    connection.wrote(0, true);
    now.addAndGet(Duration.ofSeconds(21).toNanos());

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> connection.wrote(1, true));
  }

  @Test
  void waitsForSomeOfAnAddressAndSomeOfAllOnly() throws IOException {
    limits.begin(CALLER);
    LimitedWrites first = new LimitedWrites(limits);
    first.wrote(0, true);
    new LimitedWrites(limits).wrote(0, true);
    assertRefused();

    limits.begin("192.0.2.2");
    new LimitedWrites(limits).wrote(0, true);
    assertRefused();

    first.closed();
    new LimitedWrites(limits).wrote(0, true);
  }

  @Test
  void waitsForNobodyWhoseAnswerIsTaken() throws IOException {
    limits.begin(CALLER);
    for (int i = 0; i < 3; i++) {
      LimitedWrites connection = new LimitedWrites(limits);
      connection.wrote(0, true);
      connection.wrote(10, false);
      // nothing left to write is nothing to wait for
      connection.wrote(0, false);
    }
    assertThat(waiting.begin(CALLER)).isTrue();
    assertThat(waiting.begin(CALLER)).isTrue();
  }

  private void assertRefused() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new LimitedWrites(limits).wrote(0, true));
  }
}
