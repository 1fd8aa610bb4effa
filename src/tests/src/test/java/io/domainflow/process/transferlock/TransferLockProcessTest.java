package io.domainflow.process.transferlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.model.MovableClock;
import io.domainflow.process.CallersTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The stories of TransferLockProcess.bpmn: the lock after a change of registrant. {@link
 * TransferLockEndTest} covers ends without removing the lock.
 */
@CallersTest
class TransferLockProcessTest {

  /** The time that passes while a test runs. */
  private static final Duration MOMENT = Duration.ofMinutes(1);

  private static final DateTimeFormatter REGISTRAR_DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final ProcessEngine engine;
  private final MovableClock clock;
  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final Caller admin;
  private final LockedNames names;

  @Autowired
  TransferLockProcessTest(
      ProcessEngine engine,
      ChangedOrder.Changes changes,
      MovableClock clock,
      JdbcClient jdbc,
      @LocalServerPort int port) {
    this.engine = engine;
    this.clock = clock;
    this.jdbc = jdbc;
    this.registrations = new Registrations(port);
    this.admin = new Caller(port, "admin");
    this.names = new LockedNames(engine, changes, jdbc, port);
  }

  @BeforeEach
  void deployTheCallingProcess() {
    ChangedOrder.deploy(engine);
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.noFaults();
    registrations.profile("A");
  }

  @BothReadings
  void opensTheNameWhenTheLockIsOver(String profile) {
    registrations.profile(profile);
    String domain = names.here(true);
    Instant end = now().plus(LockedNames.SIXTY_DAYS).plusSeconds(40);
    states(domain, "TRADE-TRANSFERLOCK-EXPIRATIONDATE", end);

    String reference = names.change(domain, false, LockedNames.SIXTY_DAYS);

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    names.awaitTimer(reference);
    assertThat(Instant.parse(registrations.get(reference).at("/outcome/lockedUntil").asText()))
        .isEqualTo(end);
    JsonNode lock = lock(domain, "CHANGE_OF_REGISTRANT");
    assertThat(Instant.parse(lock.get("until").asText())).isEqualTo(end);
    assertThat(lock.get("source").asText()).isEqualTo("REGISTRAR");
    assertThat(lock(domain, "TRANSFER").get("until").isNull()).isTrue();
    registrations.advance("P59D");
    assertThat(names.changesOf(domain)).isEmpty();
    assertThat(names.instances(reference)).hasSize(2);

    registrations.advance("P2D");

    assertThat(names.changesOf(domain)).containsExactly("0");
    assertThat(names.instances(reference)).isEmpty();
    assertThat(names.passed(reference))
        .containsExactly(
            "StartEvent_LockBegun",
            "Gateway_LookDue",
            "Task_ReadTransferLock",
            "Gateway_LockOver",
            "Gateway_WaitDue",
            "IntermediateEvent_EndOfLock",
            "Gateway_LookDue",
            "Task_ReadTransferLock",
            "Gateway_LockOver",
            "Task_AdjustTransferLock",
            "Task_ReadBackTransferLock",
            "Gateway_LockAsWanted",
            "EndEvent_TransferLockAsWanted");
    assertThat(looks(domain)).as("looks in 61 days").isEqualTo(4);
    assertThat(names.domain(domain).get("locks")).isEmpty();
    assertThat(Instant.parse(registrations.ledger(domain).get(0).get("at").asText()))
        .isBetween(end, end.plus(MOMENT));
    assertThat(registrations.get(reference).get("status")).isEqualTo(order.get("status"));
    assertThat(names.links(reference)).isZero();
  }

  /** Not every account can see the end of the lock. */
  @Test
  void calculatesTheEndIfTheRegistrarStatesNone() {
    String domain = names.here(false);
    Instant before = now();

    String reference = names.change(domain, true, LockedNames.SIXTY_DAYS);

    names.awaitTimer(reference);
    JsonNode computed = lock(domain, "CHANGE_OF_REGISTRANT");
    assertThat(computed.get("source").asText()).isEqualTo("COMPUTED");
    Instant until = Instant.parse(computed.get("until").asText());
    assertThat(until)
        .isBetween(
            before.plus(LockedNames.SIXTY_DAYS), before.plus(LockedNames.SIXTY_DAYS).plus(MOMENT));
    registrations.awaitStatus(transfer(domain, ""), "COMPLETED");
    assertThat(lock(domain, "CHANGE_OF_REGISTRANT"))
        .as("a reading without an end takes none away")
        .isEqualTo(computed);
    registrations.happen(domain, "UNLOCKED");

    registrations.advance("P61D");

    assertThat(names.changesOf(domain)).endsWith("1");
    assertThat(lock(domain, "TRANSFER").get("until").isNull()).isTrue();
    assertThat(names.domain(domain).get("locks")).hasSize(1);
    assertThat(Instant.parse(registrations.get(reference).at("/outcome/lockedUntil").asText()))
        .isCloseTo(until, within(1, ChronoUnit.MILLIS));
  }

