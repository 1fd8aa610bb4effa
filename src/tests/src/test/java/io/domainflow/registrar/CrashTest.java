package io.domainflow.registrar;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.TestDatabase;
import io.domainflow.build.RunsEarly;
import io.domainflow.sandbox.SandboxServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Kills the application's JVM while the registrar keeps running, and compares their states
 * afterwards. One application after another runs on the same database until it is killed.
 */
@RunsEarly
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashTest {

  private static final int TERMINATED = 143;

  private final String database = TestDatabase.create();
  private final JdbcClient jdbc =
      JdbcClient.create(new DriverManagerDataSource(database, TestDatabase.USERNAME, ""));
  private Path logs;
  private SandboxServer registrar;
  private Caller sandbox;
  private ForkedApplication application;
  private Caller billing;

  /** An order for which the application dies once the registrar has done its part. */
  private enum Killed {
    REGISTRATION("AddDomain", "YES"),
    CHANGE_OF_REGISTRANT("TradeDomain", "NO"),
    PREMIUM_NAME("AddDomainApplication", "YES"),
    RENEWAL("RenewDomain", "YES"),
    UPDATE("ModifyDomain", "NO"),
    UPDATE_OF_REGISTRANT("ModifyDomain", "NO"),
    REGISTRATION_AT_CNR("AddDomain", "YES"),
    RENEWAL_AT_CNR("RenewDomain", "YES");

    private final String command;
    private final String charged;

    Killed(String command, String charged) {
      this.command = command;
      this.charged = charged;
    }
  }

  @BeforeAll
  void start(@TempDir Path directory) {
    logs = directory;
    registrar = SandboxServer.start(List.of());
    sandbox = new Caller(registrar.port(), "nobody");
    application = new ForkedApplication(registrar.port(), database, logs);
    application.waitLongForAnswers();
    billing = application.caller("billing");
  }

  @AfterAll
  void stop() throws InterruptedException {
    application.kill();
    registrar.close();
  }

  /** A stop interrupts no call, and the next start has nothing to look up. */
  @Test
  @Order(1)
  void leavesNothingInDoubtWhenStoppedUnderLoad() throws Exception {
    application.start();
    sandbox.post(
        "/sandbox/faults",
        "{'command': '*', 'fault': 'DELAY_300', 'times': 100000, 'domain': '*'}");
    Map<String, String> references = new HashMap<>();
    for (int i = 0; i < 12; i++) {
      String domain = freshName("com");
      references.put(domain, "stop-" + UUID.randomUUID());
      place(Killed.REGISTRATION, references.get(domain), domain);
    }
    await().until(() -> registered(references) > 0);

    assertThat(application.stop()).as("exit code").isEqualTo(TERMINATED);

    assertThat(count("provisioning_order where status = 'IN_PROGRESS'")).isPositive();
    assertThat(count("command_journal where state in ('INTENDED', 'IN_DOUBT')")).isZero();
    assertThat(ReservedSteps.all(jdbc)).as(application::log).isEmpty();
    sandbox.delete("/sandbox/faults");
    application.startToCrashAt(answers(references.size() - registered(references)));
    references.forEach(
        (domain, reference) -> assertThatItWasFound(Killed.REGISTRATION, reference, domain));
  }

  private int registered(Map<String, String> references) {
    return (int)
        references.keySet().stream()
            .filter(domain -> !ledger(domain, Killed.REGISTRATION).isEmpty())
            .count();
  }

  /**
   * The next application finds out what the killed one could not record. The one that is killed may
   * have been started before.
   */
  @Test
  @Order(2)
  void looksInsteadOfSendingAgainWhenKilledBetweenAnswerAndCommit() throws Exception {
    Map<Killed, String> domains = new EnumMap<>(Killed.class);
    Map<Killed, String> references = new EnumMap<>(Killed.class);
    if (!application.isRunning()) {
      application.startToCrashAt(answers(0));
    }
    for (Killed killed : Killed.values()) {
      domains.put(killed, freshName("com"));
      references.put(killed, "crash-" + UUID.randomUUID());
      prepare(killed, domains.get(killed));
    }
    for (Killed killed : Killed.values()) {
      place(killed, references.get(killed), domains.get(killed));
    }

    assertThat(application.awaitDeath()).as("exit code").isEqualTo(137);
    domains.forEach(
        (killed, domain) ->
            assertThat(ledger(domain, killed)).as("the registrar had done it").hasSize(1));
    application.start();
    // ends what the killed one had reserved
    advance("PT25S");

    references.forEach(
        (killed, reference) -> assertThatItWasFound(killed, reference, domains.get(killed)));
  }

  /**
   * One answer for each order.
   *
   * @param registrations those that the application carries out before
   */
  private static String answers(int registrations) {
    Map<String, Integer> numbers = new HashMap<>(Map.of("AddDomain", registrations));
    return Stream.of(Killed.values())
        .map(killed -> killed.command + ":" + numbers.merge(killed.command, 1, Integer::sum))
        .collect(Collectors.joining(","));
  }

  private void assertThatItWasFound(Killed killed, String reference, String domain) {
    JsonNode found = awaitEnd(reference);

    assertThat(found.get("status").asText()).as(found.toString()).isEqualTo("COMPLETED");
    assertThat(found.get("charged").asText()).isEqualTo(killed.charged);
    assertThat(found.findValuesAsText("state")).as("of sections").allMatch("DONE"::equals);
    assertThat(ledger(domain, killed)).hasSize(1);
    assertThat(sandbox.get("/sandbox/requests?domain=" + domain).body())
        .filteredOn(request -> request.get("command").asText().equals(killed.command))
        .as("sent")
        .hasSize(1);
  }

  /** An application that was started before. */
  @Test
  @Order(3)
  void movesTheClockOfARegistrarThatRunsElsewhere() throws IOException {
    if (!application.isRunning()) {
      application.start();
    }
    String domain = freshName("com");
    sandbox.post(
        "/sandbox/registry",
        ("{'domain': '%s', 'owner': 'FREE', 'next': [{'command': 'AddDomain', 'after': 'PT2H',"
                + " 'outcome': 'SUCCESSFUL'}]}")
            .formatted(domain));
    String reference = "elsewhere-" + UUID.randomUUID();
    place(Killed.REGISTRATION, reference, domain);
    await()
        .until(
            () ->
                billing
                    .get("/api/v1/orders/" + reference)
                    .body()
                    .at("/waitingFor/code")
                    .asText()
                    .equals("REGISTRATION_PENDING"));

    advance("PT4H");

    assertThat(awaitEnd(reference).get("status").asText()).isEqualTo("COMPLETED");
  }

  private int count(String what) {
    return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
  }

  private void advance(String duration) {
    Answer moved =
        application.caller("admin").post("/sandbox/clock", "{'advance': '" + duration + "'}");
    assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
  }

  private void prepare(Killed killed, String domain) {
    switch (killed) {
      case REGISTRATION, REGISTRATION_AT_CNR -> {}
      case PREMIUM_NAME ->
          setUp(
              domain,
              "'owner': 'FREE', 'class': 'PREMIUM_A', 'price': '900.00', 'currency': 'EUR'");
      case CHANGE_OF_REGISTRANT -> {
        setUp(domain, "'owner': 'OURS', 'zone': {'registrantChangeBy': 'ICANN-TRADE'}");
        for (String side : List.of("NEW", "PRIOR")) {
          authorize(side);
        }
      }
      case RENEWAL -> setUp(domain, "'owner': 'OURS', 'expires': 'P100D'");
      case UPDATE, UPDATE_OF_REGISTRANT -> setUp(domain, "'owner': 'OURS'");
      case RENEWAL_AT_CNR ->
          setUp(domain, "'owner': 'OURS', 'expires': 'P100D', 'platform': 'CNR'");
    }
  }

  private void place(Killed killed, String reference, String domain) {
    send(
        switch (killed) {
          case REGISTRATION -> order(reference, domain, "");
          case PREMIUM_NAME ->
              order(reference, domain, ", 'acceptPrice': {'amount': '900.00', 'currency': 'EUR'}");
          case CHANGE_OF_REGISTRANT -> changeOfRegistrant(reference, domain);
          case RENEWAL -> renewal(reference, domain, Duration.ofDays(100));
          case UPDATE ->
              update(reference, domain, "'nameservers': ['ns7.example.org', 'ns8.example.org']");
          case UPDATE_OF_REGISTRANT ->
              update(reference, domain, "'registrantDetails': {'phone': '+49.309876543'}");
          case REGISTRATION_AT_CNR -> atCnr(order(reference, domain, ""));
          case RENEWAL_AT_CNR -> atCnr(renewal(reference, domain, Duration.ofDays(100)));
        });
  }

  private static String atCnr(String order) {
    return order.replaceFirst("(['\"])sandbox['\"]", "$1cnr$1");
  }

  private void setUp(String domain, String members) {
    sandbox.post("/sandbox/registry", "{'domain': '%s', %s}".formatted(domain, members));
    if (members.contains("OURS")) {
      Answer given =
          application
              .caller("admin")
              .put(
                  "/api/v1/domains/"
                      + domain
                      + "/owner?account="
                      + (members.contains("CNR") ? "cnr" : "sandbox"),
                  "{'owner': 'billing', 'reason': 'was his before'}");
      assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
    }
  }

  private void send(String order) {
    Answer answer = billing.post("/api/v1/orders", order);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
  }

  /** Records an agreement in advance, so that no approval is needed. */
  private void authorize(String side) {
    Answer answer =
        application
            .caller("admin")
            .post(
                "/api/v1/accounts/sandbox/authorizations",
                "{'side': '%s', 'basis': 'agreement', 'textVersion': '3'}".formatted(side));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
  }

  private static String changeOfRegistrant(String reference, String domain) {
    return ("{'reference': '%s', 'operation': 'CHANGE_REGISTRANT', 'account': 'sandbox',"
            + " 'domain': '%s', 'registrantChangeMode': 'LOCK_AT_ONCE', 'registrant':"
            + " {'firstName': 'Ada', 'lastName': 'Example', 'street': ['Main Street 1'],"
            + " 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE',"
            + " 'phone': '+49.301234567', 'email': 'ada@example.net'}}")
        .formatted(reference, domain);
  }

  private static String update(String reference, String domain, String section) {
    return "{'reference': '%s', 'operation': 'UPDATE', 'account': 'sandbox', 'domain': '%s', %s}"
        .formatted(reference, domain, section);
  }

  private String renewal(String reference, String domain, Duration until) {
    String now = sandbox.get("/sandbox/clock").body().get("now").asText();
    return ("{'reference': '%s', 'operation': 'RENEW', 'account': 'sandbox', 'domain': '%s',"
            + " 'period': '1Y', 'expires': '%s'}")
        .formatted(
            reference,
            domain,
            Instant.parse(now).plus(until).atOffset(ZoneOffset.UTC).toLocalDate());
  }

  private JsonNode awaitEnd(String reference) {
    JsonNode[] last = new JsonNode[1];
    await()
        .until(
            () -> {
              last[0] = billing.get("/api/v1/orders/" + reference).body();
              return List.of("COMPLETED", "FAILED").contains(last[0].path("status").asText());
            });
    return last[0];
  }

  /** What the registrar has done for this name of the kind that the application died at. */
  private List<JsonNode> ledger(String domain, Killed killed) {
    return StreamSupport.stream(
            sandbox.get("/sandbox/ledger?domain=" + domain).body().spliterator(), false)
        .filter(entry -> entry.get("command").asText().equals(killed.command))
        .toList();
  }
}
