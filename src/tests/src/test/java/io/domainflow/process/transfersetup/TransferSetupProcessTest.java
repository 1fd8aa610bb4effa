package io.domainflow.process.transfersetup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.order.progress.Transfer;
import io.domainflow.process.CallersTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The stories of TransferSetupProcess.bpmn: the set-up of an arrived name. {@link
 * TransferSetupContactsTest} covers its contacts.
 */
@CallersTest
class TransferSetupProcessTest {

  private final ProcessEngine engine;
  private final CallingProcess.Arrivals arrivals;
  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final Caller admin;
  private final ArrivedNames names;

  @Autowired
  TransferSetupProcessTest(
      ProcessEngine engine,
      CallingProcess.Arrivals arrivals,
      JdbcClient jdbc,
      @LocalServerPort int port) {
    this.engine = engine;
    this.arrivals = arrivals;
    this.jdbc = jdbc;
    this.registrations = new Registrations(port);
    this.admin = new Caller(port, "admin");
    this.names = new ArrivedNames(engine, jdbc, port);
  }

  @BeforeEach
  void deployTheCallingProcess() {
    CallingProcess.deploy(engine);
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.noFaults();
    registrations.profile("A");
    registrations.account("{'login': 'test.user', 'modifyDomainFallback': false}");
  }

  @BothReadings(alwaysBoth = true)
  void setsANameUpAsOrdered(String profile) {
    registrations.profile(profile);
    String domain = names.arrived("'transferLock': false");

    String reference = names.place(domain, ArrivedNames.NAMESERVERS, ArrivedNames.ADA);

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/renewalMode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(order.at("/outcome/expiresAt").asText()).isNotEmpty();
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(names.commands(domain)).containsExactly("SetDomainRenewalMode", "ModifyDomain");
    JsonNode modified = registrations.ledger(domain).get(1).get("parameters");
    assertThat(modified.get("TRANSFERLOCK").asText()).isEqualTo("1");
    assertThat(modified.get("NAMESERVER0").asText()).isEqualTo("ns1.example.net");
    assertThat(modified.get("NAMESERVER1").asText()).isEqualTo("ns2.example.net");
    assertThat(modified.has("OWNERCONTACT0")).isFalse();
    assertThat(names.passed(reference))
        .containsExactly(
            "StartEvent_SetupDue",
            "Gateway_SettingDue",
            "Task_SetRenewalMode",
            "Task_SetLockAndNameservers",
            "Gateway_ReadBackDue",
            "Task_ReadBackTransferredDomain",
            "Gateway_SetUpAsOrdered",
            "EndEvent_DomainSetUp");
    assertThat(names.asked(domain)).doesNotContain("StatusDomainTrade");
    JsonNode known = admin.get("/api/v1/domains/" + domain).body();
    assertThat(known.get("status").asText()).isEqualTo("ACTIVE");
    assertThat(known.at("/dates/expires/at").asText())
        .isEqualTo(order.at("/outcome/expiresAt").asText());
    assertThat(known.at("/locks/0/kind").asText()).isEqualTo("TRANSFER");
    assertThat(names.links(reference)).as("links to called processes").isZero();
  }

  @Test
  void sendsOnlyWhatDiffers() {
    String keeps = names.arrived("'transferLock': true");
    registrations.awaitStatus(names.place(keeps, null, null), "COMPLETED");
    String opens = names.arrived("'transferLock': true");

    String reference =
        names.place(ArrivedNames.order(opens, null, null).putValue("transferLock", false));

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(names.commands(keeps)).containsExactly("SetDomainRenewalMode");
    assertThat(names.commands(opens)).containsExactly("SetDomainRenewalMode", "ModifyDomain");
    assertThat(registrations.ledger(opens).get(1).at("/parameters/TRANSFERLOCK").asText())
        .isEqualTo("0");
    assertThat(registrations.ledger(opens).get(1).get("parameters").has("NAMESERVER0")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"REQUEST, TRANSFERRED", "USERTRANSFER, ACCOUNT_CHANGED", ", ALREADY_HERE"})
  void reportsHowTheNameCame(Transfer.Kind kind, String outcome) {
    String domain = names.arrived("'transferLock': true");
    if (kind != null) {
      arrivals.by(kind, domain);
    }

    JsonNode order = registrations.awaitStatus(names.place(domain, null, null), "COMPLETED");

    assertThat(order.at("/outcome/code").asText()).isEqualTo(outcome);
  }

  @BothReadings
  void asksAnOperatorAboutNameServersThatAreRefused(String profile) {
    registrations.profile(profile);
    String domain = names.arrived("'transferLock': false");
    registrations.fault(
        ("{'command': 'ModifyDomain', 'fault': 'CODE_541', 'times': 1, 'domain': '%s',"
                + " 'description': 'NAMESERVER0 is not known at the registry'}")
            .formatted(domain));

    String reference = names.place(domain, ArrivedNames.NAMESERVERS, null);

    JsonNode waiting = registrations.awaitWaitingFor(reference, "SETUP_AFTER_TRANSFER");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("OPERATOR");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("name servers", "ns1.example.net", "NAMESERVER0 is not known at the registry")
        .doesNotContain("transfer lock");
    String task = ArrivedNames.task(waiting);
    assertThat(names.fact(task, "settingsText"))
        .contains("name servers", "not known at the registry");
    assertThat(names.fact(task, "contactsText")).isEmpty();
    assertThat(names.fact(task, "tradeText")).isEmpty();
    assertThat(names.fact(task, "changePossible")).isEqualTo("false");
    assertThat(engine.getTaskService().createTaskQuery().taskId(task).singleResult().getDueDate())
        .isNotNull();
    assertThat(registrations.ledger(domain).get(1).at("/parameters/TRANSFERLOCK").asText())
        .as("the name does not stay open because of its name servers")
        .isEqualTo("1");

    assertThat(registrations.decide(task, "RETRY").status()).isEqualTo(204);

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(registrations.ledger(domain).get(3).at("/parameters/NAMESERVER0").asText())
        .isEqualTo("ns1.example.net");
    assertThat(names.passed(reference)).containsOnlyOnce("Task_FinishTransferSetup");
  }

