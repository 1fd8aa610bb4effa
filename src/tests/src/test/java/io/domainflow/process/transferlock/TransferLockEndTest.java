package io.domainflow.process.transferlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import io.domainflow.order.domain.TransferLocks;
import io.domainflow.process.CallersTest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The process ends although the lock remains: the registrar refuses, or the name or order no longer
 * exists.
 */
@CallersTest
class TransferLockEndTest {

  private final ProcessEngine engine;
  private final ChangedOrder.Changes changes;
  private final TransferLocks locks;
  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final Caller admin;
  private final LockedNames names;

  @Autowired
  TransferLockEndTest(
      ProcessEngine engine,
      ChangedOrder.Changes changes,
      TransferLocks locks,
      JdbcClient jdbc,
      @LocalServerPort int port) {
    this.engine = engine;
    this.changes = changes;
    this.locks = locks;
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

  @Test
  void asksAnOperatorWhenTheRegistrarRefuses() {
    String domain = names.here(true);
    refuses(domain, "the registry is closed");
    String reference = names.change(domain, false, Duration.ZERO);
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
    names.awaitEnd(reference, "EndEvent_TransferLockAsWanted");
    assertThat(names.changesOf(domain)).containsExactly("0");
    assertThat(registrations.get(reference).get("status")).isEqualTo(order.get("status"));
    assertThat(registrations.get(reference).get("waitingFor").isNull()).isTrue();
  }

  @Test
  void leavesTheLockAsItIsWhenAnOperatorSaysSo() {
    String domain = names.here(false);
    refuses(domain, "no");
    String reference = names.change(domain, true, Duration.ZERO);
    Task task = awaitTask(reference, null);
    assertThat(fact(task, "lockText")).contains("should be locked", "is open");

    registrations.decide(task.getId(), "LEAVE_AS_IS");

    names.awaitEnd(reference, "EndEvent_TransferLockLeftAsIs");
    assertThat(names.changesOf(domain)).isEmpty();
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("COMPLETED");
  }

  @ParameterizedTest
  @CsvSource({"OTHER_ACCOUNT, 531", "OTHER_REGISTRAR, 545"})
  void endsWhenTheNameHasLeftTheAccount(String owner, int code) {
    String domain = names.here(true);
    String reference = names.change(domain, false, Duration.ofDays(2));
    names.awaitTimer(reference);
    registrations.registry("{'domain': '%s', 'owner': '%s'}".formatted(domain, owner));

    registrations.advance("P3D");

    names.awaitEnd(reference, "EndEvent_DomainNotHere");
    assertThat(registrations.requests("domain=" + domain))
        .last()
        .matches(call -> call.get("code").asInt() == code);
    assertThat(registrations.ledger(domain)).isEmpty();
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("COMPLETED");
  }

  /** The registrar holds its answer back, and the name is gone when it is read. */
  @Test
  void endsWhenTheNameLeavesMeanwhile() {
    String domain = names.here(true);
    registrations.fault(
        "{'command': 'ModifyDomain', 'fault': 'DELAY_1500', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = names.change(domain, false, Duration.ZERO);
    await().until(() -> names.changesOf(domain).size() == 1);

    registrations.registry("{'domain': '%s', 'owner': 'OTHER_ACCOUNT'}".formatted(domain));

    names.awaitEnd(reference, "EndEvent_DomainNotHere");
    assertThat(names.passed(reference)).contains("BoundaryEvent_GoneMeanwhile");
  }

  @Test
  void staysCompletedWhenItsProcessIsDeleted() {
    String domain = names.here(true);
    String reference = names.change(domain, false, LockedNames.SIXTY_DAYS);
    names.awaitTimer(reference);

    Answer deleted = delete(root(reference));

    assertThat(deleted.status()).isEqualTo(204);
    assertThat(names.instances(reference)).isEmpty();
    assertThat(names.links(reference)).isZero();
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("COMPLETED");
    assertThat(registrations.cancel(reference).status()).isEqualTo(409);
  }

  @Test
  void endsWhenTheSandboxIsReset() {
    String domain = names.here(true);
    String reference = names.change(domain, false, LockedNames.SIXTY_DAYS);
    UUID order =
        UUID.fromString(registrations.awaitStatus(reference, "COMPLETED").get("id").asText());
    names.awaitTimer(reference);
    assertThat(locks.get(order).lockedAfterwards()).isFalse();

    registrations.startOver();

    assertThat(names.instances(reference)).isEmpty();
    assertThat(names.links(reference)).isZero();
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("COMPLETED");
    assertThat(names.domain(domain).get("locks")).isEmpty();
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
    String domain = names.here(true);
    changes.leave(domain, false, LockedNames.SIXTY_DAYS);
    String reference = "L-" + UUID.randomUUID();
    ChangedOrder.start(engine, reference, account, domain);
    names.awaitTimer(reference);

    Answer removed = admin.delete("/api/v1/accounts/" + account);

    assertThat(removed.status()).isEqualTo(204);
    assertThat(names.instances(reference)).isEmpty();
    assertThat(names.links(reference)).isZero();
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("COMPLETED");
  }

  private void refuses(String domain, String words) {
    registrations.fault(
        "{'command': 'ModifyDomain', 'fault': 'CODE_541', 'times': 1, 'domain': '%s', 'description': '%s'}"
            .formatted(domain, words));
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

  private String fact(Task task, String name) {
    return registrations.form(task.getId()).path(name).path("value").asText();
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
}
