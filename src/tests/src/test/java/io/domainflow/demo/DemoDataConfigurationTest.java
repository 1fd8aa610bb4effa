package io.domainflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Outside a demonstration, demo data is refused at the start, in words; otherwise it is ready. */
class DemoDataConfigurationTest {

  private final ApplicationContextRunner start =
      new ApplicationContextRunner()
          .withUserConfiguration(DemoDataConfiguration.class)
          .withBean(MovableClock.class);

  @Test
  void isRefusedWithoutTheProfile() {
    refuses(
        start.withPropertyValues(
            "domainflow.demo-data.orders=10", "domainflow.sandbox.enabled=true"),
        "the profile demo only");
  }

  @Test
  void isRefusedWithoutTheSandbox() {
    refuses(
        start.withPropertyValues(
            "domainflow.demo-data.orders=10",
            "spring.profiles.active=demo",
            "domainflow.sandbox.enabled=false"),
        "needs the sandbox");
  }

  @Test
  void refusesAnythingButANumberOfOrders() {
    refuses(
        start.withPropertyValues("domainflow.demo-data.orders=-1", "spring.profiles.active=demo"),
        "must be from 0 to 5000");
  }

  @Test
  void isAbsentUnlessRequested() {
    start.run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void startsTheClockInThePast() {
    ApplicationContextRunner wanted =
        start.withPropertyValues(
            "domainflow.demo-data.orders=10",
            "spring.profiles.active=demo",
            "domainflow.sandbox.enabled=true");

    begins(wanted, Duration.ofDays(-84));
    begins(start, Duration.ZERO);
    begins(
        wanted.withPropertyValues("domainflow.ispapi.sandbox-url=http://localhost:9600/"),
        Duration.ZERO);
  }

  private static void begins(ApplicationContextRunner start, Duration offset) {
    start.run(
        context -> assertThat(context.getBean(MovableClock.class).offset()).isEqualTo(offset));
  }

  private static void refuses(ApplicationContextRunner start, String words) {
    start.run(
        context -> assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(words));
  }
}
