package io.domainflow.process.transferlock;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.model.MovableClock;
import io.domainflow.order.TransferLocks;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of TransferLockProcess.bpmn: what happens after a change of registrant. */
@DomainflowTest
@Import(ChangedOrder.class)
class TransferLockProcessTest {

  private static final Duration SIXTY_DAYS = Duration.ofDays(60);

  /** What passes while a test runs. */
  private static final Duration MOMENT = Duration.ofMinutes(1);

  private static final DateTimeFormatter WIRE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final ProcessEngine engine;
  private final ChangedOrder.Changes changes;
  private final TransferLocks locks;
  private final MovableClock clock;
  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final Caller admin;

  @Autowired
  TransferLockProcessTest(
      ProcessEngine engine,
      ChangedOrder.Changes changes,
      TransferLocks locks,
      MovableClock clock,
      JdbcClient jdbc,
      @LocalServerPort int port) {
    this.engine = engine;
    this.changes = changes;
    this.locks = locks;
    this.clock = clock;
    this.jdbc = jdbc;
    this.registrations = new Registrations(port);
    this.admin = new Caller(port, "admin");
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
    String domain = here(true);
    Instant end = now().plus(SIXTY_DAYS).plusSeconds(40);
    states(domain, "TRADE-TRANSFERLOCK-EXPIRATIONDATE", end);

    String reference = change(domain, false, SIXTY_DAYS);

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    awaitTimer(reference);
    assertThat(Instant.parse(registrations.get(reference).at("/outcome/lockedUntil").asText()))
        .isEqualTo(end);
    JsonNode lock = lock(domain, "CHANGE_OF_REGISTRANT");
    assertThat(Instant.parse(lock.get("until").asText())).isEqualTo(end);
    assertThat(lock.get("source").asText()).isEqualTo("REGISTRAR");
    assertThat(lock(domain, "TRANSFER").get("until").isNull()).isTrue();
    registrations.advance("P59D");
    assertThat(changesOf(domain)).isEmpty();
    assertThat(instances(reference)).hasSize(2);

    registrations.advance("P2D");

    assertThat(changesOf(domain)).containsExactly("0");
    assertThat(instances(reference)).isEmpty();
    assertThat(passed(reference))
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
    assertThat(domain(domain).get("locks")).isEmpty();
    assertThat(Instant.parse(registrations.ledger(domain).get(0).get("at").asText()))
        .isBetween(end, end.plus(MOMENT));
    assertThat(registrations.get(reference).get("status")).isEqualTo(order.get("status"));
    assertThat(links(reference)).isZero();
  }

  /** Not every account gets to see the end. */
  @Test
  void countsByItselfWhereTheRegistrarStatesNoEnd() {
    String domain = here(false);
    Instant before = now();

    String reference = change(domain, true, SIXTY_DAYS);

    awaitTimer(reference);
    JsonNode computed = lock(domain, "CHANGE_OF_REGISTRANT");
    assertThat(computed.get("source").asText()).isEqualTo("COMPUTED");
    Instant until = Instant.parse(computed.get("until").asText());
    assertThat(until).isBetween(before.plus(SIXTY_DAYS), before.plus(SIXTY_DAYS).plus(MOMENT));
    registrations.awaitStatus(transfer(domain, ""), "COMPLETED");
    assertThat(lock(domain, "CHANGE_OF_REGISTRANT"))
        .as("a reading without an end takes none away")
        .isEqualTo(computed);
    registrations.happen(domain, "UNLOCKED");

    registrations.advance("P61D");

    assertThat(changesOf(domain)).endsWith("1");
    assertThat(lock(domain, "TRANSFER").get("until").isNull()).isTrue();
    assertThat(domain(domain).get("locks")).hasSize(1);
    assertThat(Instant.parse(registrations.get(reference).at("/outcome/lockedUntil").asText()))
        .isCloseTo(until, within(1, ChronoUnit.MILLIS));
  }

