package io.domainflow.process.accountcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * The daily check reports renewal modes that are not as ordered, corrects them, and buys nothing.
 */
@DomainflowTest
@TestPropertySource(properties = "domainflow.account-check.enabled=true")
class AccountNamesRenewalModeTest {

  private final AccountChecks checks;
  private final CheckedAccount account;

  @Autowired
  AccountNamesRenewalModeTest(@LocalServerPort int port, JdbcClient jdbc) {
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
  void mendsModesByItselfAndAsksOnlyForWhatIsRefused(String profile) {
    checks.begin(profile);
    account.mend("'MEND'");
    checks.renewingNames("test.user", 3);
    checks
        .registrations()
        .fault(
            "{'command': 'SetDomainRenewalMode', 'fault': 'CODE_541', 'times': 1000,"
                + " 'domain': 'name-001.com'}");
    String before = checks.registrations().now();

    checks.nextDay();

    assertThat(checks.calls("SetDomainRenewalMode", before)).isEqualTo(3);
    assertThat(account.names(checks.onlyTask("sandbox")))
        .startsWith("name-001.com: AUTORENEW instead of AUTOEXPIRE; the registrar refuses it");
    JsonNode mended = account.domain("name-000.com").get("renewalMode");
    assertThat(mended.get("mode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(mended.get("source").asText()).as("until it is read").isEqualTo("COMPUTED");

    checks.registrations().noFaults();
    checks.nextDay();
    checks.awaitTasks("sandbox", 0);
    assertThat(account.domain("name-000.com").at("/renewalMode/source").asText())
        .isEqualTo("REGISTRAR");
  }

  @BothReadings
  @OnlyAtIspapi("the other platform charges on the day after which the name is deleted")
  void setsNoModeThatWouldBuyAYearAtOnce(String profile) {
    checks.begin(profile);
    account.mend("'MEND'");
    String domain = Registrations.freshName("com");
    checks
        .registrations()
        .awaitStatus(
            checks.registrations().place(domain, ", 'renewalMode': 'AUTORENEW'"), "COMPLETED");
    double cost = account.cost(domain);
    account.name(domain, "'renewalMode': 'AUTOEXPIRE', 'expires': 'P4D'");

    checks.nextDay();

    assertThat(checks.tasks("sandbox").stream().map(account::names))
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith(domain + ": AUTOEXPIRE instead of AUTORENEW; the day on which")
                    .contains("order a RENEW first"));
    assertThat(account.cost(domain)).isEqualTo(cost);
  }

  /** Charged automatically five days before the end; nobody has ordered that. */
  private String charged() {
    String domain = "charged-" + Registrations.freshName("com");
    account.name(domain, "'renewalMode': 'AUTORENEW', 'expires': 'P6D'");
    checks.registrations().advance("P3D");
    assertThat(account.cost(domain)).as("the registrar has charged it").isPositive();
    return domain;
  }

  @Test
  @OnlyAtIspapi("the other platform has no command that takes a charge back")
  void refundsWhatTheRegistrarChargedAutomatically() {
    checks.begin("A");
    String domain = charged();

    checks.decide(checks.onlyTask("sandbox"), "SET_MODES");

    // It is not renewed now, and ends soon.
    checks.awaitTasks("sandbox", 1);
    assertThat(checks.onlyTask("sandbox").get("name").asText()).contains("about to expire");
    assertThat(account.cost(domain)).isZero();
    assertThat(account.domain(domain).at("/renewal/paid").asBoolean()).isFalse();
  }

  @Test
  @OnlyAtIspapi("the other platform charges a renewal only when it carries it out")
  void saysSoIfTheRegistrarUndoesNothing() {
    checks.begin("B");
    String domain = charged();
    double cost = account.cost(domain);

    checks.decide(checks.onlyTask("sandbox"), "SET_MODES");

    checks.awaitTasks("sandbox", 1);
    assertThat(account.names(checks.onlyTask("sandbox")))
        .startsWith(domain + ": set to AUTOEXPIRE, but the registrar does not reverse");
    assertThat(account.cost(domain)).isEqualTo(cost);
    assertThat(account.domain(domain).at("/renewalMode/mode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(account.domain(domain).at("/renewal/paid").asBoolean()).isTrue();

    checks.registrations().advance("P7D");
    checks.awaitTasks("sandbox", 0);
    Instant expires = Instant.parse(account.domain(domain).at("/dates/expires/at").asText());
    assertThat(expires).as("carried out").isAfter(Instant.parse(checks.registrations().now()));
  }

  @Test
  @OnlyAtIspapi("the other platform charges a renewal only when it carries it out")
  void keepsARenewalThatWasOrdered() {
    checks.begin("A");
    String domain = account.registered();
    account.name(domain, "'renewalMode': 'AUTORENEW', 'expires': 'P6D'");
    checks.registrations().advance("P3D");
    double cost = account.cost(domain);
    account.order(domain, "RENEW", "COMPLETED", "YES");

    checks.decide(checks.onlyTask("sandbox"), "SET_MODES");
    checks.awaitTasks("sandbox", 0);

    assertThat(account.cost(domain)).isEqualTo(cost);
    assertThat(account.domain(domain).at("/renewal/paid").asBoolean()).isTrue();
    assertThat(account.domain(domain).at("/renewalMode/mode").asText()).isEqualTo("AUTOEXPIRE");
    account.noOrder(domain, "RENEW");
  }

  @Test
  void aRenewalSetsNoMode() {
    checks.begin("A");
    String domain = Registrations.freshName("com");
    checks
        .registrations()
        .awaitStatus(
            checks.registrations().place(domain, ", 'renewalMode': 'AUTORENEW'"), "COMPLETED");
    String expires = account.domain(domain).at("/dates/expires/at").asText().substring(0, 10);
    checks
        .registrations()
        .awaitStatus(checks.registrations().placeRenewal(domain, "1Y", expires, ""), "COMPLETED");
    checks.registrations().happen(domain, "MODE_CHANGED_ELSEWHERE", "AUTOEXPIRE");

    checks.nextDay();

    assertThat(account.names(checks.onlyTask("sandbox")))
        .isEqualTo(domain + ": AUTOEXPIRE instead of AUTORENEW");
  }
}