  @Test
  void prefersTheEndThatTheRegistrarStatesWhenItIsSooner() {
    String domain = names.here(true);
    states(domain, "TRADE-TRANSFERLOCK-EXPIRATIONDATE", now().plus(Duration.ofDays(3)));
    String reference = names.change(domain, false, LockedNames.SIXTY_DAYS);
    names.awaitTimer(reference);
    statesNothing(domain);

    registrations.advance("P4D");

    assertThat(names.changesOf(domain)).containsExactly("0");
    assertThat(names.instances(reference)).isEmpty();
  }

  @Test
  void sendsNothingIfTheLockIsAlreadyAsWanted() {
    String domain = names.here(true);
    String reference = names.change(domain, true, Duration.ZERO);

    names.awaitEnd(reference, "EndEvent_TransferLockAsWanted");

    assertThat(registrations.ledger(domain)).isEmpty();
    assertThat(names.passed(reference)).doesNotContain("IntermediateEvent_EndOfLock");
  }

  /** Another change of registrant starts the lock anew; nobody has told this process. */
  @Test
  void keepsWaitingWhenTheLockHasStartedAgain() {
    String domain = names.here(true);
    Instant end = now().plus(Duration.ofDays(6));
    states(domain, "TRADE-TRANSFERLOCK-EXPIRATIONDATE", end);
    String reference = names.change(domain, false, Duration.ofDays(6));
    names.awaitTimer(reference);
    Instant anew = end.plus(Duration.ofDays(3));
    states(domain, "TRADE-TRANSFERLOCK-EXPIRATIONDATE", anew);

    registrations.advance("P7D");

    assertThat(names.changesOf(domain)).isEmpty();
    assertThat(Instant.parse(registrations.get(reference).at("/outcome/lockedUntil").asText()))
        .isEqualTo(anew);
    assertThat(Instant.parse(lock(domain, "CHANGE_OF_REGISTRANT").get("until").asText()))
        .isEqualTo(anew);
    registrations.advance("P3D");
    assertThat(names.changesOf(domain)).containsExactly("0");
  }

  @Test
  void waitsUntilTheDayThatARefusalNames() {
    String domain = names.here(true);
    Instant until = now().plus(Duration.ofDays(3));
    registrations.fault(
        ("{'command': 'ModifyDomain', 'fault': 'CODE_552', 'times': 1, 'domain': '%s',"
                + " 'description': 'Change of Registrant TRANSFERLOCK in place until %s'}")
            .formatted(domain, REGISTRAR_DATE.format(until)));

    String reference = names.change(domain, false, Duration.ZERO);

    assertThat(names.awaitTimer(reference).getDuedate().toInstant()).isEqualTo(until);
    assertThat(names.passed(reference)).contains("BoundaryEvent_StillLocked");
    assertThat(Instant.parse(lock(domain, "CHANGE_OF_REGISTRANT").get("until").asText()))
        .isEqualTo(until);
    assertThat(names.changesOf(domain)).isEmpty();
    registrations.advance("P4D");
    assertThat(names.changesOf(domain)).containsExactly("0");
    assertThat(names.passed(reference)).doesNotContain("Task_SetTransferLock");
  }

  @Test
  void leavesAnHourBetweenLooks() {
    String domain = names.here(true);
    Instant before = now();
    states(domain, "TRANSFERLOCK-EXPIRATIONDATE", before.plus(Duration.ofMinutes(5)));

    String reference = names.change(domain, false, Duration.ZERO);

    assertThat(names.awaitTimer(reference).getDuedate().toInstant())
        .isAfterOrEqualTo(before.plus(Duration.ofHours(1)));
    assertThat(Instant.parse(lock(domain, "TRANSFER").get("until").asText()))
        .isEqualTo(before.plus(Duration.ofMinutes(5)));
    registrations.advance("PT2H");
    assertThat(names.changesOf(domain)).containsExactly("0");
  }