  @Test
  void prefersTheEndThatTheRegistrarStatesWhenItIsSooner() {
    String domain = here(true);
    states(domain, "TRADE-TRANSFERLOCK-EXPIRATIONDATE", now().plus(Duration.ofDays(3)));
    String reference = change(domain, false, SIXTY_DAYS);
    awaitTimer(reference);
    statesNothing(domain);

    registrations.advance("P4D");

    assertThat(changesOf(domain)).containsExactly("0");
    assertThat(instances(reference)).isEmpty();
  }

  @Test
  void sendsNothingWhereTheLockIsAsWanted() {
    String domain = here(true);
    String reference = change(domain, true, Duration.ZERO);

    awaitEnd(reference, "EndEvent_TransferLockAsWanted");

    assertThat(registrations.ledger(domain)).isEmpty();
    assertThat(passed(reference)).doesNotContain("IntermediateEvent_EndOfLock");
  }

  /** Another change of registrant starts the lock anew; nobody has told this process. */
  @Test
  void waitsOnWhenTheLockHasStartedAnew() {
    String domain = here(true);
    Instant end = now().plus(Duration.ofDays(6));
    states(domain, "TRADE-TRANSFERLOCK-EXPIRATIONDATE", end);
    String reference = change(domain, false, Duration.ofDays(6));
    awaitTimer(reference);
    Instant anew = end.plus(Duration.ofDays(3));
    states(domain, "TRADE-TRANSFERLOCK-EXPIRATIONDATE", anew);

    registrations.advance("P7D");

    assertThat(changesOf(domain)).isEmpty();
    assertThat(Instant.parse(registrations.get(reference).at("/outcome/lockedUntil").asText()))
        .isEqualTo(anew);
    assertThat(Instant.parse(lock(domain, "CHANGE_OF_REGISTRANT").get("until").asText()))
        .isEqualTo(anew);
    registrations.advance("P3D");
    assertThat(changesOf(domain)).containsExactly("0");
  }

  @Test
  void waitsUntilTheDayThatARefusalNames() {
    String domain = here(true);
    Instant until = now().plus(Duration.ofDays(3));
    registrations.fault(
        ("{'command': 'ModifyDomain', 'fault': 'CODE_552', 'times': 1, 'domain': '%s',"
                + " 'description': 'Change of Registrant TRANSFERLOCK in place until %s'}")
            .formatted(domain, WIRE.format(until)));

    String reference = change(domain, false, Duration.ZERO);

    assertThat(awaitTimer(reference).getDuedate().toInstant()).isEqualTo(until);
    assertThat(passed(reference)).contains("BoundaryEvent_StillLocked");
    assertThat(Instant.parse(lock(domain, "CHANGE_OF_REGISTRANT").get("until").asText()))
        .isEqualTo(until);
    assertThat(changesOf(domain)).isEmpty();
    registrations.advance("P4D");
    assertThat(changesOf(domain)).containsExactly("0");
    assertThat(passed(reference)).doesNotContain("Task_SetTransferLock");
  }

  @Test
  void leavesAnHourBetweenLooks() {
    String domain = here(true);
    Instant before = now();
    states(domain, "TRANSFERLOCK-EXPIRATIONDATE", before.plus(Duration.ofMinutes(5)));

    String reference = change(domain, false, Duration.ZERO);

    assertThat(awaitTimer(reference).getDuedate().toInstant())
        .isAfterOrEqualTo(before.plus(Duration.ofHours(1)));
    assertThat(Instant.parse(lock(domain, "TRANSFER").get("until").asText()))
        .isEqualTo(before.plus(Duration.ofMinutes(5)));
    registrations.advance("PT2H");
    assertThat(changesOf(domain)).containsExactly("0");
  }

