package io.domainflow.process.transferlock;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Registrations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Provides names that are locked after a change of registrant, and reads their locks. */
final class LockedNames {

  static final Duration SIXTY_DAYS = Duration.ofDays(60);

  private final ProcessEngine engine;
  private final ChangedOrder.Changes changes;
  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final Caller admin;

  LockedNames(ProcessEngine engine, ChangedOrder.Changes changes, JdbcClient jdbc, int port) {
    this.engine = engine;
    this.changes = changes;
    this.jdbc = jdbc;
    this.registrations = new Registrations(port);
    this.admin = new Caller(port, "admin");
  }

  /** A name that is in the account and stays there for long. */
  String here(boolean locked) {
    String domain = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'transferLock': %s, 'expires': 'P2000D'}"
            .formatted(domain, locked));
    return domain;
  }

  /** Changes the registrant of a name and completes the order. */
  String change(String domain, boolean lockedAfterwards, Duration lasts) {
    changes.leave(domain, lockedAfterwards, lasts);
    String reference = "L-" + UUID.randomUUID();
    ChangedOrder.start(engine, reference, "sandbox", domain);
    return reference;
  }

  JsonNode domain(String domain) {
    return admin.get("/api/v1/domains/" + domain).body();
  }

  /** The transfer locks that were set, oldest first. */
  List<String> changesOf(String domain) {
    return registrations.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().equals("ModifyDomain"))
        .map(entry -> entry.at("/parameters/TRANSFERLOCK").asText())
        .toList();
  }

  Job awaitTimer(String reference) {
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

  void awaitEnd(String reference, String end) {
    await().untilAsserted(() -> assertThat(passed(reference)).endsWith(end));
    await().until(() -> instances(reference).isEmpty());
  }

  List<ProcessInstance> instances(String reference) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(reference)
        .list();
  }

  int links(String reference) {
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
  List<String> passed(String reference) {
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
