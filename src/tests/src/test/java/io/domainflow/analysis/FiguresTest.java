package io.domainflow.analysis;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.model.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff see figures about ended and open orders that agree with the orders. */
@DomainflowTest
class FiguresTest {

  private final Registrations registrations;
  private final Caller analyst;
  private final Caller admin;
  private final JdbcClient jdbc;
  private final FigureReader reader;

  @Autowired
  FiguresTest(@LocalServerPort int port, JdbcClient jdbc, MovableClock clock) {
    this.registrations = new Registrations(port);
    this.analyst = new Caller(port, "analyst");
    this.admin = new Caller(port, "admin");
    this.jdbc = jdbc;
    this.reader = new FigureReader(port, jdbc, clock);
  }

  @AfterEach
  void startOver() {
    registrations.startOver();
  }

  @Test
  void listsTheSoonestEndFirst() {
    reader.freshDay();
    String open = freshName("com");
    String locked = freshName("net");
    for (String domain : List.of(open, locked)) {
      registrations.registry(
          "{'domain': '%s', 'owner': 'OURS', 'zone': {'registrantChangeBy': 'ICANN-TRADE'}}"
              .formatted(domain));
    }
    String reference =
        registrations.placeChange(
            open, ", 'registrantChangeMode': 'WAIT_THEN_LOCK'" + FigureReader.FROM_BOTH);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONFIRMATION");
    String changed =
        registrations.placeChange(
            locked, ", 'registrantChangeMode': 'LOCK_AT_ONCE'" + FigureReader.FROM_BOTH);
    JsonNode done = registrations.awaitStatus(changed, "COMPLETED");

    JsonNode confirmation = reader.row("open-confirmations", "domain", open);
    JsonNode lock = reader.row("locks-ending", "domain", locked);

    assertThat(confirmation.get("reference").asText()).isEqualTo(reference);
    assertThat(confirmation.get("order")).isEqualTo(waiting.get("id"));
    assertThat(confirmation.get("until")).isEqualTo(waiting.at("/waitingFor/until"));
    assertThat(confirmation.get("daysLeft").asLong()).isEqualTo(days(confirmation, "until"));
    assertThat(lock.get("order")).isEqualTo(done.get("id"));
    assertThat(lock.get("kind").asText()).isEqualTo("CHANGE_OF_REGISTRANT");
    assertThat(lock.get("daysLeft").asLong()).isEqualTo(days(lock, "endsAt")).isBetween(59L, 60L);
    waitsFor(waiting, "REGISTRAR");
    assertThat(FigureReader.texts(reader.read("open-confirmations"), "domain"))
        .doesNotContain(open);
    waitsFor(waiting, "PRIOR_REGISTRANT");
    jdbc.sql(
            """
            update stored_domain set transfer_locked = true,
              locked_until = :now::timestamptz + interval '5 days 1 hour' where domain = :domain
            """)
        .param("now", registrations.now())
        .param("domain", locked)
        .update();
    assertThat(
            FigureReader.rows(reader.read("locks-ending")).stream()
                .filter(r -> locked.equals(FigureReader.text(r, "domain"))))
        .allSatisfy(r -> assertThat(r.get("daysLeft").asLong()).isEqualTo(days(r, "endsAt")))
        .extracting(r -> FigureReader.text(r, "kind"))
        .containsExactly("TRANSFER", "CHANGE_OF_REGISTRANT");
    // the lock of another order for the same name, which ends before
    String earlier = registrations.placePlain("UPDATE", locked, ", 'renewalMode': 'AUTODELETE'");
    registrations.awaitStatus(earlier, "COMPLETED");
    jdbc.sql(
            """
            insert into order_transfer_lock (order_id, begun_at, locked_afterwards, ends_at, source)
            select p.id, l.begun_at, false, l.ends_at - interval '40 days', 'COMPUTED'
            from order_transfer_lock l join provisioning_order o on o.id = l.order_id
              cross join provisioning_order p
            where o.reference = :changed and p.reference = :earlier
            """)
        .param("changed", changed)
        .param("earlier", earlier)
        .update();
    jdbc.sql("update stored_domain set locked_until = null where domain = :domain")
        .param("domain", locked)
        .update();
    assertThat(reader.row("locks-ending", "domain", locked).get("daysLeft").asLong())
        .as("the name can leave when the last has ended")
        .isBetween(59L, 60L);
    registrations.advance("P50D");
    assertThat(reader.row("locks-ending", "domain", locked).get("daysLeft").asInt())
        .isBetween(9, 10);
    registrations.advance("P11D");
    assertThat(FigureReader.texts(reader.read("locks-ending"), "domain")).doesNotContain(locked);
    assertThat(FigureReader.texts(reader.read("open-confirmations"), "domain"))
        .doesNotContain(open);
  }

  @Test
  void stepsThatFailAlikeAreOneRow() {
    reader.freshDay();
    registrations.fault("{'command': 'CheckDomains', 'fault': 'CODE_599', 'times': 1000}");
    List<String> references = List.of(reader.place("com"), reader.place("net"));
    references.forEach(
        reference -> registrations.await(reference, o -> o.at("/trouble/tries").asInt() > 0));

    JsonNode retrying = reader.row("steps-in-trouble", "activity", "Task_CheckAvailability");
    assertThat(retrying.get("steps").asInt()).isEqualTo(2);
    assertThat(retrying.get("process").asText()).isEqualTo("DomainRegistrationProcess");
    assertThat(retrying.get("step").asText()).isEqualTo("Check availability");
    assertThat(retrying.get("state").asText()).isEqualTo("RETRYING");
    assertThat(retrying.get("what").asText()).contains("599");
    assertThat(retrying.get("nextTry").isNull()).isFalse();

    registrations.advance("P5D");
    JsonNode stopped = reader.row("steps-in-trouble", "activity", "Task_CheckAvailability");
    assertThat(stopped.get("state").asText()).isEqualTo("STOPPED");
    assertThat(stopped.get("steps").asInt()).isEqualTo(2);
    assertThat(stopped.get("since")).isEqualTo(retrying.get("since"));
    assertThat(stopped.get("nextTry").isNull()).isTrue();
  }

