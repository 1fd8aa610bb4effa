package io.domainflow.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

class TestOrderTest {

  @DomainflowTest
  private static final class Usual {}

  @DomainflowTest
  private static final class UsualToo {}

  @DomainflowTest
  @TestPropertySource(properties = "domainflow.worker.concurrency=3")
  private static final class WithAnother {}

  private static final class Without {}

  @RunsEarly
  private static final class WithoutAndLong {}

  @Test
  void nobodyWaitsForAnApplicationThatWasStoppedForAnother() {
    assertThat(
            TestOrder.order(
                List.of(
                    Usual.class,
                    Without.class,
                    WithoutAndLong.class,
                    WithAnother.class,
                    UsualToo.class)))
        .containsExactly(
            WithAnother.class.getName(),
            Usual.class.getName(),
            UsualToo.class.getName(),
            WithoutAndLong.class.getName(),
            Without.class.getName());
  }
}
