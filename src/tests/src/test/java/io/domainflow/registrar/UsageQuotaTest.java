package io.domainflow.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.model.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The registrar's points, counted by its rules: 10 for a purchase, a fifth expires per minute. */
@DomainflowTest
class UsageQuotaTest {

  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;

  private final String account = "quota-" + UUID.randomUUID();
  private final MovableClock clock = new MovableClock();
  private UsageQuota quota;

  @BeforeEach
  void count() {
    quota = new UsageQuota(jdbc, transactions, clock);
  }

  @Test
  void admitsWhatStaysBelowTheMarkAndSaysWhenToComeBack() {
    for (int i = 0; i < 30; i++) {
      assertThat(quota.take(account, 10, 300)).isEmpty();
    }
    Instant full = clock.instant();

    Instant room = quota.take(account, 10, 300).orElseThrow();

    assertThat(room).isBetween(full.plusSeconds(59), full.plusSeconds(61));
    assertThat(quota.take(account, 70, 300).orElseThrow())
        .as("240 points and these are still too many")
        .isBetween(full.plusSeconds(119), full.plusSeconds(121));
    advance(Duration.ofSeconds(61));
    // 300 points have become 240
    for (int i = 0; i < 6; i++) {
      assertThat(quota.take(account, 10, 300)).isEmpty();
    }
    assertThat(quota.take(account, 10, 300)).isPresent();
  }

  @Test
  void forgetsAFifthOfThePointsEachMinute() {
    quota.atLeast(account, 500);

    Instant room = quota.take(account, 10, 300).orElseThrow();

    // 500 · 0.8³ = 256
    assertThat(Duration.between(clock.instant(), room).truncatedTo(ChronoUnit.MINUTES))
        .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
    advance(Duration.ofSeconds(121));
    assertThat(quota.take(account, 10, 300)).isPresent();
    advance(Duration.ofSeconds(60));
    assertThat(quota.take(account, 10, 300)).isEmpty();
  }

  @Test
  void resumesAfterALongIdleTime() {
    quota.atLeast(account, 500);

    for (int year = 0; year < 3; year++) {
      advance(Duration.ofDays(365));
      assertThat(quota.take(account, 300, 300)).isEmpty();
      assertThat(quota.take(account, 10, 300)).isPresent();
    }
  }

  @Test
  void countsOnceForAllNodes() throws Exception {
    UsageQuota otherNode = new UsageQuota(jdbc, transactions, clock);
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      UsageQuota node = i % 2 == 0 ? quota : otherNode;
      calls.add(() -> node.take(account, 10, 300).isEmpty());
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    int passed = 0;
    try {
      for (Future<Boolean> call : threads.invokeAll(calls)) {
        passed += call.get() ? 1 : 0;
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(passed).isEqualTo(30);
  }

  @Test
  void admitsASingleCommandThatIsLargerThanTheMark() {
    assertThat(quota.take(account, 400, 300)).isEmpty();
    assertThat(quota.take(account, 1, 300)).isPresent();
  }

  private void advance(Duration duration) {
    clock.setOffset(clock.offset().plus(duration));
  }
}
