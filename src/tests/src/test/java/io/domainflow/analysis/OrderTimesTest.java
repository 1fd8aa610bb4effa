package io.domainflow.analysis;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.model.MovableClock;
import io.domainflow.registrar.RegistrarCall;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The time of an order is split into that of each party it waited for, and our own. */
@DomainflowTest
class OrderTimesTest {

  private static final double TWO_DAYS = Duration.ofDays(2).toSeconds();

  private static final double THREE_DAYS = Duration.ofDays(3).toSeconds();

  private final Registrations registrations;
  private final Caller analyst;
  private final CallLog log;
  private final JdbcClient jdbc;
  private final FigureReader reader;

  @Autowired
  OrderTimesTest(@LocalServerPort int port, CallLog log, JdbcClient jdbc, MovableClock clock) {
    this.registrations = new Registrations(port);
    this.analyst = new Caller(port, "analyst");
    this.log = log;
    this.jdbc = jdbc;
    this.reader = new FigureReader(port, jdbc, clock);
  }

  @AfterEach
  void startOver() {
    registrations.startOver();
  }

  @Test
  void theTimeOfAnOrderIsSplitByWhomItWaitedFor() {
    reader.freshDay();
    String domain = freshName("ca");
    registrations.registry(
        ("{'domain': '%s', 'owner': 'FREE', 'next': [{'command': 'AddDomain', 'after': 'P3D',"
                + " 'outcome': 'SUCCESSFUL'}]}")
            .formatted(domain));
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    JsonNode waiting = reader.row("waiting-orders", "code", "ADDITIONAL_FIELDS");
    registrations.advance("P2D");
    assertThat(reader.row("waiting-orders", "code", "ADDITIONAL_FIELDS")).isEqualTo(waiting);
    registrations.input(reference, "{'additionalFields': {'X-CA-LEGALTYPE': 'CCT'}}");
    registrations.awaitWaitingFor(reference, "REGISTRATION_PENDING");
    JsonNode pending = reader.row("waiting-orders", "code", "REGISTRATION_PENDING");
    registrations.fault(
        "{'command': 'StatusDomain', 'fault': 'RESET_BEFORE', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    registrations.advance("PT6H");
    assertThat(timeline(reference)).anyMatch(text -> text.contains("no answer came back"));
    registrations.awaitWaitingFor(reference, "REGISTRATION_PENDING");
    assertThat(reader.row("waiting-orders", "code", "REGISTRATION_PENDING")).isEqualTo(pending);
    registrations.advance("P2DT22H");
    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");

    LocalDate day = FigureReader.day(Instant.parse(order.get("updatedAt").asText()));
    JsonNode row = reader.ofDay("time-to-done", day).at("/rows/0");
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
  void aRetriedStepWaitsSinceItsFirstFailure() {
    reader.freshDay();
    registrations.fault(
        "{'command': 'CheckDomains', 'fault': 'RESET_BEFORE', 'times': 100, 'domain': '*'}");
    String reference = registrations.place(freshName("com"));
    registrations.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");
    JsonNode first = reader.row("waiting-orders", "code", "REGISTRAR_UNREACHABLE");
    int tries = callsWithoutAnswer();

    registrations.advance("PT2H");
    await().until(() -> callsWithoutAnswer() > tries);
    registrations.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");

    assertThat(reader.row("waiting-orders", "code", "REGISTRAR_UNREACHABLE")).isEqualTo(first);
    registrations.registrarIsWellAgain();
    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void anOrderWaitsForCreditSinceThereWasNone() {
    reader.freshDay();
    registrations.account("{'login': 'test.user', 'balance': '3.00'}");
    String reference = registrations.place(freshName("com"));
    registrations.awaitWaitingFor(reference, "CREDIT");
    JsonNode first = reader.row("waiting-orders", "code", "CREDIT");

    registrations.advance("P2D");
    assertThat(reader.row("waiting-orders", "code", "CREDIT")).isEqualTo(first);
    assertThat(timeline(reference)).as("nothing is tried meanwhile").hasSize(2);

    registrations.account("{'login': 'test.user', 'balance': '5.00'}");
    registrations.advance("PT2H");
    await().until(() -> timeline(reference).size() > 3);
    assertThat(registrations.get(reference).at("/waitingFor/code").asText()).isEqualTo("CREDIT");
    assertThat(reader.row("waiting-orders", "code", "CREDIT")).as("too little").isEqualTo(first);

    registrations.account("{'login': 'test.user', 'balance': '1000000.00'}");
    registrations.advance("PT2H");
    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void keepsWaitingForTheRegistrantAfterAnOperatorResendsTheMail() {
    reader.freshDay();
    String domain = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'zone': {'registrantChangeBy': 'ICANN-TRADE'}}"
            .formatted(domain));
    String reference =
        registrations.placeChange(
            domain, ", 'registrantChangeMode': 'WAIT_THEN_LOCK'" + FigureReader.FROM_BOTH);
    registrations.awaitWaitingFor(reference, "CONFIRMATION");
    JsonNode first = reader.row("waiting-orders", "who", "PRIOR_REGISTRANT");

    registrations.advance("P3DT1H");
    JsonNode asked =
        registrations.await(reference, order -> !order.at("/waitingFor/taskId").isNull());
    registrations.decide(asked.at("/waitingFor/taskId").asText(), "RESEND");
    await().until(() -> timeline(reference).contains("Continues."));
    registrations.awaitWaitingFor(reference, "CONFIRMATION");

    assertThat(reader.row("waiting-orders", "who", "PRIOR_REGISTRANT")).isEqualTo(first);
    registrations.cancel(reference);
    registrations.awaitStatus(reference, "CANCELLED");
    assertThat(
            jdbc.sql(
                    """
                    select people_ms <= extract(epoch from ended_at - created_at) * 1000
                    from provisioning_order where reference = :reference
                    """)
                .param("reference", reference)
                .query(Boolean.class)
                .single())
        .as("each hour of the wait counts once")
        .isTrue();
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
    reader.freshDay();
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
  void ownTimeExcludesWaitingAndAsking() {
    LocalDate day = reader.freshDay();
    JsonNode order = registrations.awaitStatus(reader.place("com"), "COMPLETED");
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
              JsonNode row = reader.ofDay("time-to-done", day).at("/rows/0");
              assertThat(hours(row, "median")).isCloseTo(10, within(0.5));
              assertThat(hours(row, "peopleMedian")).isCloseTo(2, within(0.1));
              assertThat(hours(row, "registrarMedian")).isCloseTo(4, within(0.2));
              assertThat(hours(row, "ownMedian")).isCloseTo(4, within(0.2));
            });
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
}