  @Test
  void endsWithWhatCouldNotBeSetWhenAnOperatorLeavesItAsItIs() {
    String domain = names.arrived("'transferLock': true");
    registrations.fault(
        "{'command': 'SetDomainRenewalMode', 'fault': 'CODE_505', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = names.place(domain, null, null);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "SETUP_AFTER_TRANSFER");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("renewal mode");
    Answer nonsense = registrations.decide(ArrivedNames.task(waiting), "BUY_AGAIN");
    assertThat(nonsense.status()).isEqualTo(400);
    assertThat(nonsense.body().get("message").asText())
        .contains("RETRY, START_CHANGE, LEAVE_AS_IS");

    registrations.decide(ArrivedNames.task(waiting), "LEAVE_AS_IS");

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/renewalMode").asText()).isEqualTo("AUTORENEW");
    assertThat(order.at("/outcome/remark").asText())
        .startsWith("Left as it is")
        .contains("renewal mode");
    assertThat(names.passed(reference)).endsWith("EndEvent_SetupLeftAsIs");
  }

  @Test
  void saysThatTheNameIsGone() {
    String domain = names.arrived("'transferLock': true");
    registrations.registry("{'domain': '%s', 'owner': 'OTHER_ACCOUNT'}".formatted(domain));

    String reference = names.place(domain, ArrivedNames.NAMESERVERS, ArrivedNames.ADA);

    JsonNode waiting = registrations.awaitWaitingFor(reference, "SETUP_AFTER_TRANSFER");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("does not show the name in this account");
    registrations.registry("{'domain': '%s', 'owner': 'OURS'}".formatted(domain));
    registrations.decide(ArrivedNames.task(waiting), "RETRY");
    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void believesTheOrderAndNoVariable() {
    String domain = names.arrived("'registrant': null");
    String reference = names.place(domain, null, ArrivedNames.ADA);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    ProcessInstance called = called(reference);
    assertThat(engine.getRuntimeService().getVariables(called.getId()))
        .containsEntry("orderId", waiting.get("id").asText())
        .containsEntry("orderReference", reference)
        .containsEntry("domain", domain)
        .containsOnlyKeys(
            "orderId",
            "orderReference",
            "domain",
            "operation",
            "account",
            "priority",
            "setUpAsOrdered");

    engine
        .getRuntimeService()
        .setVariables(called.getId(), Map.of("domain", "x.com", "remark", "ada@example.net"));
    registrations.decide(ArrivedNames.task(waiting), "LEAVE_AS_IS");

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(
            engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(called.getId())
                .list())
        .extracting(HistoricVariableInstance::getName)
        .doesNotContain(CallingProcess.PERSONAL, "remark");
    assertThat(
            engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(called.getId())
                .variableName("domain")
                .singleResult()
                .getValue())
        .isEqualTo(domain);
  }

  @Test
  void isCancelledWithItsOrder() {
    String reference = names.place(names.arrived("'registrant': null"), null, ArrivedNames.ADA);
    registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");

    Answer cancelled = registrations.cancel(reference);

    assertThat(cancelled.body().get("status").asText()).isEqualTo("CANCELLED");
    assertThat(instances(reference)).isEmpty();
    assertThat(names.links(reference)).isZero();
  }

  @Test
  void isNotDeletedPartially() {
    String reference = names.place(names.arrived("'registrant': null"), null, ArrivedNames.ADA);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    jdbc.sql("update provisioning_order set charged = 'YES' where reference = :reference")
        .param("reference", reference)
        .update();

    Answer refused = admin.delete("/engine-rest/process-instance/" + called(reference).getId());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("message").asText()).contains("done and paid for");
    assertThat(registrations.get(reference).get("waitingFor")).isEqualTo(waiting.get("waitingFor"));
    assertThat(instances(reference)).hasSize(2);
    registrations.decide(ArrivedNames.task(waiting), "LEAVE_AS_IS");
    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void deletesItsOrderWithIt() {
    String reference = names.place(names.arrived("'registrant': null"), null, ArrivedNames.ADA);
    registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");

    Answer deleted = admin.delete("/engine-rest/process-instance/" + called(reference).getId());

    assertThat(deleted.status()).isEqualTo(204);
    registrations.awaitStatus(reference, "CANCELLED");
    assertThat(instances(reference)).isEmpty();
  }

  @Test
  void endsWhenTheSandboxIsReset() {
    String domain = names.arrived("'registrant': null");
    String reference = names.place(domain, null, ArrivedNames.ADA);
    registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");

    registrations.startOver();

    assertThat(admin.get("/api/v1/domains/" + domain).body().get("readAt").isNull()).isTrue();
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("CANCELLED");
    assertThat(instances(reference)).isEmpty();
    assertThat(names.links(reference)).isZero();
  }

  @Test
  void doesNotStartAutomatically() {
    Answer started =
        admin.post(
            "/engine-rest/process-definition/key/TransferSetupProcess/start",
            "{'businessKey': 'alone-1'}");

    assertThat(started.status()).isEqualTo(400);
    assertThat(started.body().get("message").asText()).contains("cannot be started alone");
  }

  private ProcessInstance called(String reference) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(reference)
        .processDefinitionKey(TransferSetupProcess.KEY)
        .singleResult();
  }

  private List<ProcessInstance> instances(String reference) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(reference)
        .list();
  }
}
