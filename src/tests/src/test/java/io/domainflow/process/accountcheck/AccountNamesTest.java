package io.domainflow.process.accountcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * The daily check reads the names of an account, and notices which have left. What it says of names
 * that end and of their renewal modes is in {@link AccountNamesEndingTest} and {@link
 * AccountNamesRenewalModeTest}.
 */
@DomainflowTest
@TestPropertySource(properties = "domainflow.account-check.enabled=true")
class AccountNamesTest {

  private final int port;

  final AccountChecks checks;
  final CheckedAccount account;
  private final JdbcClient jdbc;

  @Autowired
  AccountNamesTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.port = port;
    this.checks = new AccountChecks(port);
    this.account = new CheckedAccount(checks, jdbc);
    this.jdbc = jdbc;
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
  void knowsNamesThatNobodyHasOrderedHere(String profile) {
    checks.begin(profile);
    String domain = account.ended("known-");
    String before = checks.registrations().now();

    checks.nextDay();

    JsonNode seen = account.domain(domain);
    assertThat(seen.get("status").asText()).isEqualTo("ACTIVE");
    for (String date : checks.statedOfNamesThatEnd(profile)) {
      assertThat(seen.at("/dates/" + date + "/source").asText()).as(date).isEqualTo("REGISTRAR");
      assertThat(seen.at("/dates/" + date + "/readAt").asText()).as(date).isGreaterThan(before);
    }
    assertThat(seen.at("/renewalMode/mode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(seen.at("/renewalMode/source").asText()).isEqualTo("REGISTRAR");
    assertThat(seen.at("/renewal/paid").asBoolean()).isFalse();
    assertThat(seen.at("/renewal/openOrder").isNull()).isTrue();
    assertThat(new Caller(port, "billing").get("/api/v1/domains/" + domain).status())
        .as("a billing system that has ordered nothing for it")
        .isEqualTo(404);
  }

  /** It reads no contact and no single name, and sends no command that changes anything. */
  @Test
  void changesOnlyTheList() {
    checks.begin("A");
    account.ended("untouched-");
    String before = checks.registrations().now();
    checks.nextDay();
    checks.nextDay();

    assertThat(checks.requests(before))
        .noneMatch(request -> request.get("mutation").asBoolean())
        .extracting(request -> request.get("command").asText())
        .contains("QueryDomainList")
        .doesNotContain("StatusDomain", "StatusContact");
  }

  @Test
  void aListNeverChangesTheStatusOfAKnownName() {
    checks.begin("A");
    String domain = account.registered();
    jdbc.sql("update stored_domain set status = 'EXPIRED' where domain = :domain")
        .param("domain", domain)
        .update();
    JsonNode before = account.domain(domain);

    checks.nextDay();

    JsonNode after = account.domain(domain);
    assertThat(after.get("status").asText()).isEqualTo("EXPIRED");
    assertThat(after.get("readAt")).isEqualTo(before.get("readAt"));
    assertThat(after.at("/dates/expires/readAt").asText())
        .isGreaterThan(before.at("/dates/expires/readAt").asText());
  }

  @BothReadings
  void tellsOnceWhatBecameOfNamesThatLeft(String profile) {
    checks.begin(profile);
    String moved = account.ended("moved-");
    String transferred = account.ended("transferred-");
    String deleted = account.ended("deleted-");
    String vanished = account.ended("vanished-");
    String stays = account.ended("stays-");
    checks.nextDay();

    checks.registrations().happen(transferred, "TRANSFERRED_AWAY");
    checks.registrations().happen(deleted, "DELETED_ELSEWHERE");
    checks.registrations().happen(moved, "MOVED_TO_ACCOUNT", "test.user2");
    checks.registrations().registry("{'domain': '%s', 'owner': 'FREE'}".formatted(vanished));
    checks.nextDay();
    assertThat(checks.tasks("sandbox")).as("missing once").isEmpty();
    assertThat(account.domain(deleted).get("status").asText()).isEqualTo("ACTIVE");

    String before = checks.registrations().now();
    checks.nextDay();
    JsonNode task = checks.onlyTask("sandbox");
    assertThat(task.get("name").asText())
        .isEqualTo("Look after names: names that left the account");
    assertThat(checks.form(task, "what")).isEqualTo("4 names have left this account.");
    assertThat(account.names(task))
        .contains(moved + ": it is in another account")
        .contains(transferred + ": it was transferred to another registrar")
        .contains(deleted + ": it was deleted, and can be restored until ")
        .contains(vanished + ": the registrar no longer knows it")
        .doesNotContain(stays);
    assertThat(checks.calls("StatusDomain", before)).as("one for each").isEqualTo(4);
    assertThat(account.domain(moved).get("status").asText()).isEqualTo("TRANSFERRED_AWAY");
    assertThat(account.domain(transferred).get("status").asText()).isEqualTo("TRANSFERRED_AWAY");
    assertThat(account.domain(deleted).get("status").asText()).isEqualTo("DELETED");
    assertThat(account.domain(vanished).get("status").asText()).isEqualTo("UNKNOWN");

    checks.decide(task, "IGNORE");
    checks.awaitTasks("sandbox", 0);
    checks.nextDay();
    assertThat(checks.tasks("sandbox")).as("noted").isEmpty();

    checks.registrations().happen(stays, "TRANSFERRED_AWAY");
    account.name(moved, "'renewalMode': 'AUTOEXPIRE'");
    checks.nextDay();
    assertThat(account.domain(moved).get("status").asText()).as("it is back").isEqualTo("ACTIVE");
    checks.nextDay();
    assertThat(account.names(checks.onlyTask("sandbox")))
        .startsWith(stays + ": ")
        .doesNotContain(moved);
  }

  @Test
  void aNameThatComesBackBetweenTwoLooksHasNotLeft() {
    checks.begin("A");
    String domain = account.ended("back-");
    checks.nextDay();
    checks.registrations().registry("{'domain': '%s', 'owner': 'FREE'}".formatted(domain));
    checks.nextDay();
    account.name(domain, "'renewalMode': 'AUTOEXPIRE'");
    checks.nextDay();
    checks.registrations().registry("{'domain': '%s', 'owner': 'FREE'}".formatted(domain));
    checks.nextDay();

    assertThat(checks.tasks("sandbox")).isEmpty();
    assertThat(account.domain(domain).get("status").asText()).isEqualTo("ACTIVE");
  }

  @Test
  @OnlyAtIspapi("additional fields are not sent there yet")
  void keepsNothingOfANameThatLeft() {
    checks.begin("A");
    String moved = orderedWithFields();
    checks.registrations().happen(moved, "MOVED_TO_ACCOUNT", "test.user2");
    checks.nextDay();
    checks.nextDay();

    assertThat(account.domain(moved).get("status").asText()).isEqualTo("TRANSFERRED_AWAY");
    assertThat(account.domain(moved).get("additionalFields")).isEmpty();
  }

  /** A name with stored additional fields. */
  private String orderedWithFields() {
    String domain = "moved-" + Registrations.freshName("us");
    String reference =
        checks
            .registrations()
            .place(
                domain,
                ", 'additionalFields': {'X-US-NEXUS-APPPURPOSE': 'P3', 'X-US-NEXUS-CATEGORY': 'C11'}");
    checks.registrations().awaitStatus(reference, "COMPLETED");
    assertThat(account.domain(domain).get("additionalFields")).hasSize(2);
    return domain;
  }
}