  /** A technical delay has no task; the order keeps its status. */
  @ParameterizedTest
  @ValueSource(strings = {"TIMEOUT_AFTER", "HTTP_500", "RESET_BEFORE"})
  void continuesAfterAnOutage(String fault) {
    String domain = names.here(true);
    registrations.fault(
        "{'command': 'ModifyDomain', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(fault, domain));
    String reference = names.change(domain, false, Duration.ZERO);
    registrations.awaitStatus(reference, "COMPLETED");

    registrations.advance("PT2H");

    names.awaitEnd(reference, "EndEvent_TransferLockAsWanted");
    assertThat(names.changesOf(domain)).as("sent as often as it takes").contains("0");
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("COMPLETED");
    assertThat(registrations.get(reference).get("charged").asText()).isEqualTo("NO");
  }

  /** Two changes watch the same lock, and the second one decides the state of the name. */
  @Test
  void letsTheLatestChangeDecide() {
    String domain = names.here(true);
    String first = names.change(domain, true, Duration.ofDays(6));
    names.awaitTimer(first);
    registrations.advance("P2D");
    String second = names.change(domain, false, Duration.ofDays(6));
    names.awaitTimer(second);
    Instant anew = now().plus(Duration.ofDays(6));
    states(domain, "TRADE-TRANSFERLOCK-EXPIRATIONDATE", anew);

    registrations.advance("P7D");

    assertThat(names.changesOf(domain)).containsOnly("0");
    assertThat(names.instances(first)).isEmpty();
    assertThat(names.instances(second)).isEmpty();
    assertThat(names.domain(domain).get("locks")).isEmpty();
  }

  @Test
  void leavesTheNameOpenForOtherOrders() {
    String domain = names.here(true);
    String reference = names.change(domain, false, LockedNames.SIXTY_DAYS);
    names.awaitTimer(reference);
    assertThat(names.domain(domain).get("openOrders")).isEmpty();

    String other = transfer(domain, ", 'transferLock': true");

    JsonNode done = registrations.awaitStatus(other, "COMPLETED");
    assertThat(done.at("/outcome/code").asText()).isEqualTo("ALREADY_HERE");
    assertThat(names.instances(reference)).hasSize(2);
  }

  /**
   * Sixty days are 1,440 hours, also on a machine in Berlin and over the 29th of February. The wait
   * is a row of the database, which an application that starts again finds there. The engine writes
   * it in the machine's time zone, and in the hour that comes twice in autumn it can come an hour
   * early: the look at that time then waits on.
   */
  @ParameterizedTest
  @CsvSource({
    "2027-03-28T01:30:00Z, PT0S",
    "2027-10-31T00:30:00Z, PT1H",
    "2027-10-31T01:30:00Z, PT1H",
    "2028-02-29T23:30:00Z, PT0S",
    "2028-03-28T12:00:00Z, PT0S"
  })
  void keepsTheInstantInEveryCalendar(Instant end, Duration tolerance) {
    TimeZone usual = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    try {
      registrations.startOver();
      clock.advanceTo(end.minus(LockedNames.SIXTY_DAYS));
      String domain = names.here(true);
      String reference = names.change(domain, false, LockedNames.SIXTY_DAYS);

      Job timer = names.awaitTimer(reference);

      assertThat(Instant.parse(lock(domain, "CHANGE_OF_REGISTRANT").get("until").asText()))
          .isBetween(end, end.plus(MOMENT));
      assertThat(timer.getDuedate().toInstant())
          .isBetween(end.minus(tolerance), end.plus(tolerance).plus(MOMENT));
      assertThat(
              jdbc.sql("select count(*) from act_ru_job where id_ = :id and type_ = 'timer'")
                  .param("id", timer.getId())
                  .query(Integer.class)
                  .single())
          .isEqualTo(1);
      clock.advanceTo(end.minus(Duration.ofHours(2)));
      registrations.advance("PT4H");
      assertThat(names.changesOf(domain)).containsExactly("0");
      assertThat(Instant.parse(registrations.ledger(domain).get(0).get("at").asText()))
          .isBetween(end, end.plus(tolerance).plus(MOMENT));
    } finally {
      TimeZone.setDefault(usual);
      registrations.startOver();
    }
  }

  @Test
  void doesNotStartAutomatically() {
    Answer started =
        admin.post(
            "/engine-rest/process-definition/key/TransferLockProcess/start",
            "{'businessKey': 'alone-1'}");

    assertThat(started.status()).isEqualTo(400);
    assertThat(started.body().get("message").asText()).contains("cannot be started alone");
  }

  private String transfer(String domain, String more) {
    return registrations.placeTransfer(domain, more);
  }

  /** Makes the registrar show this date for the name. */
  private void states(String domain, String property, Instant at) {
    fields(domain, "{\"%s\": \"%s\"}".formatted(property, REGISTRAR_DATE.format(at)));
  }

  private void statesNothing(String domain) {
    fields(domain, "{}");
  }

  private void fields(String domain, String fields) {
    JsonNode state = admin.get("/sandbox/export").body();
    for (JsonNode name : state.get("names")) {
      if (name.get("domain").asText().equals(domain)) {
        ((ObjectNode) name).putRawValue("fields", new RawValue(fields));
      }
    }
    assertThat(admin.postExactly("/sandbox/import", state.toString()).status()).isBetween(200, 299);
  }

  private Instant now() {
    return Instant.parse(registrations.now()).truncatedTo(ChronoUnit.SECONDS);
  }

  private JsonNode lock(String domain, String kind) {
    JsonNode locks = names.domain(domain).get("locks");
    for (JsonNode lock : locks) {
      if (lock.get("kind").asText().equals(kind)) {
        return lock;
      }
    }
    throw new AssertionError("there is no lock " + kind + " in " + locks);
  }

  private long looks(String domain) {
    return registrations.requests("domain=" + domain).stream()
        .filter(call -> call.get("command").asText().equals("StatusDomain"))
        .count();
  }
}
