package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LoginAttemptsTest {

  private final MovableClock clock = new MovableClock();
  private final LoginAttempts attempts = new LoginAttempts(clock);

  @Test
  void forgivesAfterTheWindow() {
    failUpToTheLimit("10.0.0.1", "billing");
    assertThat(attempts.failed("10.0.0.1", "billing")).isPresent();

    clock.setOffset(Duration.ofMinutes(2));

    assertThat(attempts.failed("10.0.0.1", "billing")).isEmpty();
  }

  @Test
  void countsEachAddressAndUserSeparately() {
    failUpToTheLimit("10.0.0.1", "billing");

    assertThat(attempts.failed("10.0.0.2", "billing")).isEmpty();
    assertThat(attempts.failed("10.0.0.1", "operator")).isEmpty();
    assertThat(attempts.failed("10.0.0.1", "billing")).isPresent();
  }

  @Test
  void countsTheAddressesOfAnIpv6NetworkTogether() {
    failUpToTheLimit("2001:db8::1", "billing");

    assertThat(attempts.failed("2001:db8::2", "billing")).isPresent();
    assertThat(attempts.failed("2001:db8:0:1::2", "billing")).isEmpty();
  }

  @Test
  void startsOverAfterACorrectPassword() {
    failUpToTheLimit("10.0.0.1", "billing");
    attempts.succeeded("10.0.0.1", "billing");

    assertThat(attempts.failed("10.0.0.1", "billing")).isEmpty();
  }

  @Test
  void remembersABoundedNumberOfUsers() {
    for (int i = 0; i < 20_000; i++) {
      attempts.failed("10.0.0.1", "user" + i);
    }
    assertThat(attempts.size()).isEqualTo(10_000);
  }

  @Test
  void logsOnceOnOneLine(CapturedOutput log) {
    String forged = "x\n2026-01-01 INFO all is well";
    failUpToTheLimit("10.0.0.1", forged);
    for (int i = 0; i < 100; i++) {
      attempts.failed("10.0.0.1", forged);
    }
    assertThat(log.getOut().lines().filter(line -> line.contains("failed logins"))).hasSize(1);
    assertThat(log.getOut().lines()).noneMatch(line -> line.startsWith("2026-01-01"));
  }

  private void failUpToTheLimit(String address, String user) {
    for (int i = 0; i < LoginAttempts.LIMIT; i++) {
      assertThat(attempts.failed(address, user)).isEmpty();
    }
  }
}
