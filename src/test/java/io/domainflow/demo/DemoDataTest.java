package io.domainflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Demo data shows everything there is, and nothing of it is made past the application. */
@DomainflowTest
class DemoDataTest {

  private final DemoData data;
  private final Registrations registrations;

  @Autowired
  DemoDataTest(DemoData data, @LocalServerPort int port) {
    this.data = data;
    this.registrations = new Registrations(port);
  }

  @AfterEach
  void putEverythingBack() {
    registrations.startOver();
  }

  @Test
  void showsEverything() {
    DemoReport report = data.fill(0);

    assertThat(report.stopped()).isEmpty();
  }
}
