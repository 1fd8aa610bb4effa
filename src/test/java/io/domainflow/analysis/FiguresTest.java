package io.domainflow.analysis;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.model.MovableClock;
import io.domainflow.registrar.RegistrarCall;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff is told how orders went and stand, in numbers that agree with the orders. */
@DomainflowTest
class FiguresTest {

  private static final double TWO_DAYS = Duration.ofDays(2).toSeconds();
  private static final double THREE_DAYS = Duration.ofDays(3).toSeconds();

  private static final String FROM_BOTH =
      ", 'consents': [{'side': 'NEW', 'basis': 'agreement', 'textVersion': '3',"
          + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'},"
          + " {'side': 'PRIOR', 'basis': 'agreement', 'textVersion': '3',"
          + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 2'}]";

  private final Registrations registrations;
  private final Caller analyst;
  private final Caller admin;
  private final DayCounting counting;
  private final CallLog log;
  private final JdbcClient jdbc;
  private final MovableClock clock;

  @Autowired
  FiguresTest(
      @LocalServerPort int port,
      DayCounting counting,
      CallLog log,
      JdbcClient jdbc,
      MovableClock clock) {
    this.clock = clock;
    this.registrations = new Registrations(port);
    this.analyst = new Caller(port, "analyst");
    this.admin = new Caller(port, "admin");
    this.counting = counting;
    this.log = log;
    this.jdbc = jdbc;
  }

  @AfterEach
  void startOver() {
    registrations.startOver();
  }

  @Test
  void aDayIsToldTheSameBeforeAndAfterItIsCounted() {
    LocalDate day = freshDay();
    complete("com");
    complete("com");
    complete("net");
    for (int i = 0; i < 2; i++) {
      fail("net");
    }
    fail("org");
    registrations.cancel(
        registrations.awaitStatus(place("ca"), "WAITING").get("reference").asText());

    List<String> figures =
        List.of(
            "orders-per-day",
            "success-by-tld",
            "success-by-account",
            "time-to-done",
            "failure-reasons");
    List<JsonNode> before = figures.stream().map(figure -> ofDay(figure, day)).toList();

    assertThat(rows(before.get(0))).hasSize(1);
    JsonNode perDay = before.get(0).at("/rows/0");
    assertThat(perDay.get("day").asText()).isEqualTo(day.toString());
    assertThat(perDay.get("operation").asText()).isEqualTo("REGISTER");
    assertThat(perDay.get("completed").asInt()).isEqualTo(3);
    assertThat(perDay.get("failed").asInt()).isEqualTo(3);
    assertThat(perDay.get("cancelled").asInt()).isEqualTo(1);
    assertThat(texts(before.get(1), "tld")).containsExactly("net", "org", "com", "ca");
    JsonNode net = before.get(1).at("/rows/0");
    assertThat(net.get("ended").asInt()).isEqualTo(3);
    assertThat(net.get("success").asDouble()).isEqualTo(0.3333);
    assertThat(net.get("mainReason").asText()).isEqualTo("NAME_TAKEN");
    assertThat(net.get("mainFailed").asInt()).isEqualTo(2);
    assertThat(before.get(1).at("/rows/2/success").asDouble()).isEqualTo(1);
    assertThat(before.get(1).at("/rows/2/mainReason").isNull()).isTrue();
    assertThat(before.get(1).at("/rows/3/success").isNull()).isTrue();
    assertThat(before.get(2).at("/rows/0/account").asText()).isEqualTo("sandbox");
    assertThat(before.get(2).at("/rows/0/failed").asInt()).isEqualTo(3);
    assertThat(before.get(4).at("/rows/0/reason").asText()).isEqualTo("NAME_TAKEN");
    assertThat(before.get(4).at("/rows/0/orders").asInt()).isEqualTo(3);
    assertThat(before.get(4).at("/rows/0/tlds").asText()).isEqualTo("net 2, org 1");
    assertThat(before.get(4).at("/rows/0/what").asText())
        .isEqualTo("Somebody has the name already.");
    assertThat(before.get(3).at("/rows/0/completed").asInt()).isEqualTo(3);
    exactTimes(day)
        .forEach(
            (part, seconds) ->
                assertThat(before.get(3).at("/rows/0/" + part).asDouble())
                    .as(part)
                    .isCloseTo(seconds, within(seconds * 0.05 + 0.001)));

    registrations.advance("P1D");
    counting.countWhatIsOver();
    assertThat(counted(day)).isZero();
    registrations.advance("PT6H");
    counting.countWhatIsOver();
    assertThat(counted(day)).isEqualTo(7);
    assertThat(figures.stream().map(figure -> ofDay(figure, day))).isEqualTo(before);
    counting.startOver();
    assertThat(counted(day)).isZero();
    assertThat(figures.stream().map(figure -> ofDay(figure, day))).isEqualTo(before);
  }

