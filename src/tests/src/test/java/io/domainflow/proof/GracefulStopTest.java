package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.domainflow.TestDatabase;
import io.domainflow.build.BuildSize;
import io.domainflow.build.OnlyInFull;
import io.domainflow.registrar.ForkedApplication;
import io.domainflow.registrar.ReservedSteps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A stop under load interrupts no call: running steps are finished, reserved ones are released, and
 * the next start has nothing to look up.
 */
@OnlyInFull("CrashTest, with fewer orders")
class GracefulStopTest {

  private static final int REGISTRAR_MS = 300;
  private static final int TERMINATED = 143;

  @Test
  void leavesNothingInDoubt(@TempDir Path logs) throws Exception {
    int stops = BuildSize.choose(1, 1, 10);
    int ordersEach = 30;
    String database = TestDatabase.create();
    JdbcClient jdbc =
        JdbcClient.create(new DriverManagerDataSource(database, TestDatabase.USERNAME, ""));
    List<String> domains = new ArrayList<>();
    Duration slowest = Duration.ZERO;
    int open = 0;
    int inDoubt = 0;
    try (StandaloneRegistrar registrar = new StandaloneRegistrar(REGISTRAR_MS)) {
      ForkedApplication application = new ForkedApplication(registrar.port(), database, logs);
      try {
        application.launch();
        application.awaitReady();
        for (int stop = 0; stop < stops; stop++) {
          for (int i = 0; i < ordersEach; i++) {
            String domain = freshName("com");
            domains.add(domain);
            String order = order("stop-" + UUID.randomUUID(), domain, "");
            assertThat(application.caller("billing").postExactly("/api/v1/orders", order).status())
                .isEqualTo(202);
          }
          int before = registrar.registrations().size();
          await().until(() -> registrar.registrations().size() > before);
          long asked = System.nanoTime();
          assertThat(application.stop()).isEqualTo(TERMINATED);
          Duration took = Duration.ofNanos(System.nanoTime() - asked);
          slowest = took.compareTo(slowest) > 0 ? took : slowest;
          open += count(jdbc, "provisioning_order where status = 'IN_PROGRESS'");
          inDoubt += count(jdbc, "command_journal where state in ('INTENDED', 'IN_DOUBT')");
          assertThat(ReservedSteps.all(jdbc)).as(application::log).isEmpty();
          application.launch();
          application.awaitReady();
        }
        await()
            .until(
                () ->
                    count(jdbc, "provisioning_order where status = 'COMPLETED'") == domains.size());
      } finally {
        application.kill();
      }
      int surplus = registrar.requests().values().stream().mapToInt(times -> times - 1).sum();
      Figures.write(
          "graceful-stop",
          "%d stops under load, the slowest took %s, calls of %d ms; %d orders were under way"
              .formatted(stops, Figures.seconds(slowest), REGISTRAR_MS, open),
          "left behind: %d commands in doubt, no step reserved; %d orders ended, %d commands sent twice"
              .formatted(inDoubt, domains.size(), surplus));
      assertThat(open).as("orders under way when stopped").isPositive();
      assertThat(inDoubt).isZero();
      assertThat(registrar.registrations()).hasSize(domains.size());
      assertThat(surplus).isZero();
    }
  }

  private static int count(JdbcClient jdbc, String what) {
    return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
  }
}
