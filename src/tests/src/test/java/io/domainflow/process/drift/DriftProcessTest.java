package io.domainflow.process.drift;

import static io.domainflow.process.drift.DriftStories.PANEL;
import static io.domainflow.process.drift.DriftStories.UNLOCKED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.WebhookReceiver;
import io.domainflow.build.BothReadings;
import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.process.accountcheck.AccountChecks;
import io.domainflow.registrar.RegistrarGateway;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * What somebody changes in the registrar's panel becomes a task, in which an operator sets it
 * again, takes it over or leaves it. {@link DriftRulesTest} covers accounts that decide beforehand,
 * {@link DriftOfManyNamesTest} many names at once.
 */
@DomainflowTest
@TestPropertySource(properties = "domainflow.account-check.enabled=true")
class DriftProcessTest {

  private static final NameSettings THIEF =
      new NameSettings(
          List.of(new Nameserver("ns1.thief.example"), new Nameserver("ns2.thief.example")),
          null,
          null,
          null,
          Map.of());

  private static final NameSettings IN_PUBLIC = new NameSettings(null, null, false, null, Map.of());

  private final int port;
  private final AccountChecks checks;
  private final DriftStories drift;

  @Autowired
  DriftProcessTest(@LocalServerPort int port, RegistrarGateway gateway) {
    this.port = port;
    this.checks = new AccountChecks(port);
    this.drift = new DriftStories(checks, gateway);
  }

  @BeforeEach
  void begin() {
    checks.begin("A");
  }

  @AfterEach
  void putEverythingBack() {
    drift.end();
  }

  @BothReadings
  void eachSectionBecomesATaskAndIsSettled(String profile) {
    checks.registrations().profile(profile);
    String servers = drift.registered();
    String lock = drift.registered();
    String privacy = drift.registered(", 'privacy': true");
    String contacts = drift.registered();
    NameSettings other = drift.adminOf(drift.ofAnotherRegistrant());
    assertThat(drift.atRegistrar(privacy).privacy()).contains(true);
    checks.registrations().advance("PT1M");
    drift.panel(servers, PANEL);
    drift.panel(lock, UNLOCKED);
    drift.panel(privacy, IN_PUBLIC);
    drift.panel(contacts, other);

    checks.nextDay();

    assertThat(drift.tasks()).hasSize(4);
    assertThat(drift.task(servers).get("name").asText()).isEqualTo("Settle drift: " + servers);
    assertThat(checks.form(drift.task(servers), "differences"))
        .startsWith("name servers: wanted ")
        .contains("ns1.panel.example, ns2.panel.example");
    assertThat(checks.form(drift.task(lock), "differences"))
        .startsWith("transfer lock: wanted locked ")
        .contains("is open");
    assertThat(checks.form(drift.task(privacy), "differences")).startsWith("privacy: wanted on ");
    assertThat(checks.form(drift.task(contacts), "differences"))
        .startsWith("contacts: different from what is wanted here ")
        .doesNotContain(other.contacts().get(ContactRole.ADMIN).get(0));
    assertThat(drift.section(servers, "nameservers/differs").asBoolean()).isTrue();

    checks.decide(drift.task(servers), "MEND");
    drift.settled(servers);
    assertThat(drift.atRegistrar(servers).nameservers())
        .doesNotContainAnyElementsOf(PANEL.nameservers());
    assertThat(drift.section(servers, "nameservers/differs").asBoolean(true)).isFalse();

    checks.decide(drift.task(privacy), "ADOPT");
    drift.noTask(privacy);
    assertThat(drift.atRegistrar(privacy).privacy()).contains(false);
    assertThat(drift.section(privacy, "privacy/wanted").asBoolean(true)).isFalse();

    checks.decide(drift.task(lock), "LEAVE");
    drift.noTask(lock);
    drift.panel(contacts, drift.adminOf(contacts));
    checks.nextDay();
    assertThat(drift.tasks()).as("one is as ordered again, one is left").isEmpty();
    assertThat(drift.atRegistrar(lock).transferLocked()).contains(false);
    assertThat(decisions(servers)).containsExactly("MEND");
    assertThat(decisions(privacy)).containsExactly("ADOPT");
    assertThat(decisions(lock)).containsExactly("LEAVE");

    drift.panel(lock, PANEL);
    checks.nextDay();
    assertThat(checks.form(drift.task(lock), "differences"))
        .contains("name servers", "transfer lock");
  }

