package io.domainflow.process.accountcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The daily check reads the names of an account, and reports findings about them. */
@DomainflowTest
@TestPropertySource(properties = "domainflow.account-check.enabled=true")
class AccountNamesTest {

  private final int port;
  final AccountChecks checks;
  private final JdbcClient jdbc;

  @Autowired
  AccountNamesTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.port = port;
    this.checks = new AccountChecks(port);
    this.jdbc = jdbc;
  }

  @BeforeEach
  void bothAccounts() {
    checks.registrations().addSecondAccount();
  }

  @AfterEach
  void putEverythingBack() {
    checks.registrations().noFaults();
    mend("null");
    checks.begin("A");
    checks.registrations().removeSecondAccount();
  }

  private void mend(String drift) {
    Answer answer =
        checks
            .admin()
            .patch(
                "/api/v1/accounts/" + checks.here("sandbox"),
                "{'drift': {'renewalMode': %s}}".formatted(drift));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  final JsonNode domain(String domain) {
    Answer answer =
        checks.operator().get("/api/v1/domains/" + domain + "?account=" + checks.here("sandbox"));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private void name(String domain, String members) {
    checks
        .registrations()
        .registry("{'domain': '%s', 'account': 'test.user', %s}".formatted(domain, members));
  }

  private String ended(String prefix) {
    String domain = prefix + Registrations.freshName("com");
    name(domain, "'renewalMode': 'AUTOEXPIRE'");
    return domain;
  }

  @Test
  @OnlyAtIspapi("additional fields are not sent there yet")
  void keepsNothingOfANameThatLeft() {
    checks.begin("A");
    String moved = orderedWithFields();
    checks.registrations().happen(moved, "MOVED_TO_ACCOUNT", "test.user2");
    checks.nextDay();
    checks.nextDay();

    assertThat(domain(moved).get("status").asText()).isEqualTo("TRANSFERRED_AWAY");
    assertThat(domain(moved).get("additionalFields")).isEmpty();
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
    assertThat(domain(domain).get("additionalFields")).hasSize(2);
    return domain;
  }

  private String names(JsonNode task) {
    return checks.form(task, "names");
  }

  /** Turns a completed order into one that the process of another operation would leave. */
  private void order(String domain, String operation, String status, String charged) {
    String columns =
        jdbc.sql(
                "select string_agg(column_name, ', ') from information_schema.columns"
                    + " where table_name = 'provisioning_order' and is_generated = 'NEVER'")
            .query(String.class)
            .single();
    int inserted =
        jdbc.sql(
                """
                insert into provisioning_order (%1$s)
                select %1$s from (
                  select (jsonb_populate_record(o, jsonb_build_object('id', :id::text,
                    'reference', :id::text, 'operation', :operation::text,
                    'status', :status::text, 'charged', :charged::text, 'process_instance_id',
                    :id::text, 'created_at', o.created_at + interval '1 minute'))).*
                  from provisioning_order o where domain = :domain and operation = 'REGISTER'
                ) made
                """
                    .formatted(columns))
            .param("id", UUID.randomUUID().toString())
            .param("domain", domain)
            .param("operation", operation)
            .param("status", status)
            .param("charged", charged)
            .update();
    assertThat(inserted).isEqualTo(1);
  }

  private void noOrder(String domain, String operation) {
    jdbc.sql("delete from provisioning_order where domain = :domain and operation = :operation")
        .param("domain", domain)
        .param("operation", operation)
        .update();
  }

  private String registered() {
    String domain = Registrations.freshName("com");
    checks.registrations().awaitStatus(checks.registrations().place(domain), "COMPLETED");
    return domain;
  }

  @BothReadings
  void knowsNamesThatNobodyHasOrderedHere(String profile) {
    checks.begin(profile);
    String domain = ended("known-");
    String before = checks.registrations().now();

    checks.nextDay();

    JsonNode seen = domain(domain);
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
    ended("untouched-");
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
    String domain = registered();
    jdbc.sql("update stored_domain set status = 'EXPIRED' where domain = :domain")
        .param("domain", domain)
        .update();
    JsonNode before = domain(domain);

    checks.nextDay();

    JsonNode after = domain(domain);
    assertThat(after.get("status").asText()).isEqualTo("EXPIRED");
    assertThat(after.get("readAt")).isEqualTo(before.get("readAt"));
    assertThat(after.at("/dates/expires/readAt").asText())
        .isGreaterThan(before.at("/dates/expires/readAt").asText());
  }

  @BothReadings
  void tellsOnceWhatBecameOfNamesThatLeft(String profile) {
    checks.begin(profile);
    String moved = ended("moved-");
    String transferred = ended("transferred-");
    String deleted = ended("deleted-");
    String vanished = ended("vanished-");
    String stays = ended("stays-");
    checks.nextDay();

    checks.registrations().happen(transferred, "TRANSFERRED_AWAY");
    checks.registrations().happen(deleted, "DELETED_ELSEWHERE");
    checks.registrations().happen(moved, "MOVED_TO_ACCOUNT", "test.user2");
    checks.registrations().registry("{'domain': '%s', 'owner': 'FREE'}".formatted(vanished));
    checks.nextDay();
    assertThat(checks.tasks("sandbox")).as("missing once").isEmpty();
    assertThat(domain(deleted).get("status").asText()).isEqualTo("ACTIVE");

    String before = checks.registrations().now();
    checks.nextDay();
    JsonNode task = checks.onlyTask("sandbox");
    assertThat(task.get("name").asText())
        .isEqualTo("Look after names: names that left the account");
    assertThat(checks.form(task, "what")).isEqualTo("4 names have left this account.");
    assertThat(names(task))
        .contains(moved + ": it is in another account")
        .contains(transferred + ": it was transferred to another registrar")
        .contains(deleted + ": it was deleted, and can be restored until ")
        .contains(vanished + ": the registrar no longer knows it")
        .doesNotContain(stays);
    assertThat(checks.calls("StatusDomain", before)).as("one for each").isEqualTo(4);
    assertThat(domain(moved).get("status").asText()).isEqualTo("TRANSFERRED_AWAY");
    assertThat(domain(transferred).get("status").asText()).isEqualTo("TRANSFERRED_AWAY");
    assertThat(domain(deleted).get("status").asText()).isEqualTo("DELETED");
    assertThat(domain(vanished).get("status").asText()).isEqualTo("UNKNOWN");

    checks.decide(task, "IGNORE");
    checks.awaitTasks("sandbox", 0);
    checks.nextDay();
    assertThat(checks.tasks("sandbox")).as("noted").isEmpty();

    checks.registrations().happen(stays, "TRANSFERRED_AWAY");
    name(moved, "'renewalMode': 'AUTOEXPIRE'");
    checks.nextDay();
    assertThat(domain(moved).get("status").asText()).as("it is back").isEqualTo("ACTIVE");
    checks.nextDay();
    assertThat(names(checks.onlyTask("sandbox"))).startsWith(stays + ": ").doesNotContain(moved);
  }

  @Test
  void aNameThatComesBackBetweenTwoLooksHasNotLeft() {
    checks.begin("A");
    String domain = ended("back-");
    checks.nextDay();
    checks.registrations().registry("{'domain': '%s', 'owner': 'FREE'}".formatted(domain));
    checks.nextDay();
    name(domain, "'renewalMode': 'AUTOEXPIRE'");
    checks.nextDay();
    checks.registrations().registry("{'domain': '%s', 'owner': 'FREE'}".formatted(domain));
    checks.nextDay();

    assertThat(checks.tasks("sandbox")).isEmpty();
    assertThat(domain(domain).get("status").asText()).isEqualTo("ACTIVE");
  }

  @BothReadings
  void tellsOfNamesThatEndUntilTheyAreRenewed(String profile) {
    checks.begin(profile);
    String first = "a-" + Registrations.freshName("com");
    String second = "b-" + Registrations.freshName("com");
    name(first, "'renewalMode': 'AUTOEXPIRE', 'expires': 'P10D'");
    name(second, "'renewalMode': 'AUTOEXPIRE', 'expires': 'P17D'");
    checks.nextDay();

    JsonNode task = checks.onlyTask("sandbox");
    assertThat(task.get("name").asText()).isEqualTo("Look after names: names about to expire");
    assertThat(checks.form(task, "what"))
        .isEqualTo("1 name ends soon, or has ended, and nobody renews it.");
    assertThat(names(task)).startsWith(first + ": ").endsWith("AUTOEXPIRE");

    checks.decide(task, "IGNORE");
    checks.registrations().advance("P4D");
    assertThat(names(checks.onlyTask("sandbox")))
        .as("the noted one is left out")
        .startsWith(second);

    checks.registrations().happen(second, "RENEWED_ELSEWHERE");
    checks.nextDay();
    checks.awaitTasks("sandbox", 0);
  }

  @Test
  void leavesOutWhatAnOrderRenewsOrWasCancelled() {
    checks.begin("A");
    String domain = registered();
    name(domain, "'renewalMode': 'AUTOEXPIRE', 'expires': 'P10D'");
    checks.nextDay();
    assertThat(names(checks.onlyTask("sandbox"))).startsWith(domain + ": ");

    order(domain, "RENEW", "IN_PROGRESS", "NO");
    checks.nextDay();
    assertThat(checks.tasks("sandbox")).as("an order renews it").isEmpty();
    noOrder(domain, "RENEW");
    checks.nextDay();
    assertThat(checks.tasks("sandbox")).as("it did not").hasSize(1);

    order(domain, "CANCEL", "COMPLETED", "NO");
    checks.nextDay();
    assertThat(checks.tasks("sandbox")).as("its end is ordered").isEmpty();
    noOrder(domain, "CANCEL");
  }

  @BothReadings
  void mendsModesByItselfAndAsksOnlyForWhatIsRefused(String profile) {
    checks.begin(profile);
    mend("'MEND'");
    checks.renewingNames("test.user", 3);
    checks
        .registrations()
        .fault(
            "{'command': 'SetDomainRenewalMode', 'fault': 'CODE_541', 'times': 1000,"
                + " 'domain': 'name-001.com'}");
    String before = checks.registrations().now();

    checks.nextDay();

    assertThat(checks.calls("SetDomainRenewalMode", before)).isEqualTo(3);
    assertThat(names(checks.onlyTask("sandbox")))
        .startsWith("name-001.com: AUTORENEW instead of AUTOEXPIRE; the registrar refuses it");
    JsonNode mended = domain("name-000.com").get("renewalMode");
    assertThat(mended.get("mode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(mended.get("source").asText()).as("until it is read").isEqualTo("COMPUTED");

    checks.registrations().noFaults();
    checks.nextDay();
    checks.awaitTasks("sandbox", 0);
    assertThat(domain("name-000.com").at("/renewalMode/source").asText()).isEqualTo("REGISTRAR");
  }

  @BothReadings
  @OnlyAtIspapi("the other platform charges on the day after which the name is deleted")
  void setsNoModeThatWouldBuyAYearAtOnce(String profile) {
    checks.begin(profile);
    mend("'MEND'");
    String domain = Registrations.freshName("com");
    checks
        .registrations()
        .awaitStatus(
            checks.registrations().place(domain, ", 'renewalMode': 'AUTORENEW'"), "COMPLETED");
    double cost = cost(domain);
    name(domain, "'renewalMode': 'AUTOEXPIRE', 'expires': 'P4D'");

    checks.nextDay();

    assertThat(checks.tasks("sandbox").stream().map(this::names))
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith(domain + ": AUTOEXPIRE instead of AUTORENEW; the day on which")
                    .contains("order a RENEW first"));
    assertThat(cost(domain)).isEqualTo(cost);
  }

  /** Charged automatically five days before the end; nobody has ordered that. */
  private String charged() {
    String domain = "charged-" + Registrations.freshName("com");
    name(domain, "'renewalMode': 'AUTORENEW', 'expires': 'P6D'");
    checks.registrations().advance("P3D");
    assertThat(cost(domain)).as("the registrar has charged it").isPositive();
    return domain;
  }

  private double cost(String domain) {
    return checks.registrations().ledger(domain).stream()
        .mapToDouble(entry -> entry.get("charged").asDouble())
        .sum();
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
    assertThat(cost(domain)).isZero();
    assertThat(domain(domain).at("/renewal/paid").asBoolean()).isFalse();
  }

  @Test
  @OnlyAtIspapi("the other platform charges a renewal only when it carries it out")
  void saysSoIfTheRegistrarUndoesNothing() {
    checks.begin("B");
    String domain = charged();
    double cost = cost(domain);

    checks.decide(checks.onlyTask("sandbox"), "SET_MODES");

    checks.awaitTasks("sandbox", 1);
    assertThat(names(checks.onlyTask("sandbox")))
        .startsWith(domain + ": set to AUTOEXPIRE, but the registrar does not reverse");
    assertThat(cost(domain)).isEqualTo(cost);
    assertThat(domain(domain).at("/renewalMode/mode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(domain(domain).at("/renewal/paid").asBoolean()).isTrue();

    checks.registrations().advance("P7D");
    checks.awaitTasks("sandbox", 0);
    Instant expires = Instant.parse(domain(domain).at("/dates/expires/at").asText());
    assertThat(expires).as("carried out").isAfter(Instant.parse(checks.registrations().now()));
  }

  @Test
  @OnlyAtIspapi("the other platform charges a renewal only when it carries it out")
  void keepsARenewalThatWasOrdered() {
    checks.begin("A");
    String domain = registered();
    name(domain, "'renewalMode': 'AUTORENEW', 'expires': 'P6D'");
    checks.registrations().advance("P3D");
    double cost = cost(domain);
    order(domain, "RENEW", "COMPLETED", "YES");

    checks.decide(checks.onlyTask("sandbox"), "SET_MODES");
    checks.awaitTasks("sandbox", 0);

    assertThat(cost(domain)).isEqualTo(cost);
    assertThat(domain(domain).at("/renewal/paid").asBoolean()).isTrue();
    assertThat(domain(domain).at("/renewalMode/mode").asText()).isEqualTo("AUTOEXPIRE");
    noOrder(domain, "RENEW");
  }

  @Test
  void aRenewalSetsNoMode() {
    checks.begin("A");
    String domain = Registrations.freshName("com");
    checks
        .registrations()
        .awaitStatus(
            checks.registrations().place(domain, ", 'renewalMode': 'AUTORENEW'"), "COMPLETED");
    String expires = domain(domain).at("/dates/expires/at").asText().substring(0, 10);
    checks
        .registrations()
        .awaitStatus(checks.registrations().placeRenewal(domain, "1Y", expires, ""), "COMPLETED");
    checks.registrations().happen(domain, "MODE_CHANGED_ELSEWHERE", "AUTOEXPIRE");

    checks.nextDay();

    assertThat(names(checks.onlyTask("sandbox")))
        .isEqualTo(domain + ": AUTOEXPIRE instead of AUTORENEW");
  }

  @Test
  void showsTheseTasksToOperatorsOnlyAndTakesNoOtherDecision() {
    checks.begin("A");
    name("ends-" + Registrations.freshName("com"), "'renewalMode': 'AUTOEXPIRE', 'expires': 'P9D'");
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
