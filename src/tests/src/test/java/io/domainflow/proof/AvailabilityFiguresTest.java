package io.domainflow.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Measures the time to check the availability of 250 names, against the sandbox. */
@DomainflowTest
class AvailabilityFiguresTest {

  private static final Duration AT_MOST = Duration.ofSeconds(5);

  private final Registrations stories;
  private final Caller billing;

  @Autowired
  AvailabilityFiguresTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.billing = new Caller(port, "billing");
  }

  @BeforeEach
  @AfterEach
  void withAFreshQuota() {
    stories.startOver();
  }

  @Test
  void answersAFullListQuickly() {
    String names =
        IntStream.range(0, 250)
            .mapToObj(i -> "'" + i + "-" + Registrations.freshName("com") + "'")
            .collect(Collectors.joining(","));
    long began = System.nanoTime();

    Answer answer =
        billing.post(
            "/api/v1/availability",
            "{'account': 'sandbox', 'domains': [%s], 'operations': ['REGISTER', 'RENEW']}"
                .formatted(names));

    Duration took = Duration.ofNanos(System.nanoTime() - began);
    Figures.write("availability", "250 names in one question: " + Figures.seconds(took));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().get("names")).hasSize(250);
    assertThat(took).isLessThan(AT_MOST);
  }
}
