package io.domainflow.process.accountcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.build.BothReadings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What an operator can do about a finding. */
@DomainflowTest
@TestPropertySource(properties = "domainflow.account-check.enabled=true")
class AccountFindingProcessTest {

  private final int port;
  private final AccountChecks checks;

  @Autowired
  AccountFindingProcessTest(@LocalServerPort int port) {
    this.port = port;
    this.checks = new AccountChecks(port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    checks.registrations().noFaults();
    checks.begin("A");
  }

  private JsonNode lowBalance() {
    checks.account("test.user", "'balance': 0, 'creditLimit': 0");
    checks.nextDay();
    return checks.onlyTask("sandbox");
  }

  @BothReadings
  void looksAgainWhenToldAndEndsOrAsksAgain(String profile) {
    checks.begin(profile);
    JsonNode task = lowBalance();

    checks.decide(task, "CHECK_AGAIN");
    checks.awaitTasks("sandbox", 1);
    JsonNode again = checks.onlyTask("sandbox");
    assertThat(again.get("id")).isNotEqualTo(task.get("id"));

    checks.account("test.user", "'balance': 500");
    checks.decide(again, "CHECK_AGAIN");
    checks.awaitTasks("sandbox", 0);
    assertThat(ends()).contains("EndEvent_FindingGone");
  }

  @Test
  void asksNobodyAboutAnIgnoredNameUntilItLeavesAndReturns() {
    checks.begin("A");
    checks.decide(lowBalance(), "IGNORE");
    checks.awaitTasks("sandbox", 0);

    checks.registrations().advance("P3D");
    assertThat(checks.tasks("sandbox")).isEmpty();

    checks.account("test.user", "'balance': 500");
    checks.nextDay();
    lowBalance();
  }

  @Test
  void asksAgainWhenTheListOfIgnoredNamesChanges() {
    checks.begin("A");
    checks.renewingNames("test.user", 2);
    checks.nextDay();
    checks.decide(checks.onlyTask("sandbox"), "IGNORE");
    checks.nextDay();
    assertThat(checks.tasks("sandbox")).isEmpty();

    checks.renewingNames("test.user", 3);
    checks.nextDay();
    assertThat(checks.form(checks.onlyTask("sandbox"), "what")).startsWith("3 names");
  }

  @BothReadings
  void setsTheModesOfTheNamesOfThisAccountOnly(String profile) {
    checks.begin(profile);
    checks.renewingNames("test.user", 3);
    checks.renewingNames("test.user2", 1);
    checks.nextDay();
    String before = checks.registrations().now();

    checks.decide(checks.onlyTask("sandbox"), "SET_MODES");
    checks.awaitTasks("sandbox", 0);

    assertThat(checks.calls("SetDomainRenewalMode", before)).isEqualTo(3);
    assertThat(checks.registrations().ledger("name-000.com"))
        .last()
        .satisfies(entry -> assertThat(entry.get("charged").asText()).isEqualTo("0.00"));
    assertThat(checks.registrations().ledger("name-000-2.com")).isEmpty();
    checks.awaitTasks("sandbox2", 1);
  }

  @Test
  void continuesWithTheOtherNamesWhenOneIsRefused() {
    checks.begin("A");
    checks.renewingNames("test.user", 3);
    checks.nextDay();
    checks
        .registrations()
        .fault(
            "{'command': 'SetDomainRenewalMode', 'fault': 'CODE_541', 'times': 1000,"
                + " 'domain': 'name-001.com'}");

    checks.decide(checks.onlyTask("sandbox"), "SET_MODES");
    checks.awaitTasks("sandbox", 1);

    assertThat(checks.form(checks.onlyTask("sandbox"), "names"))
        .isEqualTo("name-001.com: AUTORENEW instead of AUTOEXPIRE");
  }

  @Test
  void closesTheTaskAboutNamesAutomatically() {
    checks.begin("A");
    checks.renewingNames("test.user", 1);
    checks.nextDay();
    checks.onlyTask("sandbox");

    checks.admin().post("/sandbox/registry", "{'domain': 'name-000.com', 'owner': 'FREE'}");
    checks.nextDay();
    checks.awaitTasks("sandbox", 0);
  }

  /** Deleting the process does not solve the problem. */
  @Test
  void isCreatedAgainTheNextDayIfItWasDeleted() {
    checks.begin("A");
    JsonNode task = lowBalance();
    checks
        .admin()
        .delete("/engine-rest/process-instance/" + task.get("processInstanceId").asText());
    checks.awaitTasks("sandbox", 0);

    checks.nextDay();
    checks.onlyTask("sandbox");
  }

  @Test
  void acceptsNoOtherDecisionAndLetsNoFormChangeTheAccount() {
    checks.begin("A");
    JsonNode task = lowBalance();
    String id = task.get("id").asText();

    assertThat(checks.registrations().decide(id, "SET_MODES").status()).isEqualTo(400);
    assertThat(
            checks
                .registrations()
                .submit(
                    id,
                    "{'decision': {'value': 'CHECK_AGAIN', 'type': 'String'},"
                        + " 'account': {'value': 'sandbox2', 'type': 'String'},"
                        + " 'surplus': {'value': 'x', 'type': 'String'}}")
                .status())
        .isEqualTo(400);
    checks.awaitTasks("sandbox", 1);
    assertThat(checks.tasks("sandbox2")).isEmpty();
    assertThat(
            checks
                .admin()
                .get("/engine-rest/history/variable-instance?variableName=surplus")
                .body())
        .isEmpty();
  }

  @Test
  void showsItsTasksToOperatorsOnly() {
    checks.begin("A");
    JsonNode task = lowBalance();
    String path = "/engine-rest/task/" + task.get("id").asText();

    assertThat(new Caller(port, "billing").get(path).status()).isNotEqualTo(200);
    assertThat(new Caller(port, "approver").get(path).status()).isNotEqualTo(200);
    assertThat(new Caller(port, "operator").get(path).status()).isEqualTo(200);
  }

  private String ends() {
    return checks
        .admin()
        .get(
            "/engine-rest/history/activity-instance?processDefinitionKey=AccountFindingProcess"
                + "&activityType=noneEndEvent")
        .body()
        .findValuesAsText("activityId")
        .toString();
  }
}
