package io.domainflow.process.drift;

import static io.domainflow.process.drift.DriftStories.PANEL;
import static io.domainflow.process.drift.DriftStories.UNLOCKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.WebhookReceiver;
import io.domainflow.process.accountcheck.AccountChecks;
import io.domainflow.registrar.RegistrarGateway;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Where the rules of an account say so, drift is set again or taken over without a task, unless
 * that is impossible.
 */
@DomainflowTest
@TestPropertySource(properties = "domainflow.account-check.enabled=true")
class DriftRulesTest {

  private final int port;
  private final AccountChecks checks;
  private final DriftStories drift;

  @Autowired
  DriftRulesTest(@LocalServerPort int port, RegistrarGateway gateway) {
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

  @Test
  void isSetOrTakenOverWhereTheAccountWantsThat() {
    String domain = drift.registered();
    String refused = drift.registered();
    drift.rules("{'nameservers': 'MEND', 'transferLock': 'ADOPT'}");
    checks.registrations().advance("PT1M");
    drift.panel(domain, PANEL.with(UNLOCKED));
    drift.panel(refused, PANEL);
    checks
        .registrations()
        .fault(
            "{'command': 'ModifyDomain', 'fault': 'CODE_541', 'times': 1000, 'domain': '%s'}"
                .formatted(refused));

    checks.nextDay();

    assertThat(drift.atRegistrar(domain).nameservers())
        .doesNotContainAnyElementsOf(PANEL.nameservers());
    assertThat(drift.section(domain, "transferLock/wanted").asBoolean(true)).isFalse();
    assertThat(drift.tasks()).hasSize(1);
    assertThat(checks.form(drift.task(refused), "problem"))
        .startsWith("name servers: the registrar");

    String first = drift.task(refused).get("id").asText();
    checks.decide(drift.task(refused), "MEND");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(drift.task(refused).get("id").asText())
                    .as("it is back")
                    .isNotEqualTo(first));
    checks.registrations().noFaults();
    checks.decide(drift.task(refused), "MEND");
    drift.settled(refused);
  }

  @Test
  void aDisputedNameIsLeftAsItIs() {
    String domain = drift.registered();
    drift.rules("{'nameservers': 'MEND'}");
    checks.registrations().advance("PT1M");
    drift.panel(domain, PANEL);
    Answer held =
        checks
            .admin()
            .put("/api/v1/domains/" + domain + "/hold", "{'kind': 'UDRP', 'reference': 'D2026-1'}");
    assertThat(held.status()).as("%s", held.body()).isBetween(200, 299);

    checks.nextDay();

    assertThat(drift.atRegistrar(domain).nameservers()).containsAll(PANEL.nameservers());
    assertThat(checks.form(drift.task(domain), "problem")).contains("dispute");
  }

  @Test
  void whatTheRegistrarTakesAndDoesNotDoBecomesATask() {
    String domain = drift.registered();
    drift.rules("{'nameservers': 'MEND'}");
    checks.registrations().advance("PT1M");
    drift.panel(domain, PANEL);
    checks
        .registrations()
        .fault(
            "{'command': 'ModifyDomain', 'fault': 'CODE_200', 'times': 1000, 'domain': '%s'}"
                .formatted(domain));

    checks.nextDay();

    assertThat(checks.form(drift.task(domain), "problem")).contains("otherwise");
  }

  @Test
  void whatTheAccountCannotPayForBecomesATask() {
    String domain = drift.registered();
    drift.rules("{'nameservers': 'MEND'}");
    checks.registrations().advance("PT1M");
    drift.panel(domain, PANEL);
    modifyFails(domain, "CODE_546");

    checks.nextDay();
    String first = drift.task(domain).get("id").asText();
    assertThat(checks.form(drift.task(domain), "problem")).contains("credit is used up");
    checks.decide(drift.task(domain), "MEND");

    Awaitility.await()
        .untilAsserted(() -> assertThat(drift.task(domain).get("id").asText()).isNotEqualTo(first));
    assertThat(checks.form(drift.task(domain), "problem")).contains("credit is used up");
  }

  @Test
  void aNameThatCannotBeSetNowHoldsNoOtherUp() {
    Caller billing = new Caller(port, "billing");
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Answer added =
          billing.post(
              "/api/v1/webhooks",
              "{'url': '%s', 'types': ['domain.drifted']}".formatted(receiver.url()));
      String later = drift.registered();
      String now = drift.registered();
      drift.rules("{'nameservers': 'MEND'}");
      checks.registrations().advance("PT1M");
      drift.panel(later, PANEL);
      drift.panel(now, PANEL);
      modifyFails(later, "CODE_549");

      checks.nextDay();

      assertThat(drift.atRegistrar(now).nameservers())
          .doesNotContainAnyElementsOf(PANEL.nameservers());
      assertThat(drift.tasks()).isEmpty();
      Awaitility.await()
          .untilAsserted(() -> assertThat(receiver.received().toString()).contains(now));
      assertThat(receiver.received().toString()).doesNotContain(later);

      checks.registrations().registrarIsWellAgain();
      checks.nextDay();
      assertThat(drift.atRegistrar(later).nameservers())
          .doesNotContainAnyElementsOf(PANEL.nameservers());
      billing.delete("/api/v1/webhooks/" + added.body().get("id").asText());
    }
  }

  /** The registrar does so with a name whose registrant has not verified the mail address. */
  @Test
  void whatDiffersAgainAfterItWasSetBecomesATask() {
    String domain = drift.registered();
    drift.rules("{'nameservers': 'MEND'}");
    checks.registrations().advance("PT1M");
    drift.panel(domain, PANEL);
    checks.nextDay();
    assertThat(drift.tasks()).isEmpty();

    drift.panel(domain, PANEL);
    checks.nextDay();

    assertThat(checks.form(drift.task(domain), "problem")).contains("differs still or again");
    assertThat(drift.atRegistrar(domain).nameservers()).containsAll(PANEL.nameservers());
    checks.decide(drift.task(domain), "MEND");
    drift.settled(domain);
    assertThat(drift.atRegistrar(domain).nameservers())
        .doesNotContainAnyElementsOf(PANEL.nameservers());
  }

  @Test
  void aModeIsTakenOverWhereTheAccountWantsThat() {
    String domain = drift.registered();
    drift.rules("{'renewalMode': 'ADOPT'}");
    checks.registrations().happen(domain, "MODE_CHANGED_ELSEWHERE", "AUTORENEW");

    checks.nextDay();

    assertThat(drift.section(domain, "renewalMode/wanted").asText()).isEqualTo("AUTORENEW");
    assertThat(checks.tasks("sandbox")).isEmpty();
  }

  private void modifyFails(String domain, String fault) {
    checks
        .registrations()
        .fault(
            "{'command': 'ModifyDomain', 'fault': '%s', 'times': 1000, 'domain': '%s'}"
                .formatted(fault, domain));
  }
}