  @Test
  void asksAnOperatorWhenTheRegistrarRefuses() {
    String domain = here(true);
    refuses(domain, "the registry is closed");
    String reference = change(domain, false, Duration.ZERO);
    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    Task task = awaitTask(reference, null);
    assertThat(task.getTaskDefinitionKey()).isEqualTo("Task_SetTransferLock");
    assertThat(task.getDueDate()).isNotNull();
    assertThat(fact(task, "lockText")).contains("should be open", "is locked");
    assertThat(fact(task, "reasonText")).contains("refused", "the registry is closed");
    assertThat(engine.getRuntimeService().getVariables(task.getProcessInstanceId()))
        .containsEntry("orderReference", reference)
        .containsEntry("domain", domain);
    assertThat(registrations.decide(task.getId(), "BUY").status()).isEqualTo(400);
    refuses(domain, "it is still closed");

    assertThat(registrations.decide(task.getId(), "RETRY").status()).isEqualTo(204);

    Task again = awaitTask(reference, task);
    assertThat(fact(again, "reasonText")).contains("still closed");
    assertThat(
            engine
                .getRuntimeService()
                .getVariables(again.getProcessInstanceId())
                .containsKey("decision"))
        .as("an answer is preselected")
        .isFalse();
    registrations.noFaults();
    registrations.decide(again.getId(), "RETRY");
    awaitEnd(reference, "EndEvent_TransferLockAsWanted");
    assertThat(changesOf(domain)).containsExactly("0");
    assertThat(registrations.get(reference).get("status")).isEqualTo(order.get("status"));
    assertThat(registrations.get(reference).get("waitingFor").isNull()).isTrue();
  }

  @Test
  void leavesTheLockAsItIsWhenAnOperatorSaysSo() {
    String domain = here(false);
    refuses(domain, "no");
    String reference = change(domain, true, Duration.ZERO);
    Task task = awaitTask(reference, null);
    assertThat(fact(task, "lockText")).contains("should be locked", "is open");

    registrations.decide(task.getId(), "LEAVE_AS_IS");

    awaitEnd(reference, "EndEvent_TransferLockLeftAsIs");
    assertThat(changesOf(domain)).isEmpty();
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("COMPLETED");
  }

  @ParameterizedTest
  @CsvSource({"OTHER_ACCOUNT, 531", "OTHER_REGISTRAR, 545"})
  void endsWhenTheNameHasLeftTheAccount(String owner, int code) {
    String domain = here(true);
    String reference = change(domain, false, Duration.ofDays(2));
    awaitTimer(reference);
    registrations.registry("{'domain': '%s', 'owner': '%s'}".formatted(domain, owner));

    registrations.advance("P3D");

    awaitEnd(reference, "EndEvent_DomainNotHere");
    assertThat(registrations.requests("domain=" + domain))
        .last()
        .matches(call -> call.get("code").asInt() == code);
    assertThat(registrations.ledger(domain)).isEmpty();
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("COMPLETED");
  }

