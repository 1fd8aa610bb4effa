package io.domainflow.process.accountcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.account.Accounts;
import io.domainflow.account.ResellerAccount;
import io.domainflow.build.BothReadings;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The daily check examines the accounts. */
@DomainflowTest
@TestPropertySource(properties = "domainflow.account-check.enabled=true")
class AccountCheckProcessTest {

  private static final String AWAY =
      "{'command': 'StatusAccount', 'fault': 'CODE_421', 'times': 100000}";

  private final int port;
  private final AccountChecks checks;
  private final Accounts accounts;
  private final JdbcClient jdbc;

  @Autowired
  AccountCheckProcessTest(@LocalServerPort int port, Accounts accounts, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.port = port;
    this.checks = new AccountChecks(port);
    this.accounts = accounts;
  }

  @BeforeEach
  void bothAccounts() {
    checks.registrations().addSecondAccount();
  }

  @AfterEach
  void putEverythingBack() {
    password("test.passw0rd");
    checks.registrations().noFaults();
    checks.begin("A");
    checks.registrations().removeSecondAccount();
  }

  private static String message(String name, String businessKey) {
    return "{'messageName': '%s', 'businessKey': '%s'}".formatted(name, businessKey);
  }

  private void password(String password) {
    ResellerAccount account = accounts.find(checks.here("sandbox")).orElseThrow();
    accounts.save(account, password);
  }

  @BothReadings(alwaysBoth = true)
  void findsNothingWhereAllIsWell(String profile) {
    checks.begin(profile);
    String before = checks.registrations().now();

    checks.nextDay();

    assertThat(checks.calls("StatusAccount", before)).as("once for each account").isEqualTo(2);
    checks.awaitTasks("sandbox", 0);
    checks.awaitTasks("sandbox2", 0);
    assertThat(checks.instances("AccountCheckProcess", "sandbox")).isZero();
  }

  /** It starts at five o'clock and at no other time, however long the application was idle. */
  @Test
  void beginsAtItsTimeOfTheDay() {
    checks.begin("A");
    String now = checks.registrations().now();
    checks.toTheNextCheck();
    assertThat(checks.calls("StatusAccount", now)).isZero();
    checks.registrations().advance("PT2M");
    assertThat(checks.calls("StatusAccount", now)).isEqualTo(2);
    checks.registrations().advance("P3D");
    assertThat(checks.calls("StatusAccount", now)).isEqualTo(8);
  }

  /** As left by an application that was set to three o'clock before it was set to five. */
  @Test
  void followsAChangedTimeAfterTheNextCheck() {
    checks.begin("A");
    checks.toTheNextCheck();
    checks.registrations().advance("PT10M");
    Instant now = Instant.parse(checks.registrations().now());
    Instant three = now.atZone(ZoneOffset.UTC).plusDays(1).with(LocalTime.of(3, 0)).toInstant();
    int changed =
        jdbc.sql(
                """
                update act_ru_job set duedate_ = :three,
                  repeat_ = 'R/2026-01-01T03:00:00.000Z/PT24H'
                where process_def_key_ = 'AccountCheckProcess'
                """)
            .param("three", Timestamp.from(three))
            .update();
    assertThat(changed).isEqualTo(1);

    checks.registrations().advance(Duration.between(now, three).plusMinutes(1).toString());
    assertThat(checks.calls("StatusAccount", now.toString())).as("at three").isEqualTo(2);
    checks.registrations().advance("PT1H50M");
    assertThat(checks.calls("StatusAccount", now.toString())).as("not before five").isEqualTo(2);
    checks.registrations().advance("PT20M");
    assertThat(checks.calls("StatusAccount", now.toString())).as("at five").isEqualTo(4);
  }

  @BothReadings
  void asksOnceForADefaultThatRenewsAndClosesTheTaskWhenItIsCorrected(String profile) {
    checks.begin(profile);
    checks.account("test.user", "'renewalMode': 'AUTORENEW'");
    checks.nextDay();

    JsonNode task = checks.onlyTask("sandbox");
    assertThat(task.get("name").asText()).isEqualTo("Correct account: default renewal mode");
    assertThat(task.get("due").asText()).isNotBlank();
    assertThat(checks.form(task, "what"))
        .startsWith("New names of this account get the renewal mode AUTORENEW")
        .endsWith("it should be AUTOEXPIRE.");
    String foundAt = checks.form(task, "foundAt");
    String lookedAt = checks.form(task, "lookedAt");

    checks.registrations().advance("P5D");
    assertThat(checks.onlyTask("sandbox").get("id")).isEqualTo(task.get("id"));
    assertThat(checks.form(task, "foundAt")).isEqualTo(foundAt);
    assertThat(checks.form(task, "lookedAt")).as("refreshed").isNotEqualTo(lookedAt);
    assertThat(checks.tasks("sandbox2")).as("the other account").isEmpty();

    checks.account("test.user", "'renewalMode': 'AUTOEXPIRE'");
    checks.nextDay();
    checks.awaitTasks("sandbox", 0);
  }

