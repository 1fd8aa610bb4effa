package io.domainflow.registrar;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.build.OnlyInFull;
import io.domainflow.sandbox.SandboxServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the application's JVM while it does what belongs to no order. */
class KilledBesideOrdersTest {

  /** The list of names, and some of their contacts. */
  private static final String IN_AN_IMPORT = "StatusContact:3";

  private SandboxServer registrar;
  private Caller sandbox;
  private ForkedApplication application;

  @BeforeEach
  void start(@TempDir Path logs) {
    registrar = SandboxServer.start(List.of());
    sandbox = new Caller(registrar.port(), "nobody");
    application = new ForkedApplication(registrar.port(), logs);
    application.waitLongForAnswers();
  }

  @AfterEach
  void stop() throws InterruptedException {
    application.kill();
    registrar.close();
  }

  @Test
  @OnlyInFull("AccountCheckProcessTest, without a restart")
  void checksAccountsAcrossRestartsAndAsksOnceAboutWhatItFinds() throws Exception {
    application.start();
    String away = "{'command': 'StatusAccount', 'fault': 'CODE_421', 'times': 100000}";
    sandbox.post("/sandbox/faults", away);
    advance("P1D");
    assertThat(findings()).as("the registrar was away").isEmpty();

    application.kill();
    sandbox.delete("/sandbox/faults");
    application.start();
    advance("PT10M");

    assertThat(findings()).as("all accounts renew by default").hasSize(3);
    List<String> tasks = findings();

    application.kill();
    application.start();
    advance("P2D");
    assertThat(findings()).isEqualTo(tasks);
  }

  @Test
  @OnlyInFull("NamesImportProcessTest, without a kill")
  void resumesAnImportThatWasKilledHalfWay() throws Exception {
    application.startToCrashAt(IN_AN_IMPORT);
    for (int i = 0; i < 8; i++) {
      sandbox.post(
          "/sandbox/registry",
          ("{'domain': '%s', 'registrant': {'firstName': 'Ada', 'lastName': 'Example %d', 'street':"
                  + " ['Main Street 1'], 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE',"
                  + " 'phone': '+49.301234567', 'email': 'ada@example.net'}}")
              .formatted(freshName("com"), i));
    }
    Caller admin = application.caller("admin");
    String since = sandbox.get("/sandbox/clock").body().get("now").asText();
    Answer started = admin.post("/api/v1/accounts/sandbox/import", "{}");
    assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
    String path = started.response().headers().firstValue("Location").orElseThrow();

    assertThat(application.awaitDeath()).as("exit code").isEqualTo(137);
    application.start();

    await().until(() -> admin.get(path).body().get("state").asText().equals("COMPLETED"));
    JsonNode progress = admin.get(path).body().get("progress");
    List<String> asked =
        sandbox.get("/sandbox/requests?since=" + since).body().findValuesAsText("command");
    assertThat(progress.get("contactsDone").asInt()).isGreaterThanOrEqualTo(8);
    assertThat(progress.get("contactsDone")).isEqualTo(progress.get("contacts"));
    assertThat(asked.stream().filter("StatusContact"::equals))
        .as("one contact is asked about again at most")
        .hasSizeLessThanOrEqualTo(progress.get("contacts").asInt() + 1);
  }

  private void advance(String duration) {
    Answer moved =
        application.caller("admin").post("/sandbox/clock", "{'advance': '" + duration + "'}");
    assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
  }

  private List<String> findings() {
    return application
        .caller("operator")
        .get(
            "/engine-rest/task?processDefinitionKey=AccountFindingProcess&sortBy=created"
                + "&sortOrder=asc&name=Correct%20account:%20default%20renewal%20mode")
        .body()
        .findValuesAsText("id");
  }
}