  @Test
  void daysThatComeAgainAfterTheClockWasSetBackAreCountedAgain() {
    LocalDate day = freshDay();
    complete("com");
    registrations.advance("P2D");
    counting.countWhatIsOver();
    assertThat(counted(day)).isEqualTo(1);

    jdbc.sql("update figures_counted set before = :day").param("day", day.plusDays(9)).update();
    complete("com");
    assertThat(narrowed(day.plusDays(2), "")).isZero();
    counting.countWhatIsOver();

    assertThat(narrowed(day.plusDays(2), "")).isEqualTo(1);
    assertThat(counted(day)).isEqualTo(1);
  }

  @Test
  void theTimeOfAnOrderIsSplitByWhomItWaitedFor() {
    freshDay();
    String domain = freshName("ca");
    registrations.registry(
        ("{'domain': '%s', 'owner': 'FREE', 'next': [{'command': 'AddDomain', 'after': 'P3D',"
                + " 'outcome': 'SUCCESSFUL'}]}")
            .formatted(domain));
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    JsonNode waiting = row("waiting-orders", "code", "ADDITIONAL_FIELDS");
    registrations.advance("P2D");
    assertThat(row("waiting-orders", "code", "ADDITIONAL_FIELDS")).isEqualTo(waiting);
    registrations.input(reference, "{'additionalFields': {'X-CA-LEGALTYPE': 'CCT'}}");
    registrations.awaitWaitingFor(reference, "REGISTRATION_PENDING");
    JsonNode pending = row("waiting-orders", "code", "REGISTRATION_PENDING");
    registrations.fault(
        "{'command': 'StatusDomain', 'fault': 'RESET_BEFORE', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    registrations.advance("PT6H");
    assertThat(timeline(reference)).anyMatch(text -> text.contains("no answer came back"));
    registrations.awaitWaitingFor(reference, "REGISTRATION_PENDING");
    assertThat(row("waiting-orders", "code", "REGISTRATION_PENDING")).isEqualTo(pending);
    registrations.advance("P2DT22H");
    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");

    LocalDate day = day(Instant.parse(order.get("updatedAt").asText()));
    JsonNode row = ofDay("time-to-done", day).at("/rows/0");
    double whole =
        Duration.between(
                    Instant.parse(order.get("createdAt").asText()),
                    Instant.parse(order.get("updatedAt").asText()))
                .toMillis()
            / 1000.0;
    assertThat(row.get("completed").asInt()).isEqualTo(1);
    assertThat(row.get("median").asDouble()).isCloseTo(whole, within(whole * 0.05));
    assertThat(row.get("peopleMedian").asDouble()).isBetween(TWO_DAYS * 0.95, TWO_DAYS * 1.06);
    assertThat(row.get("registrarP95").asDouble())
        .isBetween(THREE_DAYS * 0.95, (whole - TWO_DAYS) * 1.05);
    assertThat(row.get("ownP95").asDouble()).isLessThan(600);
  }

  @Test
  void whatIsTriedAgainWaitsSinceItFailedFirst() {
    freshDay();
    registrations.fault(
        "{'command': 'CheckDomains', 'fault': 'RESET_BEFORE', 'times': 100, 'domain': '*'}");
    String reference = registrations.place(freshName("com"));
    registrations.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");
    JsonNode first = row("waiting-orders", "code", "REGISTRAR_UNREACHABLE");
    int tries = callsWithoutAnswer();

    registrations.advance("PT2H");
    await().until(() -> callsWithoutAnswer() > tries);
    registrations.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");

    assertThat(row("waiting-orders", "code", "REGISTRAR_UNREACHABLE")).isEqualTo(first);
    registrations.registrarIsWellAgain();
    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void anOrderWaitsForCreditSinceThereWasNone() {
    freshDay();
    registrations.account("{'login': 'test.user', 'balance': '3.00'}");
    String reference = registrations.place(freshName("com"));
    registrations.awaitWaitingFor(reference, "CREDIT");
    JsonNode first = row("waiting-orders", "code", "CREDIT");

    registrations.advance("P2D");
    assertThat(row("waiting-orders", "code", "CREDIT")).isEqualTo(first);
    assertThat(timeline(reference)).as("nothing is tried meanwhile").hasSize(2);

    registrations.account("{'login': 'test.user', 'balance': '5.00'}");
    registrations.advance("PT2H");
    await().until(() -> timeline(reference).size() > 3);
    assertThat(registrations.get(reference).at("/waitingFor/code").asText()).isEqualTo("CREDIT");
    assertThat(row("waiting-orders", "code", "CREDIT")).as("too little").isEqualTo(first);

    registrations.account("{'login': 'test.user', 'balance': '1000000.00'}");
    registrations.advance("PT2H");
    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void aRegistrantWaitedForIsWaitedForStillWhenAnOperatorHasTheMailSentAgain() {
    freshDay();
    String domain = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'zone': {'registrantChangeBy': 'ICANN-TRADE'}}"
            .formatted(domain));
    String reference =
        registrations.placeChange(domain, ", 'registrantChangeMode': 'WAIT_THEN_LOCK'" + FROM_BOTH);
    registrations.awaitWaitingFor(reference, "CONFIRMATION");
    JsonNode first = row("waiting-orders", "who", "PRIOR_REGISTRANT");

    registrations.advance("P3DT1H");
    JsonNode asked =
        registrations.await(reference, order -> !order.at("/waitingFor/taskId").isNull());
    registrations.decide(asked.at("/waitingFor/taskId").asText(), "RESEND");
    await().until(() -> timeline(reference).contains("Continues."));
    registrations.awaitWaitingFor(reference, "CONFIRMATION");

    assertThat(row("waiting-orders", "who", "PRIOR_REGISTRANT")).isEqualTo(first);
  }

  private List<String> timeline(String reference) {
    return analyst
        .get("/api/v1/orders/" + reference + "/timeline")
        .body()
        .get("entries")
        .findValuesAsText("text");
  }

  private int callsWithoutAnswer() {
    return jdbc.sql("select count(*) from registrar_call where trouble is not null")
        .query(Integer.class)
        .single();
  }

  @Test
  void callsWhileTheOrderWaitedAreToldApart() {
    freshDay();
    String domain = freshName("com");
    registrations.registry(
        ("{'domain': '%s', 'owner': 'FREE', 'next': [{'command': 'AddDomain', 'after': 'P3D',"
                + " 'outcome': 'SUCCESSFUL'}]}")
            .formatted(domain));
    registrations.fault(
        "{'command': 'CheckDomains', 'fault': 'RESET_BEFORE', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");
    registrations.advance("P4D");
    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");

    await()
        .untilAsserted(
            () -> {
              assertThat(calls(order, "CheckDomains")).hasSizeGreaterThan(1).containsOnly(false);
              assertThat(calls(order, "AddDomain")).containsExactly(false);
              assertThat(calls(order, "StatusDomain")).contains(true);
            });
  }

  @Test
  void ownTimeIsWhatIsNeitherWaitedNorAsked() {
    LocalDate day = freshDay();
    JsonNode order = registrations.awaitStatus(place("com"), "COMPLETED");
    jdbc.sql(
            """
            update provisioning_order set created_at = ended_at - interval '10 hours',
              people_ms = 2 * 3600000, registrar_ms = 3 * 3600000 where id = :order::uuid
            """)
        .param("order", order.get("id").asText())
        .update();
    log.called(call(order, false, Duration.ofHours(1)));
    log.called(call(order, true, Duration.ofHours(9)));

    await()
        .untilAsserted(
            () -> {
              JsonNode row = ofDay("time-to-done", day).at("/rows/0");
              assertThat(hours(row, "median")).isCloseTo(10, within(0.5));
              assertThat(hours(row, "peopleMedian")).isCloseTo(2, within(0.1));
              assertThat(hours(row, "registrarMedian")).isCloseTo(4, within(0.2));
              assertThat(hours(row, "ownMedian")).isCloseTo(4, within(0.2));
            });
  }

  @Test
  void anOrderBelongsToTheDayOfUtcOnWhichItEnded() {
    LocalDate day = freshDay();
    LocalDate next = day.plusDays(1);
    endedAt(complete("com"), day, "23:59:59.999999");
    endedAt(complete("com"), next, "00:00");
    endedAt(complete("com"), next, "23:59:59.999999");
    endedAt(complete("com"), next.plusDays(1), "00:00");
    assertThat(narrowed(day, "")).isEqualTo(1);
    assertThat(narrowed(next, "")).isEqualTo(2);

    registrations.advance("P2DT7H");
    counting.countWhatIsOver();

    assertThat(counted(day)).isEqualTo(1);
    assertThat(counted(next)).isEqualTo(2);
    assertThat(counted(next.plusDays(1))).isZero();
    assertThat(narrowed(day, "")).isEqualTo(1);
    assertThat(narrowed(next, "")).isEqualTo(2);
    assertThat(narrowed(next.plusDays(1), "")).isEqualTo(1);
  }

  @Test
  void nodesThatCountAtTheSameTimeCountNothingTwice() {
    LocalDate day = freshDay();
    complete("com");
    complete("net");
    registrations.advance("P1DT7H");
    counting.startOver();
    JsonNode before = ofDay("success-by-tld", day);

    CompletableFuture.allOf(
            Stream.generate(() -> CompletableFuture.runAsync(counting::countWhatIsOver))
                .limit(4)
                .toArray(CompletableFuture<?>[]::new))
        .join();
    counting.countWhatIsOver();

    assertThat(counted(day)).isEqualTo(2);
    assertThat(ofDay("success-by-tld", day)).isEqualTo(before);
    assertThat(
            jdbc.sql(
                    """
                    select (select sum(orders) from figures_orders)
                      - (select count(*) from provisioning_order
                         where ended_at < (select before from figures_counted)::timestamp
                           at time zone 'UTC')
                    """)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void whatEndsSoonComesFirst() {
    freshDay();
    String open = freshName("com");
    String locked = freshName("net");
    for (String domain : List.of(open, locked)) {
      registrations.registry(
          "{'domain': '%s', 'owner': 'OURS', 'zone': {'registrantChangeBy': 'ICANN-TRADE'}}"
              .formatted(domain));
    }
    String reference =
        registrations.placeChange(open, ", 'registrantChangeMode': 'WAIT_THEN_LOCK'" + FROM_BOTH);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONFIRMATION");
    String changed =
        registrations.placeChange(locked, ", 'registrantChangeMode': 'LOCK_AT_ONCE'" + FROM_BOTH);
    JsonNode done = registrations.awaitStatus(changed, "COMPLETED");

    JsonNode confirmation = row("open-confirmations", "domain", open);
    JsonNode lock = row("locks-ending", "domain", locked);

    assertThat(confirmation.get("reference").asText()).isEqualTo(reference);
    assertThat(confirmation.get("order")).isEqualTo(waiting.get("id"));
    assertThat(confirmation.get("until")).isEqualTo(waiting.at("/waitingFor/until"));
    assertThat(confirmation.get("daysLeft").asLong()).isEqualTo(days(confirmation, "until"));
    assertThat(lock.get("order")).isEqualTo(done.get("id"));
    assertThat(lock.get("kind").asText()).isEqualTo("CHANGE_OF_REGISTRANT");
    assertThat(lock.get("daysLeft").asLong()).isEqualTo(days(lock, "endsAt")).isBetween(59L, 60L);
    waitsFor(waiting, "REGISTRAR");
    assertThat(texts(read("open-confirmations"), "domain")).doesNotContain(open);
    waitsFor(waiting, "PRIOR_REGISTRANT");
    jdbc.sql(
            """
            update stored_domain set transfer_locked = true,
              locked_until = :now::timestamptz + interval '5 days 1 hour' where domain = :domain
            """)
        .param("now", registrations.now())
        .param("domain", locked)
        .update();
    assertThat(rows(read("locks-ending")).stream().filter(r -> locked.equals(text(r, "domain"))))
        .allSatisfy(r -> assertThat(r.get("daysLeft").asLong()).isEqualTo(days(r, "endsAt")))
        .extracting(r -> text(r, "kind"))
        .containsExactly("TRANSFER", "CHANGE_OF_REGISTRANT");
    jdbc.sql("update stored_domain set locked_until = null where domain = :domain")
        .param("domain", locked)
        .update();
    registrations.advance("P50D");
    assertThat(row("locks-ending", "domain", locked).get("daysLeft").asInt()).isBetween(9, 10);
    registrations.advance("P11D");
    assertThat(texts(read("locks-ending"), "domain")).doesNotContain(locked);
    assertThat(texts(read("open-confirmations"), "domain")).doesNotContain(open);
  }

  @Test
  void stepsThatFailAlikeAreOneRow() {
    freshDay();
    registrations.fault("{'command': 'CheckDomains', 'fault': 'CODE_599', 'times': 1000}");
    List<String> references = List.of(place("com"), place("net"));
    references.forEach(
        reference -> registrations.await(reference, o -> o.at("/trouble/tries").asInt() > 0));

    JsonNode retrying = row("steps-in-trouble", "activity", "Task_CheckAvailability");
    assertThat(retrying.get("steps").asInt()).isEqualTo(2);
    assertThat(retrying.get("process").asText()).isEqualTo("DomainRegistrationProcess");
    assertThat(retrying.get("step").asText()).isEqualTo("Check availability");
    assertThat(retrying.get("state").asText()).isEqualTo("RETRYING");
    assertThat(retrying.get("what").asText()).contains("599");
    assertThat(retrying.get("nextTry").isNull()).isFalse();

    registrations.advance("P5D");
    JsonNode stopped = row("steps-in-trouble", "activity", "Task_CheckAvailability");
    assertThat(stopped.get("state").asText()).isEqualTo("STOPPED");
    assertThat(stopped.get("steps").asInt()).isEqualTo(2);
    assertThat(stopped.get("since")).isEqualTo(retrying.get("since"));
    assertThat(stopped.get("nextTry").isNull()).isTrue();
  }

  @Test
  void accountsSayWhatTheyHaveAndWhyTheyAreHeldBack() {
    assertThat(admin.post("/api/v1/accounts/sandbox/test", "{}").status()).isEqualTo(200);
    JsonNode account = row("accounts", "account", "sandbox");
    assertThat(account.get("system").asText()).isEqualTo("SANDBOX");
    assertThat(account.get("balance").asText()).matches("\\d+\\.\\d\\d");
    assertThat(account.get("currency").asText()).isEqualTo("EUR");
    assertThat(Instant.parse(account.get("balanceReadAt").asText()))
        .isCloseTo(Instant.parse(registrations.now()), within(1, ChronoUnit.MINUTES));
    assertThat(account.get("held").isNull()).isTrue();
    assertThat(account.get("soft").asInt()).isPositive();

    registrations.account("{'login': 'test.user', 'balance': '0.00', 'creditLimit': '0.00'}");
    registrations.awaitWaitingFor(place("com"), "CREDIT");
    assertThat(row("accounts", "account", "sandbox").get("held").asText())
        .contains("credit is used up");
    registrations.await(
        registrations.place(freshName("net")),
        order -> row("accounts", "account", "sandbox").get("balance").asText().startsWith("0"));
    assertThat(row("accounts", "account", "sandbox").get("points").asInt()).isPositive();
  }

  @Test
  void isATableForASpreadsheetAsWell() {
    LocalDate day = freshDay();
    complete("com");

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
    JsonNode table = read("orders-per-day");
    LocalDate today = day(Instant.parse(registrations.now()));

    assertThat(table.get("to").asText()).isEqualTo(today.toString());
    assertThat(table.get("from").asText()).isEqualTo(today.minusDays(29).toString());
    assertThat(table.get("title").asText()).isEqualTo("Orders per day");
    assertThat(texts(table.get("columns"), "kind"))
        .containsExactly("DATE", "TEXT", "COUNT", "COUNT", "COUNT");
    assertThat(read("accounts").get("from").isNull()).isTrue();
  }

  @Test
  void narrowsByOperationAccountAndTld() {
    LocalDate day = freshDay();
    complete("com");
    complete("net");

    assertThat(narrowed(day, "tld=com")).isEqualTo(1);
    assertThat(narrowed(day, "tld=NET&operation=REGISTER&account=sandbox")).isEqualTo(1);
    assertThat(narrowed(day, "operation=TRANSFER")).isZero();
    assertThat(narrowed(day, "account=sandbox2")).isZero();
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
  void takesAYearAndADay() {
    assertThat(analyst.get("/api/v1/figures/orders-per-day?from=2026-01-01&to=2027-01-01").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?format=csv"})
  void knowsNoOther(String parameters) {
    Answer answer = analyst.get("/api/v1/figures/unknown" + parameters);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().get("type").asText())
        .isEqualTo("urn:domainflow:problem:figure-not-found");
  }

  /** The beginning of a day on which nothing else has ended, nor on the seven days after it. */
  private LocalDate freshDay() {
    registrations.startOver();
    Instant now = Instant.parse(registrations.now());
    LocalDate day =
        jdbc.sql(
                """
                select min(day)::date from generate_series(1, 2000) ahead
                cross join lateral (select :today::date + ahead as day) days
                where not exists (select 1 from provisioning_order
                  where (ended_at at time zone 'UTC')::date between day and day + 7)
                """)
            .param("today", day(now))
            .query((row, n) -> row.getObject(1, LocalDate.class))
            .single();
    // Nothing is under way that would have to happen on the way there.
    clock.advanceTo(FigureWish.midnight(day).toInstant().plus(Duration.ofMinutes(1)));
    return day;
  }

  private String place(String tld) {
    return registrations.place(freshName(tld));
  }

  private JsonNode complete(String tld) {
    return registrations.awaitStatus(place(tld), "COMPLETED");
  }

  private void endedAt(JsonNode order, LocalDate day, String time) {
    jdbc.sql("update provisioning_order set ended_at = :at::timestamptz where id = :order::uuid")
        .param("at", day + "T" + time + "Z")
        .param("order", order.get("id").asText())
        .update();
  }

  private void waitsFor(JsonNode order, String who) {
    jdbc.sql("update provisioning_order set waiting_who = :who where id = :order::uuid")
        .param("who", who)
        .param("order", order.get("id").asText())
        .update();
  }

  /** Whether the order waited, of each call with a command. */
  private List<Boolean> calls(JsonNode order, String command) {
    return jdbc.sql(
            """
            select while_waiting from registrar_call
            where order_id = :order::uuid and command = :command order by id
            """)
        .param("order", order.get("id").asText())
        .param("command", command)
        .query(Boolean.class)
        .list();
  }

  private static RegistrarCall call(JsonNode order, boolean whileWaiting, Duration took) {
    return new RegistrarCall(
        "sandbox",
        "StatusDomain",
        UUID.fromString(order.get("id").asText()),
        order.get("processInstanceId").asText(),
        whileWaiting,
        200,
        null,
        Instant.parse(order.get("createdAt").asText()),
        took);
  }

  private static double hours(JsonNode row, String key) {
    return row.get(key).asDouble() / Duration.ofHours(1).toSeconds();
  }

  /** By the calendar in UTC. */
  private long days(JsonNode row, String key) {
    return ChronoUnit.DAYS.between(
        LocalDate.parse(registrations.now().substring(0, 10)),
        LocalDate.parse(text(row, key).substring(0, 10)));
  }

  private static String text(JsonNode row, String key) {
    return row.get(key).asText();
  }

  private void fail(String tld) {
    String domain = freshName(tld);
    registrations.registry("{'domain': '%s', 'owner': 'OTHER_REGISTRAR'}".formatted(domain));
    registrations.awaitStatus(registrations.place(domain), "FAILED");
  }

  private int counted(LocalDate day) {
    return jdbc.sql("select coalesce(sum(orders), 0) from figures_orders where day = :day")
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  private Map<String, Double> exactTimes(LocalDate day) {
    return jdbc.sql(
            """
            select percentile_disc(0.5) within group (order by seconds) as median,
              percentile_disc(0.95) within group (order by seconds) as p95
            from (select extract(epoch from ended_at - created_at)::float8 as seconds
              from provisioning_order where status = 'COMPLETED'
                and ended_at >= :day and ended_at < :day + interval '1 day') times
            """)
        .param("day", FigureWish.midnight(day))
        .query((row, n) -> Map.of("median", row.getDouble("median"), "p95", row.getDouble("p95")))
        .single();
  }

  private long narrowed(LocalDate day, String filter) {
    return StreamSupport.stream(
            analyst
                .get("/api/v1/figures/orders-per-day?from=%s&to=%s&%s".formatted(day, day, filter))
                .body()
                .get("rows")
                .spliterator(),
            false)
        .mapToLong(row -> row.get("completed").asLong())
        .sum();
  }

  /** A figure of one day, but for the time at which it was read. */
  private JsonNode ofDay(String figure, LocalDate day) {
    Answer answer = analyst.get("/api/v1/figures/%s?from=%s&to=%s".formatted(figure, day, day));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return ((ObjectNode) answer.body()).without("asOf");
  }

  private JsonNode read(String figure) {
    Answer answer = analyst.get("/api/v1/figures/" + figure);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  private JsonNode row(String figure, String key, String value) {
    JsonNode table = read(figure);
    return rows(table).stream()
        .filter(row -> row.get(key).asText().equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row in " + table));
  }

  private static List<JsonNode> rows(JsonNode table) {
    return StreamSupport.stream(table.get("rows").spliterator(), false).toList();
  }

  private static List<String> texts(JsonNode tableOrList, String key) {
    JsonNode list = tableOrList.isArray() ? tableOrList : tableOrList.get("rows");
    return StreamSupport.stream(list.spliterator(), false)
        .map(row -> row.get(key).asText())
        .toList();
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