  @BothReadings
  void findsNamesWithAnotherModeInFewCalls(String profile) {
    checks.begin(profile);
    checks.renewingNames("test.user", 260);
    checks.renewingNames("test.user2", 1);
    String before = checks.registrations().now();

    checks.nextDay();

    assertThat(checks.partsOfLists(before)).as("two parts and one").isEqualTo(3);
    assertThat(checks.calls("StatusDomain", before)).isZero();
    JsonNode task = checks.onlyTask("sandbox");
    assertThat(task.get("name").asText())
        .isEqualTo("Correct renewal modes: names with another mode");
    assertThat(checks.form(task, "what")).startsWith("260 names have another renewal mode");
    assertThat(checks.form(task, "names").split("\n\n", -1))
        .hasSize(50)
        .startsWith("name-000.com: AUTORENEW instead of AUTOEXPIRE");
    assertThat(checks.form(checks.onlyTask("sandbox2"), "what")).startsWith("1 name has");
  }

  /** A mode that a customer has ordered is not a finding. */
  @Test
  void acceptsAModeThatWasOrdered() {
    checks.begin("A");
    String domain = Registrations.freshName("com");
    String reference = checks.registrations().place(domain, ", 'renewalMode': 'AUTORENEW'");
    checks.registrations().awaitStatus(reference, "COMPLETED");

    checks.nextDay();
    assertThat(checks.tasks("sandbox")).isEmpty();
  }

  @BothReadings
  void asksForMoneyUntilTheAccountIsToppedUp(String profile) {
    checks.begin(profile);
    checks.moneyLeft("test.user", 50);
    checks.nextDay();

    JsonNode task = checks.onlyTask("sandbox");
    assertThat(task.get("name").asText()).isEqualTo("Correct account: little money left");
    assertThat(checks.form(task, "what"))
        .isEqualTo(
            "The account has 50.00 EUR left to spend, credit included; it should have at least"
                + " 100.00 EUR.");

    checks.moneyLeft("test.user", 30);
    checks.nextDay();
    assertThat(checks.onlyTask("sandbox").get("id")).isEqualTo(task.get("id"));
    assertThat(checks.form(task, "what")).contains("30.00 EUR");

    checks.moneyLeft("test.user", 100);
    checks.nextDay();
    checks.awaitTasks("sandbox", 0);
  }

  @BothReadings
  void asksForALoginThatIsRefusedAndKeepsWhatItCannotSee(String profile) {
    checks.begin(profile);
    checks.account("test.user", "'balance': 0, 'creditLimit': 0");
    checks.nextDay();
    JsonNode money = checks.onlyTask("sandbox");

    password("wrong");
    checks.nextDay();
    assertThat(checks.tasks("sandbox"))
        .extracting(task -> task.get("name").asText())
        .containsExactlyInAnyOrder(
            "Correct account: little money left", "Correct account: login refused");
    JsonNode login =
        checks.tasks("sandbox").stream()
            .filter(task -> !task.get("id").equals(money.get("id")))
            .findFirst()
            .orElseThrow();
    assertThat(checks.form(login, "what")).contains("530");

    password("test.passw0rd");
    checks.nextDay();
    assertThat(checks.onlyTask("sandbox").get("id")).isEqualTo(money.get("id"));
  }

  /**
   * No more requests are sent for it, and one task says so, until a person has it checked again.
   */
  @BothReadings
  void holdsAnAccountBackThatTheRegistrarHasStopped(String profile) {
    checks.begin(profile);
    checks.toTheNextCheck();
    Registrations registrations = checks.registrations();
    registrations.fault("{'command': 'AddDomain', 'fault': 'CODE_422', 'times': 1}");
    String reference = registrations.place(Registrations.freshName("com"));

    JsonNode order = registrations.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");
    JsonNode task = checks.onlyTask("sandbox");
    assertThat(task.get("name").asText()).isEqualTo("Correct account: login refused");
    assertThat(checks.form(task, "what")).contains("has stopped the account").contains("422");
    assertThat(order.at("/waitingFor/what").asText())
        .contains("stopped account " + checks.here("sandbox"))
        .endsWith("No money was spent. The step continues automatically then.");
    assertThat(order.get("charged").asText()).isEqualTo("NO");

    String before = registrations.now();
    String other = registrations.place(Registrations.freshName("com"));
    registrations.awaitWaitingFor(other, "REGISTRAR_UNREACHABLE");
    registrations.advance("PT1H");
    assertThat(checks.calls("AddDomain", before) + checks.calls("CheckDomains", before)).isZero();
    assertThat(checks.calls("StatusAccount", before)).as("the other account's").isEqualTo(1);
    assertThat(checks.onlyTask("sandbox").get("id")).isEqualTo(task.get("id"));

    checks.decide(task, "CHECK_AGAIN");
    registrations.advance("PT30M");
    checks.awaitTasks("sandbox", 0);
    registrations.awaitStatus(reference, "COMPLETED");
    registrations.awaitStatus(other, "COMPLETED");
  }