  /** The registrar holds its answer back, and the name is gone when it is read. */
  @Test
  void endsWhenTheNameLeavesMeanwhile() {
    String domain = here(true);
    registrations.fault(
        "{'command': 'ModifyDomain', 'fault': 'DELAY_1500', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = change(domain, false, Duration.ZERO);
    await().until(() -> changesOf(domain).size() == 1);

    registrations.registry("{'domain': '%s', 'owner': 'OTHER_ACCOUNT'}".formatted(domain));

    awaitEnd(reference, "EndEvent_DomainNotHere");
    assertThat(passed(reference)).contains("BoundaryEvent_GoneMeanwhile");
  }

  /** What takes long is technical and has no task; its order stays what it is. */
  @ParameterizedTest
  @ValueSource(strings = {"TIMEOUT_AFTER", "HTTP_500", "RESET_BEFORE"})
  void goesOnAfterAnOutage(String fault) {
    String domain = here(true);
    registrations.fault(
        "{'command': 'ModifyDomain', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(fault, domain));
    String reference = change(domain, false, Duration.ZERO);
    registrations.awaitStatus(reference, "COMPLETED");

    registrations.advance("PT2H");

    awaitEnd(reference, "EndEvent_TransferLockAsWanted");
    assertThat(changesOf(domain)).as("sent as often as it takes").contains("0");
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("COMPLETED");
    assertThat(registrations.get(reference).get("charged").asText()).isEqualTo("NO");
  }

  /** Two changes watch the same lock, and the name is to be as the second one wants it. */
  @Test
  void letsTheLatestChangeDecide() {
    String domain = here(true);
    String first = change(domain, true, Duration.ofDays(6));
    awaitTimer(first);
    registrations.advance("P2D");
    String second = change(domain, false, Duration.ofDays(6));
    awaitTimer(second);
    Instant anew = now().plus(Duration.ofDays(6));
    states(domain, "TRADE-TRANSFERLOCK-EXPIRATIONDATE", anew);

    registrations.advance("P7D");

    assertThat(changesOf(domain)).containsOnly("0");
    assertThat(instances(first)).isEmpty();
    assertThat(instances(second)).isEmpty();
    assertThat(domain(domain).get("locks")).isEmpty();
  }

  @Test
  void leavesTheNameOpenForOtherOrders() {
    String domain = here(true);
    String reference = change(domain, false, SIXTY_DAYS);
    awaitTimer(reference);
    assertThat(domain(domain).get("openOrders")).isEmpty();

    String other = transfer(domain, ", 'transferLock': true");

    JsonNode done = registrations.awaitStatus(other, "COMPLETED");
    assertThat(done.at("/outcome/code").asText()).isEqualTo("ALREADY_HERE");
    assertThat(instances(reference)).hasSize(2);
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
  void keepsTheMomentWhateverTheCalendarDoes(Instant end, Duration tolerance) {
    TimeZone usual = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    try {
      registrations.startOver();
      clock.advanceTo(end.minus(SIXTY_DAYS));
      String domain = here(true);
      String reference = change(domain, false, SIXTY_DAYS);

      Job timer = awaitTimer(reference);

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
      assertThat(changesOf(domain)).containsExactly("0");
      assertThat(Instant.parse(registrations.ledger(domain).get(0).get("at").asText()))
          .isBetween(end, end.plus(tolerance).plus(MOMENT));
    } finally {
      TimeZone.setDefault(usual);
      registrations.startOver();
    }
  }

  @Test
  void staysCompletedWhenItsProcessIsDeleted() {
    String domain = here(true);
    String reference = change(domain, false, SIXTY_DAYS);
    awaitTimer(reference);

    Answer deleted = delete(root(reference));

    assertThat(deleted.status()).isEqualTo(204);
    assertThat(instances(reference)).isEmpty();
    assertThat(links(reference)).isZero();
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("COMPLETED");
    assertThat(registrations.cancel(reference).status()).isEqualTo(409);
  }

  @Test
  void endsWhenADemonstrationStartsOver() {
    String domain = here(true);
    String reference = change(domain, false, SIXTY_DAYS);
    UUID order =
        UUID.fromString(registrations.awaitStatus(reference, "COMPLETED").get("id").asText());
    awaitTimer(reference);
    assertThat(locks.get(order).lockedAfterwards()).isFalse();

    registrations.startOver();

    assertThat(instances(reference)).isEmpty();
    assertThat(links(reference)).isZero();
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("COMPLETED");
    assertThat(domain(domain).get("locks")).isEmpty();
    assertThat(jdbc.sql("select count(*) from order_transfer_lock").query(Integer.class).single())
        .isZero();
  }

  @Test
  void endsWithItsAccount() {
    String account = "lock-" + UUID.randomUUID().toString().substring(0, 13);
    admin.post(
        "/api/v1/accounts",
        "{'name': '%s', 'system': 'SANDBOX', 'login': 'test.user', 'password': 'test.passw0rd'}"
            .formatted(account));
    String domain = here(true);
    changes.leave(domain, false, SIXTY_DAYS);
    String reference = "L-" + UUID.randomUUID();
    ChangedOrder.start(engine, reference, account, domain);
    awaitTimer(reference);

    Answer removed = admin.delete("/api/v1/accounts/" + account);

    assertThat(removed.status()).isEqualTo(204);
    assertThat(instances(reference)).isEmpty();
    assertThat(links(reference)).isZero();
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("COMPLETED");
  }

  @Test
  void doesNotStartByItself() {
    Answer started =
        admin.post(
            "/engine-rest/process-definition/key/TransferLockProcess/start",
            "{'businessKey': 'alone-1'}");

    assertThat(started.status()).isEqualTo(400);
    assertThat(started.body().get("message").asText()).contains("cannot be started alone");
  }

  /** A name that is in the account and stays there for long. */
  private String here(boolean locked) {
    String domain = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'transferLock': %s, 'expires': 'P2000D'}"
            .formatted(domain, locked));
    return domain;
  }

  /** Changes the registrant of a name and completes the order. */
  private String change(String domain, boolean lockedAfterwards, Duration lasts) {
    changes.leave(domain, lockedAfterwards, lasts);
    String reference = "L-" + UUID.randomUUID();
    ChangedOrder.start(engine, reference, "sandbox", domain);
    return reference;
  }

  private String transfer(String domain, String more) {
    return registrations.placeTransfer(domain, more);
  }

  /** From now on the registrar shows this date with the name. */
  private void states(String domain, String property, Instant at) {
    fields(domain, "{\"%s\": \"%s\"}".formatted(property, WIRE.format(at)));
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

  private void refuses(String domain, String words) {
    registrations.fault(
        "{'command': 'ModifyDomain', 'fault': 'CODE_541', 'times': 1, 'domain': '%s', 'description': '%s'}"
            .formatted(domain, words));
  }

  private Instant now() {
    return Instant.parse(registrations.now()).truncatedTo(ChronoUnit.SECONDS);
  }

  private JsonNode domain(String domain) {
    return admin.get("/api/v1/domains/" + domain).body();
  }

  private JsonNode lock(String domain, String kind) {
    JsonNode locks = domain(domain).get("locks");
    for (JsonNode lock : locks) {
      if (lock.get("kind").asText().equals(kind)) {
        return lock;
      }
    }
    throw new AssertionError("there is no lock " + kind + " in " + locks);
  }

  /** The transfer locks that were set, oldest first. */
  private List<String> changesOf(String domain) {
    return registrations.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().equals("ModifyDomain"))
        .map(entry -> entry.at("/parameters/TRANSFERLOCK").asText())
        .toList();
  }

  private long looks(String domain) {
    return registrations.requests("domain=" + domain).stream()
        .filter(call -> call.get("command").asText().equals("StatusDomain"))
        .count();
  }

  private Job awaitTimer(String reference) {
    return await()
        .until(
            () ->
                instances(reference).stream()
                    .flatMap(
                        instance ->
                            engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .timers()
                                .list()
                                .stream())
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private Task awaitTask(String reference, Task other) {
    return await()
        .until(
            () ->
                engine
                    .getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(reference)
                    .list()
                    .stream()
                    .filter(task -> other == null || !task.getId().equals(other.getId()))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private void awaitEnd(String reference, String end) {
    await().untilAsserted(() -> assertThat(passed(reference)).endsWith(end));
    await().until(() -> instances(reference).isEmpty());
  }

  private String fact(Task task, String name) {
    return registrations.form(task.getId()).path(name).path("value").asText();
  }

  private List<ProcessInstance> instances(String reference) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(reference)
        .list();
  }

  private String root(String reference) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(reference)
        .rootProcessInstances()
        .singleResult()
        .getId();
  }

  private Answer delete(String instance) {
    return admin.delete("/engine-rest/process-instance/" + instance);
  }

  private int links(String reference) {
    return jdbc.sql(
            """
            select count(*) from order_called_process c join provisioning_order o on o.id = order_id
            where o.reference = :reference
            """)
        .param("reference", reference)
        .query(Integer.class)
        .single();
  }

  /** The steps of the called process that an order has passed. */
  private List<String> passed(String reference) {
    HistoricProcessInstance called =
        engine
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(reference)
            .processDefinitionKey(TransferLockProcess.KEY)
            .singleResult();
    return engine
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .processInstanceId(called.getId())
        .orderPartiallyByOccurrence()
        .asc()
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }
}