  @Test
  void accountsShowTheirBalanceAndWhyTheyAreHeldBack() {
    assertThat(admin.post("/api/v1/accounts/sandbox/test", "{}").status()).isEqualTo(200);
    JsonNode account = reader.row("accounts", "account", "sandbox");
    assertThat(account.get("system").asText()).isEqualTo("SANDBOX");
    assertThat(account.get("balance").asText()).matches("\\d+\\.\\d\\d");
    assertThat(account.get("currency").asText()).isEqualTo("EUR");
    assertThat(Instant.parse(account.get("balanceReadAt").asText()))
        .isCloseTo(Instant.parse(registrations.now()), within(1, ChronoUnit.MINUTES));
    assertThat(account.get("held").isNull()).isTrue();
    assertThat(account.get("soft").asInt()).isPositive();

    registrations.account("{'login': 'test.user', 'balance': '0.00', 'creditLimit': '0.00'}");
    registrations.awaitWaitingFor(reader.place("com"), "CREDIT");
    assertThat(reader.row("accounts", "account", "sandbox").get("held").asText())
        .contains("credit is used up");
    registrations.await(
        registrations.place(freshName("net")),
        order ->
            reader.row("accounts", "account", "sandbox").get("balance").asText().startsWith("0"));
    assertThat(reader.row("accounts", "account", "sandbox").get("points").asInt()).isPositive();
  }

  @Test
  void isATableForASpreadsheetAsWell() {
    LocalDate day = reader.freshDay();
    reader.complete("com");

    Answer csv =
        analyst.get("/api/v1/figures/orders-per-day?format=csv&from=%s&to=%s".formatted(day, day));

    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.response().headers().firstValue("Content-Type"))
        .contains("text/csv;charset=UTF-8");
    assertThat(csv.response().headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"orders-per-day-%1$s-%1$s.csv\"".formatted(day));
    assertThat(csv.response().body())
        .isEqualTo("Day,Operation,Completed,Failed,Cancelled\r\n" + day + ",REGISTER,1,0,0\r\n");
  }

  @Test
  void coversTheLastThirtyDaysUnlessAsked() {
    JsonNode table = reader.read("orders-per-day");
    LocalDate today = FigureReader.day(Instant.parse(registrations.now()));

    assertThat(table.get("to").asText()).isEqualTo(today.toString());
    assertThat(table.get("from").asText()).isEqualTo(today.minusDays(29).toString());
    assertThat(table.get("title").asText()).isEqualTo("Orders per day");
    assertThat(FigureReader.texts(table.get("columns"), "kind"))
        .containsExactly("DATE", "TEXT", "COUNT", "COUNT", "COUNT");
    assertThat(reader.read("accounts").get("from").isNull()).isTrue();
  }

  @Test
  void narrowsByOperationAccountAndTld() {
    LocalDate day = reader.freshDay();
    reader.complete("com");
    reader.complete("net");

    assertThat(reader.narrowed(day, "tld=com")).isEqualTo(1);
    assertThat(reader.narrowed(day, "tld=NET&operation=REGISTER&account=sandbox")).isEqualTo(1);
    assertThat(reader.narrowed(day, "operation=TRANSFER")).isZero();
    assertThat(reader.narrowed(day, "account=sandbox2")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          orders-per-day?from=yesterday           | from      | INVALID
          orders-per-day?from=2026-02-30          | from      | INVALID
          orders-per-day?from=2999-01-01          | to        | INVALID
          orders-per-day?from=2026-02-02&to=2026-02-01 | to   | INVALID
          orders-per-day?from=2026-01-01&to=2027-01-02 | from | INVALID
          orders-per-day?operation=BUY            | operation | INVALID
          orders-per-day?tld=.com                 | tld       | INVALID
          orders-per-day?format=xml               | format    | INVALID
          orders-per-day?domain=example.com       | domain    | UNKNOWN_MEMBER
          time-to-done?tld=com                    | tld       | UNKNOWN_MEMBER
          accounts?from=2026-01-01                | from      | UNKNOWN_MEMBER
          """)
  void saysWhatIsWrongWithAQuestion(String question, String field, String code) {
    Answer answer = analyst.get("/api/v1/figures/" + question);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(answer.body().at("/errors/0/code").asText()).isEqualTo(code);
  }

  @Test
  void acceptsAYearAndADay() {
    assertThat(analyst.get("/api/v1/figures/orders-per-day?from=2026-01-01&to=2027-01-01").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?format=csv"})
  void acceptsNoOtherValue(String parameters) {
    Answer answer = analyst.get("/api/v1/figures/unknown" + parameters);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().get("type").asText())
        .isEqualTo("urn:domainflow:problem:figure-not-found");
  }

  private void waitsFor(JsonNode order, String who) {
    jdbc.sql("update provisioning_order set waiting_who = :who where id = :order::uuid")
        .param("who", who)
        .param("order", order.get("id").asText())
        .update();
  }

  /** By the calendar in UTC. */
  private long days(JsonNode row, String key) {
    return ChronoUnit.DAYS.between(
        LocalDate.parse(registrations.now().substring(0, 10)),
        LocalDate.parse(FigureReader.text(row, key).substring(0, 10)));
  }
}