  @Test
  void analystsReadANameWithItsOwnCharacters() {
    String domain = "müller-" + Registrations.freshName("com");
    checks.registrations().awaitStatus(checks.registrations().place(domain), "COMPLETED");
    checks.registrations().advance("PT1M");
    drift.panel(domain, PANEL);
    checks.nextDay();

    assertThat(listed("tasks-to-do", domain))
        .extracting(row -> row.get("task").asText())
        .containsExactly("Settle drift");
    checks.decide(drift.task(domain), "LEAVE");
    drift.noTask(domain);
    assertThat(decisions(domain)).containsExactly("LEAVE");
  }

  private List<String> decisions(String domain) {
    return listed("decided-tasks", domain).stream()
        .map(row -> row.get("decision").asText())
        .toList();
  }

  /** What analysts see of the tasks about a name. */
  private List<JsonNode> listed(String list, String domain) {
    return StreamSupport.stream(
            new Caller(port, "analyst")
                .get("/api/v1/figures/" + list)
                .body()
                .get("rows")
                .spliterator(),
            false)
        .filter(row -> row.get("domain").asText().equals(domain))
        .toList();
  }

  @BothReadings
  void onlyWhatTheFormHasShownIsTakenOver(String profile) {
    checks.registrations().profile(profile);
    String domain = drift.registered();
    checks.registrations().advance("PT1M");
    drift.panel(domain, PANEL);
    checks.nextDay();
    assertThat(checks.form(drift.task(domain), "differences")).contains("ns1.panel.example");

    drift.panel(domain, THIEF);
    drift.refresh(domain);

    Answer refused = checks.registrations().decide(drift.task(domain).get("id").asText(), "ADOPT");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().toString()).contains("changed again");
    assertThat(drift.section(domain, "nameservers/differs").asBoolean()).isTrue();

    drift.panel(domain, PANEL);
    drift.refresh(domain);
    checks.decide(drift.task(domain), "ADOPT");
    drift.noTask(domain);
    assertThat(drift.section(domain, "nameservers/differs").asBoolean(true)).isFalse();
  }

  @Test
  void theTaskOfANameThatAnOrderDeletesIsClosed() {
    String domain = drift.registered();
    checks.registrations().advance("PT1M");
    drift.panel(domain, PANEL);
    checks.nextDay();
    assertThat(drift.task(domain)).isNotNull();

    String reference =
        checks
            .registrations()
            .placePlain("DELETE", domain, ", 'confirmDomain': '%s'".formatted(domain));
    checks.registrations().advance("P8D");
    checks.registrations().awaitStatus(reference, "COMPLETED");
    checks.nextDay();

    drift.noTask(domain);
  }

  @Test
  void theOrderOfNameServersDoesNotCount() {
    String domain = drift.registered();
    checks.registrations().advance("PT1M");
    drift.panel(domain, PANEL);
    checks.nextDay();
    checks.decide(drift.task(domain), "LEAVE");
    drift.settled(domain);

    drift.panel(
        domain,
        new NameSettings(
            List.of(new Nameserver("ns2.panel.example"), new Nameserver("ns1.panel.example")),
            null,
            null,
            null,
            Map.of()));
    checks.nextDay();

    assertThat(drift.tasks()).isEmpty();
  }

  @Test
  void aNameThatAnOrderIsWorkingOnIsLeftOut() {
    String domain = drift.registered();
    checks.registrations().advance("PT1M");
    drift.panel(domain, PANEL);
    checks
        .registrations()
        .fault(
            "{'command': 'ModifyDomain', 'fault': 'CODE_421', 'times': 1000, 'domain': '%s'}"
                .formatted(domain));
    String reference = checks.registrations().placePlain("SUSPEND", domain, ", 'hold': true");

    checks.nextDay();
    assertThat(drift.tasks()).isEmpty();

    checks.registrations().registrarIsWellAgain();
    checks.registrations().awaitStatus(reference, "COMPLETED");
    checks.nextDay();
    assertThat(checks.form(drift.task(domain), "differences")).startsWith("name servers: wanted ");
  }

  @Test
  void itsOwnerIsToldOnceWithoutValues() {
    String domain = drift.registered();
    Caller billing = new Caller(port, "billing");
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Answer added =
          billing.post(
              "/api/v1/webhooks",
              "{'url': '%s', 'types': ['domain.drifted']}".formatted(receiver.url()));
      assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
      checks.registrations().advance("PT1M");
      drift.panel(domain, PANEL);
      checks.nextDay();
      checks.nextDay();

      assertThat(drift.task(domain)).isNotNull();
      Awaitility.await().until(() -> !receiver.received().isEmpty());
      assertThat(receiver.received()).hasSize(1);
      assertThat(receiver.received().get(0).body())
          .contains("\"type\":\"domain.drifted\"", domain, "\"sections\":[\"nameservers\"]")
          .doesNotContain("panel");
      billing.delete("/api/v1/webhooks/" + added.body().get("id").asText());
    }
  }
}