  @Test
  void aGoodConnectionTestEndsTheTaskOfAStoppedAccount() {
    checks.begin("A");
    Registrations registrations = checks.registrations();
    registrations.fault("{'command': 'AddDomain', 'fault': 'CODE_422', 'times': 1}");
    String reference = registrations.place(Registrations.freshName("com"));
    checks.awaitTasks("sandbox", 1);

    assertThat(
            new Caller(port, "admin")
                .post("/api/v1/accounts/" + checks.here("sandbox") + "/test", "{}")
                .body()
                .get("cause")
                .asText())
        .isEqualTo("GOOD");

    checks.awaitTasks("sandbox", 0);
    registrations.advance("PT30M");
    registrations.awaitStatus(reference, "COMPLETED");
  }

  @BothReadings
  void takesAnOutageForNoFindingAndLooksLater(String profile) {
    checks.begin(profile);
    checks.account("test.user", "'balance': 0, 'creditLimit': 0");
    checks.toTheNextCheck();
    checks.registrations().fault(AWAY);
    checks.registrations().advance("PT20M");

    assertThat(checks.tasks("sandbox")).isEmpty();
    assertThat(checks.instances("AccountCheckProcess", "sandbox")).isEqualTo(1);

    checks.registrations().noFaults();
    checks.registrations().advance("PT10M");
    checks.onlyTask("sandbox");
    assertThat(checks.instances("AccountCheckProcess", "sandbox")).isZero();
  }

  @Test
  void startsNoSecondCheckWhileOneHasNotEnded() {
    checks.begin("A");
    checks
        .registrations()
        .fault("{'command': 'StatusAccount', 'fault': 'CODE_505', 'times': 100000}");
    checks.registrations().advance("P3D");

    assertThat(checks.instances("AccountCheckProcess", "sandbox")).isEqualTo(1);
    assertThat(checks.tasks("sandbox")).isEmpty();
  }

  @Test
  void endsWithItsAccountAndLeavesOthers() {
    checks.begin("A");
    for (String name : new String[] {"leaving", "leaving-not"}) {
      accounts.insert(ResellerAccount.of(name, checks.system(), "test.user"), "wrong");
    }
    checks.nextDay();
    checks.onlyTask("leaving");
    String other = checks.onlyTask("leaving-not").get("id").asText();

    assertThat(checks.admin().delete("/api/v1/accounts/leaving").status()).isEqualTo(204);

    assertThat(checks.tasks("leaving")).isEmpty();
    assertThat(checks.instances("AccountFindingProcess", "leaving")).isZero();
    assertThat(checks.onlyTask("leaving-not").get("id").asText()).isEqualTo(other);
    assertThat(checks.admin().delete("/api/v1/accounts/leaving-not").status()).isEqualTo(204);
  }

  @Test
  void aCheckThatIsUnderWayEndsWithItsAccount() {
    checks.begin("A");
    accounts.insert(ResellerAccount.of("leaving", checks.system(), "test.user"), "test.passw0rd");
    checks.toTheNextCheck();
    checks.registrations().fault(AWAY);
    checks.registrations().advance("PT20M");
    assertThat(checks.instances("AccountCheckProcess", "leaving")).isEqualTo(1);

    assertThat(checks.admin().delete("/api/v1/accounts/leaving").status()).isEqualTo(204);

    assertThat(checks.instances("AccountCheckProcess", "leaving")).isZero();
    assertThat(checks.instances("AccountCheckProcess", "sandbox")).isEqualTo(1);
  }

  /**
   * The business key determines the account of a step, and only existing accounts are asked about.
   */
  @Test
  void sendsNothingForAnAccountThatDoesNotExist() {
    checks.begin("A");
    String before = checks.registrations().now();
    checks.admin().post("/engine-rest/message", message("Msg_AccountToCheck", "nobody"));
    checks.registrations().advance("PT1M");

    assertThat(
            checks
                .admin()
                .get("/engine-rest/external-task?topicName=check-account")
                .body()
                .findValuesAsText("errorMessage"))
        .containsExactly("This step belongs to no account that exists. Nothing was sent.");
    assertThat(checks.calls("StatusAccount", before)).isZero();
  }

  @Test
  void onlyAdministratorsStartIt() {
    checks.begin("A");
    String start = message("Msg_AccountToCheck", checks.here("sandbox"));
    String finding = message("Msg_FindingMade", checks.here("sandbox") + ":LOGIN");
    for (String login : new String[] {"operator", "billing", "analyst", "approver"}) {
      Caller caller = new Caller(port, login);
      assertThat(caller.post("/engine-rest/message", start).status()).as(login).isEqualTo(403);
      assertThat(caller.post("/engine-rest/message", finding).status()).as(login).isEqualTo(403);
    }
    String before = checks.registrations().now();

    assertThat(checks.admin().post("/engine-rest/message", start).status()).isEqualTo(204);
    checks.registrations().advance("PT1M");
    assertThat(checks.calls("StatusAccount", before)).isEqualTo(1);
  }

  @Test
  void isVisibleToAnalysts() {
    JsonNode definitions =
        new Caller(port, "analyst")
            .get("/engine-rest/process-definition?latestVersion=true")
            .body();

    assertThat(definitions.findValuesAsText("key"))
        .contains("AccountCheckProcess", "AccountFindingProcess");
  }
}
