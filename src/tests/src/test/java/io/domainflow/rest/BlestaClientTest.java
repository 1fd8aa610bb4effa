package io.domainflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.NeededTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The PHP client of the guide for Blesta's developers does what the guide says. */
@DomainflowTest
class BlestaClientTest {

  private static final String INSTALL = "apt-get install php-cli php-curl";

  @LocalServerPort private int port;

  @Test
  void goesThroughTheLifeOfAService() throws IOException, InterruptedException {
    NeededTool.require(
        runs("php", "-r", "exit(extension_loaded('curl') ? 0 : 1);"), "PHP", INSTALL);
    Process example =
        new ProcessBuilder(
                "php",
                "docs/blesta/example.php",
                "http://localhost:" + port,
                "billing",
                "billing",
                "sandbox")
            .redirectErrorStream(true)
            .start();
    List<String> said =
        new String(example.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();

    assertThat(example.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(said)
        .containsExactly(
            "availability: FREE",
            "addService: COMPLETED REGISTERED, charged YES",
            "renewService: COMPLETED RENEWED, charged YES",
            "renewService with an old date: FAILED EXPIRY_DIFFERS, charged NO",
            "SUSPEND: COMPLETED SUSPENDED, charged NO",
            "UNSUSPEND: COMPLETED UNSUSPENDED, charged NO",
            "CANCEL: COMPLETED CANCELLED_AT_END, charged NO",
            "addService, transfer: FAILED NOT_REGISTERED, charged NO",
            "refused: order-rejected period");
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
