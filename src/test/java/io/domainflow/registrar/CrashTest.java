package io.domainflow.registrar;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.sandbox.SandboxApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Kills the application's JVM while the registrar lives on, and compares afterwards. */
class CrashTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Availability, claims, contact, trial, and then the name is registered. */
  private static final int ANSWER_OF_THE_REGISTRATION = 5;

  /** Availability, claims, prices, contact, availability once more, and then it is bought. */
  private static final int ANSWER_OF_THE_PREMIUM_PURCHASE = 6;

  /**
   * Four questions before the order is taken and the same four in its process, contact, trial and
   * price, price once more, and then it is asked for.
   */
  private static final int ANSWER_OF_THE_CHANGE = 13;

  /** The name, its registry and the price, the name once more, and then it is renewed. */
  private static final int ANSWER_OF_THE_RENEWAL = 5;

  /** The list of names, and some of their contacts. */
  private static final int ANSWER_IN_AN_IMPORT = 5;

  private static ServletWebServerApplicationContext registrar;
  private static Caller sandbox;

  @TempDir Path logs;
  private ForkedApplication application;
  private Caller billing;

  @BeforeAll
  static void startTheRegistrar() {
    registrar =
        (ServletWebServerApplicationContext)
            SpringApplication.run(
                SandboxApplication.class, "--spring.profiles.active=sandbox", "--server.port=0");
    sandbox = new Caller(registrar.getWebServer().getPort(), "nobody");
  }

  @AfterAll
  static void stopTheRegistrar() {
    registrar.close();
  }

  @BeforeEach
  void takeAnEmptyDatabase() {
    application = new ForkedApplication(registrar.getWebServer().getPort(), logs);
    billing = application.caller("billing");
  }

  @AfterEach
  void stopTheApplication() throws InterruptedException {
    application.kill();
  }

  @Test
  void looksInsteadOfBuyingAgainWhenKilledBetweenAnswerAndCommit() throws Exception {
    application.start(ANSWER_OF_THE_REGISTRATION);
    String domain = freshName("com");
    String reference = "crash-" + UUID.randomUUID();
    place(reference, domain);

    assertThat(application.awaitDeath()).as("exit code").isEqualTo(137);
    assertThat(ledger(domain)).as("the registrar had registered it").hasSize(1);

    application.start(0);
    JsonNode found = awaitEnd(reference);

    assertThat(found.get("status").asText()).isEqualTo("COMPLETED");
    assertThat(found.get("charged").asText()).isEqualTo("YES");
    assertThat(ledger(domain)).hasSize(1);
    assertThat(mutations(domain)).as("registrations sent").isEqualTo(1);
  }

  @Test
  void findsThePremiumNameItBoughtWhenKilledBetweenAnswerAndCommit() throws Exception {
    application.start(ANSWER_OF_THE_PREMIUM_PURCHASE);
    String domain = freshName("com");
    sandbox.post(
        "/sandbox/registry",
        ("{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_A', 'price': '900.00',"
                + " 'currency': 'EUR'}")
            .formatted(domain));
    String reference = "crash-" + UUID.randomUUID();
    place(reference, domain, ", 'acceptPrice': {'amount': '900.00', 'currency': 'EUR'}");

    assertThat(application.awaitDeath()).as("exit code").isEqualTo(137);
    assertThat(purchases(domain)).as("the registrar had sold it").hasSize(1);

    application.start(0);
    JsonNode found = awaitEnd(reference);

    assertThat(found.get("status").asText()).isEqualTo("COMPLETED");
    assertThat(found.at("/price/amount").asText()).isEqualTo("900.00");
    assertThat(purchases(domain)).hasSize(1);
  }

  @Test
  void findsTheChangeItAskedForWhenKilledBetweenAnswerAndCommit() throws Exception {
    application.start(ANSWER_OF_THE_CHANGE);
    String domain = freshName("com");
    sandbox.post(
        "/sandbox/registry",
        "{'domain': '%s', 'owner': 'OURS', 'zone': {'registrantChangeBy': 'ICANN-TRADE'}}"
            .formatted(domain));
    String reference = "crash-" + UUID.randomUUID();
    changeRegistrant(reference, domain);

    assertThat(application.awaitDeath()).as("exit code").isEqualTo(137);
    assertThat(trades(domain)).as("the registrar had changed it").hasSize(1);

    application.start(0);
    JsonNode found = awaitEnd(reference);

    assertThat(found.get("status").asText()).isEqualTo("COMPLETED");
    assertThat(found.at("/outcome/code").asText()).isEqualTo("REGISTRANT_CHANGED");
    assertThat(trades(domain)).hasSize(1);
  }

  @Test
  void findsTheYearItBoughtWhenKilledBetweenAnswerAndCommit() throws Exception {
    application.start(ANSWER_OF_THE_RENEWAL);
    String domain = freshName("com");
    sandbox.post(
        "/sandbox/registry",
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P100D'}".formatted(domain));
    String reference = "crash-" + UUID.randomUUID();
    renew(reference, domain, Duration.ofDays(100));

    assertThat(application.awaitDeath()).as("exit code").isEqualTo(137);
    assertThat(renewals(domain)).as("the registrar had renewed it").hasSize(1);

    application.start(0);
    JsonNode found = awaitEnd(reference);

    assertThat(found.get("status").asText()).isEqualTo("COMPLETED");
    assertThat(found.get("charged").asText()).isEqualTo("YES");
    assertThat(found.at("/outcome/code").asText()).isEqualTo("RENEWED");
    assertThat(renewals(domain)).hasSize(1);
    assertThat(mutations(domain)).as("renewals sent").isEqualTo(1);
  }

  @Test
  void movesTheClockOfARegistrarThatRunsElsewhere() throws Exception {
    application.start(0);
    String domain = freshName("com");
    sandbox.post(
        "/sandbox/registry",
        ("{'domain': '%s', 'owner': 'FREE', 'next': [{'command': 'AddDomain', 'after': 'P2D',"
                + " 'outcome': 'SUCCESSFUL'}]}")
            .formatted(domain));
    String reference = "elsewhere-" + UUID.randomUUID();
    place(reference, domain);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                billing
                    .get("/api/v1/orders/" + reference)
                    .body()
                    .at("/waitingFor/code")
                    .asText()
                    .equals("REGISTRATION_PENDING"));

    Answer moved = application.caller("admin").post("/sandbox/clock", "{'advance': 'P2DT2H'}");

    assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
    assertThat(awaitEnd(reference).get("status").asText()).isEqualTo("COMPLETED");
  }

  @Test
  void checksAccountsAcrossRestartsAndAsksOnceAboutWhatItFinds() throws Exception {
    application.start(0);
    String away = "{'command': 'StatusAccount', 'fault': 'CODE_421', 'times': 100000}";
    sandbox.post("/sandbox/faults", away);
    advance("P1D");
    assertThat(findings()).as("the registrar was away").isEmpty();

    application.kill();
    sandbox.delete("/sandbox/faults");
    application.start(0);
    advance("PT10M");

    assertThat(findings()).as("both accounts renew by default").hasSize(2);
    List<String> tasks = findings();

    application.kill();
    application.start(0);
    advance("P2D");
    assertThat(findings()).isEqualTo(tasks);
  }

  @Test
  void goesOnWithAnImportWhenKilledInTheMiddle() throws Exception {
    application.start(ANSWER_IN_AN_IMPORT);
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
    application.start(0);

    await()
        .atMost(PATIENCE)
        .until(() -> admin.get(path).body().get("state").asText().equals("COMPLETED"));
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

  private void place(String reference, String domain) {
    place(reference, domain, "");
  }

  private void place(String reference, String domain, String more) {
    Answer answer = billing.postExactly("/api/v1/orders", order(reference, domain, more));
    assertThat(answer.status()).isEqualTo(202);
  }

  private void changeRegistrant(String reference, String domain) {
    Answer answer =
        billing.post(
            "/api/v1/orders",
            ("{'reference': '%s', 'operation': 'CHANGE_REGISTRANT', 'account': 'sandbox',"
                    + " 'domain': '%s', 'registrantChangeMode': 'LOCK_AT_ONCE', 'registrant':"
                    + " {'firstName': 'Ada', 'lastName': 'Example', 'street': ['Main Street 1'],"
                    + " 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE',"
                    + " 'phone': '+49.301234567', 'email': 'ada@example.net'}, 'consents': ["
                    + "{'side': 'NEW', 'basis': 'agreement', 'textVersion': '3',"
                    + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'},"
                    + "{'side': 'PRIOR', 'basis': 'agreement', 'textVersion': '3',"
                    + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 2'}]}")
                .formatted(reference, domain));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
  }

  private void renew(String reference, String domain, Duration until) {
    String now = sandbox.get("/sandbox/clock").body().get("now").asText();
    Answer answer =
        billing.post(
            "/api/v1/orders",
            ("{'reference': '%s', 'operation': 'RENEW', 'account': 'sandbox', 'domain': '%s',"
                    + " 'period': '1Y', 'expires': '%s'}")
                .formatted(
                    reference,
                    domain,
                    Instant.parse(now).plus(until).atOffset(ZoneOffset.UTC).toLocalDate()));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
  }

  private static List<String> renewals(String domain) {
    return ledger(domain).findValuesAsText("command").stream()
        .filter("RenewDomain"::equals)
        .toList();
  }

  private static List<String> trades(String domain) {
    return ledger(domain).findValuesAsText("command").stream()
        .filter("TradeDomain"::equals)
        .toList();
  }

  private JsonNode awaitEnd(String reference) {
    JsonNode[] last = new JsonNode[1];
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              last[0] = billing.get("/api/v1/orders/" + reference).body();
              return List.of("COMPLETED", "FAILED").contains(last[0].path("status").asText());
            });
    return last[0];
  }

  private static JsonNode ledger(String domain) {
    return sandbox.get("/sandbox/ledger?domain=" + domain).body();
  }

  private static List<String> purchases(String domain) {
    return ledger(domain).findValuesAsText("command").stream()
        .filter("AddDomainApplication"::equals)
        .toList();
  }

  private static long mutations(String domain) {
    return sandbox.get("/sandbox/requests?domain=" + domain).body().findValues("mutation").stream()
        .filter(JsonNode::asBoolean)
        .count();
  }
}
