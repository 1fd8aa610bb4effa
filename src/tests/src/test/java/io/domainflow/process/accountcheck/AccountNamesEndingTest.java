package io.domainflow.process.accountcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The daily check reports names that end soon and that nobody renews, until somebody does. */
@DomainflowTest
@TestPropertySource(properties = "domainflow.account-check.enabled=true")
class AccountNamesEndingTest {

  private final int port;

  private final AccountChecks checks;
  private final CheckedAccount account;

  @Autowired
  AccountNamesEndingTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.port = port;
    this.checks = new AccountChecks(port);
    this.account = new CheckedAccount(checks, jdbc);
  }

  @BeforeEach
  void bothAccounts() {
    checks.registrations().addSecondAccount();
  }

  @AfterEach
  void putEverythingBack() {
    account.putBack();
  }

  @BothReadings
  void tellsOfNamesThatEndUntilTheyAreRenewed(String profile) {
    checks.begin(profile);
    String first = "a-" + Registrations.freshName("com");
    String second = "b-" + Registrations.freshName("com");
    account.name(first, "'renewalMode': 'AUTOEXPIRE', 'expires': 'P10D'");
    account.name(second, "'renewalMode': 'AUTOEXPIRE', 'expires': 'P17D'");
    checks.nextDay();

    JsonNode task = checks.onlyTask("sandbox");
    assertThat(task.get("name").asText()).isEqualTo("Look after names: names about to expire");
    assertThat(checks.form(task, "what"))
        .isEqualTo("1 name ends soon, or has ended, and nobody renews it.");
    assertThat(account.names(task)).startsWith(first + ": ").endsWith("AUTOEXPIRE");

    checks.decide(task, "IGNORE");
    checks.registrations().advance("P4D");
    assertThat(account.names(checks.onlyTask("sandbox")))
        .as("the noted one is left out")
        .startsWith(second);

    checks.registrations().happen(second, "RENEWED_ELSEWHERE");
    checks.nextDay();
    checks.awaitTasks("sandbox", 0);
  }

  @Test
  void leavesOutWhatAnOrderRenewsOrWasCancelled() {
    checks.begin("A");
    String domain = account.registered();
    account.name(domain, "'renewalMode': 'AUTOEXPIRE', 'expires': 'P10D'");
    checks.nextDay();
    assertThat(account.names(checks.onlyTask("sandbox"))).startsWith(domain + ": ");

    account.order(domain, "RENEW", "IN_PROGRESS", "NO");
    checks.nextDay();
    assertThat(checks.tasks("sandbox")).as("an order renews it").isEmpty();
    account.noOrder(domain, "RENEW");
    checks.nextDay();
    assertThat(checks.tasks("sandbox")).as("it did not").hasSize(1);

    account.order(domain, "CANCEL", "FAILED", "NO");
    checks.nextDay();
    assertThat(checks.tasks("sandbox")).as("nobody has ended it").hasSize(1);
    account.noOrder(domain, "CANCEL");

    account.order(domain, "CANCEL", "COMPLETED", "NO");
    checks.nextDay();
    assertThat(checks.tasks("sandbox")).as("its end is ordered").isEmpty();
    account.noOrder(domain, "CANCEL");
  }

  @Test
  void showsTheseTasksToOperatorsOnlyAndTakesNoOtherDecision() {
    checks.begin("A");
    account.name(
        "ends-" + Registrations.freshName("com"), "'renewalMode': 'AUTOEXPIRE', 'expires': 'P9D'");
    checks.nextDay();
    String id = checks.onlyTask("sandbox").get("id").asText();

    assertThat(checks.registrations().decide(id, "SET_MODES").status()).isEqualTo(400);
    assertThat(new Caller(port, "billing").get("/engine-rest/task/" + id).status())
        .isNotEqualTo(200);
    assertThat(checks.form(checks.onlyTask("sandbox"), "money")).startsWith("nothing was bought");
    assertThat(checks.form(checks.onlyTask("sandbox"), "advice")).contains("order the renewal");

    checks.decide(checks.onlyTask("sandbox"), "CHECK_AGAIN");
    checks.awaitTasks("sandbox", 1);
    assertThat(checks.onlyTask("sandbox").get("id").asText()).isNotEqualTo(id);
  }
}
