package io.domainflow.process.transfersetup;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.order.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
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

/** The stories of TransferSetupProcess.bpmn: what is done with a name that has arrived. */
@DomainflowTest
@Import(CallingProcess.class)
class TransferSetupProcessTest {

  private static final String NAMESERVERS = "['ns1.example.net', 'ns2.example.net']";
  private static final String ADA =
      "{'firstName': 'Ada', 'lastName': 'Example', 'street': ['Main Street 1'], 'city': 'Berlin',"
          + " 'postalCode': '10115', 'country': 'DE', 'phone': '+49.301234567',"
          + " 'email': 'ada@example.net'}";

  /** A registrant without a name: somebody has to be asked, but nobody is known. */
  private static final String NAMELESS = "{'email': 'prior@example.org'}";

  private final ProcessEngine engine;
  private final CallingProcess.Arrivals arrivals;
  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final Caller admin;

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
    String domain = arrived("'transferLock': false");

    String reference = place(domain, NAMESERVERS, ADA);

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/renewalMode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(order.at("/outcome/expiresAt").asText()).isNotEmpty();
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(commands(domain)).containsExactly("SetDomainRenewalMode", "ModifyDomain");
    JsonNode modified = registrations.ledger(domain).get(1).get("parameters");
    assertThat(modified.get("TRANSFERLOCK").asText()).isEqualTo("1");
    assertThat(modified.get("NAMESERVER0").asText()).isEqualTo("ns1.example.net");
    assertThat(modified.get("NAMESERVER1").asText()).isEqualTo("ns2.example.net");
    assertThat(modified.has("OWNERCONTACT0")).isFalse();
    assertThat(passed(reference))
        .containsExactly(
            "StartEvent_SetupDue",
            "Gateway_SettingDue",
            "Task_SetRenewalMode",
            "Task_SetLockAndNameservers",
            "Gateway_ReadBackDue",
            "Task_ReadBackTransferredDomain",
            "Gateway_SetUpAsOrdered",
            "EndEvent_DomainSetUp");
    assertThat(asked(domain)).doesNotContain("StatusDomainTrade");
    JsonNode known = admin.get("/api/v1/domains/" + domain).body();
    assertThat(known.get("status").asText()).isEqualTo("ACTIVE");
    assertThat(known.at("/dates/expires/at").asText())
        .isEqualTo(order.at("/outcome/expiresAt").asText());
    assertThat(known.at("/locks/0/kind").asText()).isEqualTo("TRANSFER");
    assertThat(links(reference)).as("links to called processes").isZero();
  }

  @Test
  void sendsOnlyWhatDiffers() {
    String keeps = arrived("'transferLock': true");
    registrations.awaitStatus(place(keeps, null, null), "COMPLETED");
    String opens = arrived("'transferLock': true");

    String reference = place(order(opens, null, null).putValue("transferLock", false));

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(commands(keeps)).containsExactly("SetDomainRenewalMode");
    assertThat(commands(opens)).containsExactly("SetDomainRenewalMode", "ModifyDomain");
    assertThat(registrations.ledger(opens).get(1).at("/parameters/TRANSFERLOCK").asText())
        .isEqualTo("0");
    assertThat(registrations.ledger(opens).get(1).get("parameters").has("NAMESERVER0")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"REQUEST, TRANSFERRED", "USERTRANSFER, ACCOUNT_CHANGED", ", ALREADY_HERE"})
  void tellsHowTheNameCame(Transfer.Kind kind, String outcome) {
    String domain = arrived("'transferLock': true");
    if (kind != null) {
      arrivals.by(kind, domain);
    }

    JsonNode order = registrations.awaitStatus(place(domain, null, null), "COMPLETED");

    assertThat(order.at("/outcome/code").asText()).isEqualTo(outcome);
  }

  @BothReadings
  void asksAnOperatorAboutNameServersThatAreRefused(String profile) {
    registrations.profile(profile);
    String domain = arrived("'transferLock': false");
    registrations.fault(
        ("{'command': 'ModifyDomain', 'fault': 'CODE_541', 'times': 1, 'domain': '%s',"
                + " 'description': 'NAMESERVER0 is not known at the registry'}")
            .formatted(domain));

    String reference = place(domain, NAMESERVERS, null);

    JsonNode waiting = registrations.awaitWaitingFor(reference, "SETUP_AFTER_TRANSFER");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("OPERATOR");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("name servers", "ns1.example.net", "NAMESERVER0 is not known at the registry")
        .doesNotContain("transfer lock");
    String task = task(waiting);
    assertThat(fact(task, "settingsText")).contains("name servers", "not known at the registry");
    assertThat(fact(task, "contactsText")).isEmpty();
    assertThat(fact(task, "tradeText")).isEmpty();
    assertThat(fact(task, "changePossible")).isEqualTo("false");
    assertThat(engine.getTaskService().createTaskQuery().taskId(task).singleResult().getDueDate())
        .isNotNull();
    assertThat(registrations.ledger(domain).get(1).at("/parameters/TRANSFERLOCK").asText())
        .as("the name does not stay open because of its name servers")
        .isEqualTo("1");

    assertThat(registrations.decide(task, "RETRY").status()).isEqualTo(204);

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(registrations.ledger(domain).get(3).at("/parameters/NAMESERVER0").asText())
        .isEqualTo("ns1.example.net");
    assertThat(passed(reference)).containsOnlyOnce("Task_FinishTransferSetup");
  }

  @Test
  void endsWithWhatCouldNotBeSetWhenAnOperatorLeavesItAsItIs() {
    String domain = arrived("'transferLock': true");
    registrations.fault(
        "{'command': 'SetDomainRenewalMode', 'fault': 'CODE_505', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = place(domain, null, null);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "SETUP_AFTER_TRANSFER");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("renewal mode");
    Answer nonsense = registrations.decide(task(waiting), "BUY_AGAIN");
    assertThat(nonsense.status()).isEqualTo(400);
    assertThat(nonsense.body().get("message").asText())
        .contains("RETRY, START_CHANGE, LEAVE_AS_IS");

    registrations.decide(task(waiting), "LEAVE_AS_IS");

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/renewalMode").asText()).isEqualTo("AUTORENEW");
    assertThat(order.at("/outcome/remark").asText())
        .startsWith("Left as it is")
        .contains("renewal mode");
    assertThat(passed(reference)).endsWith("EndEvent_SetupLeftAsIs");
  }

  @BothReadings
  void saysThatANameWasLeftWithoutContacts(String profile) {
    registrations.profile(profile);
    String domain = arrived("'registrant': null");
    String reference = place(domain, null, null);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");

    registrations.decide(task(waiting), "LEAVE_AS_IS");

    assertThat(registrations.awaitStatus(reference, "COMPLETED").at("/outcome/remark").asText())
        .isEqualTo(
            "Left as it is: it came without usable contacts, and the order has no registrant that"
                + " it could get.");
  }

  @BothReadings
  void setsContactsOnlyWhenAnOperatorStartsTheChange(String profile) {
    registrations.profile(profile);
    String domain = arrived("'registrant': null");
    String reference = place(domain, NAMESERVERS, ADA);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("without usable contacts", "starts a change of registrant");
    String task = task(waiting);
    assertThat(fact(task, "contactsText")).contains("starts a change of registrant");
    assertThat(fact(task, "settingsText")).isEmpty();
    assertThat(fact(task, "changePossible")).isEqualTo("true");
    assertThat(owners(domain)).isEmpty();

    assertThat(registrations.decide(task, "START_CHANGE").status()).isEqualTo(204);

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).hasSize(1);
    JsonNode set = owners(domain).get(0);
    assertThat(set.get("ADMINCONTACT0")).isEqualTo(set.get("OWNERCONTACT0"));
    assertThat(registrations.contacts())
        .filteredOn(contact -> contact.toString().contains(set.get("OWNERCONTACT0").asText()))
        .allMatch(contact -> contact.toString().contains("ada@example.net"))
        .isNotEmpty();
    assertThat(asked(domain)).as("looked for a change of registrant").contains("StatusDomainTrade");
    assertThat(passed(reference))
        .containsSubsequence(
            "Task_FinishTransferSetup",
            "Task_PrepareSetupContacts",
            "Task_ReplaceContacts",
            "Task_ReadBackTransferredDomain",
            "EndEvent_DomainSetUp");
    registrations.advance("PT2H");
    assertThat(registrations.contacts())
        .as("the contact stays when the order has ended")
        .anyMatch(contact -> contact.toString().contains(set.get("OWNERCONTACT0").asText()));
  }

  /** Some registries refuse contacts that come without the fields they want of a registrant. */
  @Test
  void bringsTheOrdersAdditionalFieldsWithTheContacts() {
    String domain = freshName("ca");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'registrant': null}".formatted(domain));
    String reference =
        place(
            order(domain, null, ADA).putValue("additionalFields", "{\"X-CA-LEGALTYPE\": \"CCT\"}"));

    registrations.decide(
        task(registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER")), "START_CHANGE");

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).hasSize(1);
    assertThat(owners(domain).get(0).get("X-CA-LEGALTYPE").asText()).isEqualTo("CCT");
  }

  @Test
  void startsNoChangeWithoutARegistrantInTheOrder() {
    String domain = arrived("'registrant': null");
    String reference = place(domain, null, null);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("has no registrant");
    String task = task(waiting);
    assertThat(fact(task, "changePossible")).isEqualTo("false");

    Answer refused = registrations.decide(task, "START_CHANGE");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("message").asText())
        .contains("no registrant", "Nothing was sent", "Retry");
    assertThat(registrations.get(reference).at("/waitingFor/taskId").asText()).isEqualTo(task);
    registrations.registry("{'domain': '%s', 'owner': 'OURS'}".formatted(domain));
    registrations.decide(task, "RETRY");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).isEmpty();
  }

  @Test
  void neverTouchesContactsThatCameAlong() {
    String domain = arrived("'transferLock': false");
    String modifyFails =
        "{'command': 'ModifyDomain', 'fault': 'CODE_541', 'times': 2, 'domain': '%s'}"
            .formatted(domain);
    registrations.fault(modifyFails);
    String reference = place(domain, null, ADA);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "SETUP_AFTER_TRANSFER");

    Answer refused = registrations.decide(task(waiting), "START_CHANGE");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("message").asText()).contains("never replaced");
    registrations.noFaults();
    registrations.decide(task(waiting), "RETRY");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).isEmpty();
    assertThat(commands(domain)).doesNotContain("AddContact");
  }

  /** The last look is right before the command, not when the task was made. */
  @Test
  void leavesContactsAloneThatCameBetweenDecisionAndCommand() {
    String domain = arrived("'registrant': null");
    String reference = place(domain, null, ADA);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    registrations.registry("{'domain': '%s', 'owner': 'OURS'}".formatted(domain));

    registrations.decide(task(waiting), "START_CHANGE");

    JsonNode other = registrations.awaitWaitingFor(reference, "SETUP_AFTER_TRANSFER");
    assertThat(passed(reference)).contains("Task_ReplaceContacts");
    registrations.decide(task(other), "RETRY");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).isEmpty();
  }

  @BothReadings
  void noticesAChangeOfRegistrantThatNobodyMeant(String profile) {
    registrations.profile(profile);
    registrations.account("{'login': 'test.user', 'modifyDomainFallback': true}");
    String domain = arrived("'registrant': " + NAMELESS);
    String reference = place(domain, null, ADA);
    JsonNode contacts = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    Instant before = Instant.parse(registrations.now());

    registrations.decide(task(contacts), "START_CHANGE");

    JsonNode waiting = registrations.awaitWaitingFor(reference, "UNINTENDED_TRADE");
    Instant until = Instant.parse(waiting.at("/waitingFor/until").asText());
    assertThat(Duration.between(before, until))
        .isBetween(days(14).minusMinutes(1), days(14).plusMinutes(1));
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains(
            "prior registrant has to confirm",
            "until " + until.atOffset(ZoneOffset.UTC).getDayOfMonth());
    String task = task(waiting);
    assertThat(fact(task, "tradeText")).contains("prior registrant has to confirm");
    assertThat(fact(task, "changePossible")).isEqualTo("false");
    Answer again = registrations.decide(task, "START_CHANGE");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body().get("message").asText()).contains("under way already");

    registrations.decide(task, "RETRY");
    JsonNode still =
        registrations.await(
            reference, order -> isAt(order, "UNINTENDED_TRADE") && !task(order).equals(task));
    registrations.advance("P4D");
    confirm(domain);
    registrations.decide(task(still), "RETRY");

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).as("contacts sent").hasSize(1);
  }

  @BothReadings
  void sendsContactsOnceThoughTheirChangeLapsed(String profile) {
    registrations.profile(profile);
    registrations.account("{'login': 'test.user', 'modifyDomainFallback': true}");
    String domain = arrived("'registrant': " + NAMELESS);
    String reference = place(domain, null, ADA);
    registrations.decide(
        task(registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER")), "START_CHANGE");
    JsonNode waiting = registrations.awaitWaitingFor(reference, "UNINTENDED_TRADE");

    registrations.advance("P15D");
    registrations.decide(task(waiting), "RETRY");

    JsonNode lapsed = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    assertThat(lapsed.at("/waitingFor/what").asText()).contains("do not show");
    Answer again = registrations.decide(task(lapsed), "START_CHANGE");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body().get("message").asText()).contains("not sent twice");
    registrations.decide(task(lapsed), "LEAVE_AS_IS");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"A, 543", "B, 506"})
  void saysWhyTheRegistrarRefusesContacts(String profile, int code) {
    registrations.profile(profile);
    String domain = arrived("'registrant': " + NAMELESS);
    String reference = place(domain, null, ADA);
    registrations.decide(
        task(registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER")), "START_CHANGE");

    JsonNode waiting =
        registrations.await(
            reference, order -> order.at("/waitingFor/what").asText().contains("OWNERCONTACT0"));

    assertThat(waiting.at("/waitingFor/code").asText()).isEqualTo("CONTACTS_AFTER_TRANSFER");
    assertThat(registrations.requests("domain=" + domain))
        .filteredOn(call -> call.get("command").asText().equals("ModifyDomain"))
        .extracting(call -> call.get("code").asInt())
        .contains(code);
    assertThat(passed(reference)).contains("BoundaryEvent_ContactsRefused");
    registrations.decide(task(waiting), "LEAVE_AS_IS");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).isEmpty();
  }

  @Test
  void saysWhyTheRegistrarRefusesTheDataOfAContact() {
    String domain = arrived("'registrant': null");
    String reference = place(domain, null, ADA.replace("Ada", "Refused" + UUID.randomUUID()));
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    registrations.fault(
        "{'command': 'AddContact', 'fault': 'CODE_505', 'times': 1, 'description': 'no such city'}");

    registrations.decide(task(waiting), "START_CHANGE");

    JsonNode refused =
        registrations.await(
            reference, order -> order.at("/waitingFor/what").asText().contains("no such city"));
    assertThat(passed(reference))
        .contains("BoundaryEvent_ContactDataRefused")
        .doesNotContain("Task_ReplaceContacts");
    registrations.decide(task(refused), "START_CHANGE");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).hasSize(1);
  }

  /** As after a crash: the registrar has done it, and nothing of it is stored. */
  @BothReadings
  void looksInsteadOfSendingContactsAgainWhenTheirAnswerWasNotStored(String profile) {
    registrations.profile(profile);
    String domain = arrived("'registrant': null, 'transferLock': true");
    String reference = place(domain, null, ADA);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    jdbc.sql(
            "alter table order_transfer_setup add constraint lost check"
                + " (contacts_replaced_at is null) not valid")
        .update();
    try {
      registrations.decide(task(waiting), "START_CHANGE");
      await().until(() -> owners(domain).size() == 1);
      await().until(() -> !openFailures().isEmpty());
    } finally {
      jdbc.sql("alter table order_transfer_setup drop constraint lost").update();
    }

    registrations.advance("PT1H");

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).hasSize(1);
    assertThat(registrations.requests("domain=" + domain))
        .filteredOn(call -> call.get("command").asText().equals("ModifyDomain"))
        .as("contacts and nothing else were sent")
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TIMEOUT_AFTER", "RESET_AFTER", "HTTP_500", "TIMEOUT_BEFORE"})
  void setsContactsOnceUnderEachFault(String fault) {
    String domain = arrived("'registrant': null");
    String reference = place(domain, null, ADA);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    registrations.fault(
        "{'command': 'ModifyDomain', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(fault, domain));

    registrations.decide(task(waiting), "START_CHANGE");
    registrations.awaitWaitingFor(reference, "OUTCOME_UNKNOWN");
    registrations.advance("PT1H");

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).hasSize(1);
  }

  @Test
  void saysThatTheNameIsGone() {
    String domain = arrived("'transferLock': true");
    registrations.registry("{'domain': '%s', 'owner': 'OTHER_ACCOUNT'}".formatted(domain));

    String reference = place(domain, NAMESERVERS, ADA);

    JsonNode waiting = registrations.awaitWaitingFor(reference, "SETUP_AFTER_TRANSFER");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("does not show the name in this account");
    registrations.registry("{'domain': '%s', 'owner': 'OURS'}".formatted(domain));
    registrations.decide(task(waiting), "RETRY");
    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void believesTheOrderAndNoVariable() {
    String domain = arrived("'registrant': null");
    String reference = place(domain, null, ADA);
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
    registrations.decide(task(waiting), "LEAVE_AS_IS");

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
    String reference = place(arrived("'registrant': null"), null, ADA);
    registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");

    Answer cancelled = registrations.cancel(reference);

    assertThat(cancelled.body().get("status").asText()).isEqualTo("CANCELLED");
    assertThat(instances(reference)).isEmpty();
    assertThat(links(reference)).isZero();
  }

  @Test
  void isNotDeletedHalfWay() {
    String reference = place(arrived("'registrant': null"), null, ADA);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    jdbc.sql("update provisioning_order set charged = 'YES' where reference = :reference")
        .param("reference", reference)
        .update();

    Answer refused = admin.delete("/engine-rest/process-instance/" + called(reference).getId());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("message").asText()).contains("done and paid for");
    assertThat(registrations.get(reference).get("waitingFor")).isEqualTo(waiting.get("waitingFor"));
    assertThat(instances(reference)).hasSize(2);
    registrations.decide(task(waiting), "LEAVE_AS_IS");
    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void takesItsOrderAlongWhenItIsDeleted() {
    String reference = place(arrived("'registrant': null"), null, ADA);
    registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");

    Answer deleted = admin.delete("/engine-rest/process-instance/" + called(reference).getId());

    assertThat(deleted.status()).isEqualTo(204);
    registrations.awaitStatus(reference, "CANCELLED");
    assertThat(instances(reference)).isEmpty();
  }

  @Test
  void endsWhenADemonstrationStartsOver() {
    String domain = arrived("'registrant': null");
    String reference = place(domain, null, ADA);
    registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");

    registrations.startOver();

    assertThat(admin.get("/api/v1/domains/" + domain).body().get("readAt").isNull()).isTrue();
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("CANCELLED");
    assertThat(instances(reference)).isEmpty();
    assertThat(links(reference)).isZero();
  }

  @Test
  void doesNotStartByItself() {
    Answer started =
        admin.post(
            "/engine-rest/process-definition/key/TransferSetupProcess/start",
            "{'businessKey': 'alone-1'}");

    assertThat(started.status()).isEqualTo(400);
    assertThat(started.body().get("message").asText()).contains("cannot be started alone");
  }

  /** A name that is in the account, with a state in JSON written with single quotes. */
  private String arrived(String state) {
    String domain = freshName("com");
    registrations.registry("{'domain': '%s', 'owner': 'OURS', %s}".formatted(domain, state));
    return domain;
  }

  private String place(String domain, String nameservers, String registrant) {
    return place(order(domain, nameservers, registrant));
  }

  private static VariableMap order(String domain, String nameservers, String registrant) {
    return CallingProcess.order("sandbox", domain, nameservers, registrant);
  }

  private String place(VariableMap order) {
    String reference = "S-" + UUID.randomUUID();
    engine.getIdentityService().setAuthentication("billing", List.of("billing"));
    try {
      engine.getRuntimeService().startProcessInstanceByKey(CallingProcess.KEY, reference, order);
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
    return reference;
  }

  private static boolean isAt(JsonNode order, String code) {
    return order.at("/waitingFor/code").asText().equals(code);
  }

  private static String task(JsonNode order) {
    return order.at("/waitingFor/taskId").asText();
  }

  private String fact(String task, String name) {
    return registrations.form(task).path(name).path("value").asText();
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  /** The prior registrant says yes. */
  private void confirm(String domain) {
    JsonNode mails = admin.get("/sandbox/mailbox?to=prior@example.org").body();
    List<String> links = new ArrayList<>();
    for (JsonNode mail : mails) {
      if (mail.get("domain").asText().equals(domain)) {
        links.add(mail.at("/links/confirm").asText());
      }
    }
    assertThat(links).as(mails.toString()).isNotEmpty();
    String path = links.get(0).replaceFirst("^https?://[^/]+", "");
    assertThat(admin.post(path, "").status()).isBetween(200, 399);
  }

  private List<String> commands(String domain) {
    return registrations.ledger(domain).stream().map(e -> e.get("command").asText()).toList();
  }

  private List<String> asked(String domain) {
    return registrations.requests("domain=" + domain).stream()
        .map(call -> call.get("command").asText())
        .toList();
  }

  /** The changes that gave the name a registrant. */
  private List<JsonNode> owners(String domain) {
    return registrations.ledger(domain).stream()
        .map(entry -> entry.get("parameters"))
        .filter(parameters -> parameters.has("OWNERCONTACT0"))
        .toList();
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

  private List<String> openFailures() {
    return engine
        .getExternalTaskService()
        .createExternalTaskQuery()
        .topicName("replace-contacts")
        .list()
        .stream()
        .map(task -> task.getErrorMessage())
        .filter(message -> message != null)
        .toList();
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
    return engine
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .processInstanceId(
            engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(TransferSetupProcess.KEY)
                .singleResult()
                .getId())
        .orderPartiallyByOccurrence()
        .asc()
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }
}
