package io.domainflow.process.transfersetup;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.process.CallersTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contacts of an arrived name are set only where intended, and once. */
@CallersTest
class TransferSetupContactsTest {

  /** A registrant without a name: somebody has to be asked, but nobody is known. */
  private static final String NAMELESS = "{'email': 'prior@example.org'}";

  private final ProcessEngine engine;
  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final Caller admin;
  private final ArrivedNames names;

  @Autowired
  TransferSetupContactsTest(ProcessEngine engine, JdbcClient jdbc, @LocalServerPort int port) {
    this.engine = engine;
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

  @BothReadings
  void saysThatANameWasLeftWithoutContacts(String profile) {
    registrations.profile(profile);
    String domain = names.arrived("'registrant': null");
    String reference = names.place(domain, null, null);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");

    registrations.decide(ArrivedNames.task(waiting), "LEAVE_AS_IS");

    assertThat(registrations.awaitStatus(reference, "COMPLETED").at("/outcome/remark").asText())
        .isEqualTo(
            "Left as it is: it came without usable contacts, and the order has no registrant that"
                + " it could get.");
  }

  @BothReadings
  void setsContactsOnlyWhenAnOperatorStartsTheChange(String profile) {
    registrations.profile(profile);
    String domain = names.arrived("'registrant': null");
    String reference = names.place(domain, ArrivedNames.NAMESERVERS, ArrivedNames.ADA);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("without usable contacts", "starts a change of registrant");
    String task = ArrivedNames.task(waiting);
    assertThat(names.fact(task, "contactsText")).contains("starts a change of registrant");
    assertThat(names.fact(task, "settingsText")).isEmpty();
    assertThat(names.fact(task, "changePossible")).isEqualTo("true");
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
    assertThat(names.asked(domain))
        .as("looked for a change of registrant")
        .contains("StatusDomainTrade");
    assertThat(names.passed(reference))
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

  /** Some registries refuse contacts without the fields that they require of a registrant. */
  @Test
  void bringsTheOrdersAdditionalFieldsWithTheContacts() {
    String domain = freshName("ca");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'registrant': null}".formatted(domain));
    String reference =
        names.place(
            ArrivedNames.order(domain, null, ArrivedNames.ADA)
                .putValue("additionalFields", "{\"X-CA-LEGALTYPE\": \"CCT\"}"));

    registrations.decide(
        ArrivedNames.task(registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER")),
        "START_CHANGE");

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).hasSize(1);
    assertThat(owners(domain).get(0).get("X-CA-LEGALTYPE").asText()).isEqualTo("CCT");
  }

  @Test
  void startsNoChangeWithoutARegistrantInTheOrder() {
    String domain = names.arrived("'registrant': null");
    String reference = names.place(domain, null, null);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("has no registrant");
    String task = ArrivedNames.task(waiting);
    assertThat(names.fact(task, "changePossible")).isEqualTo("false");

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
  void neverChangesContactsThatCameWithTheName() {
    String domain = names.arrived("'transferLock': false");
    String modifyFails =
        "{'command': 'ModifyDomain', 'fault': 'CODE_541', 'times': 2, 'domain': '%s'}"
            .formatted(domain);
    registrations.fault(modifyFails);
    String reference = names.place(domain, null, ArrivedNames.ADA);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "SETUP_AFTER_TRANSFER");

    Answer refused = registrations.decide(ArrivedNames.task(waiting), "START_CHANGE");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("message").asText()).contains("never replaces them");
    registrations.noFaults();
    registrations.decide(ArrivedNames.task(waiting), "RETRY");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).isEmpty();
    assertThat(names.commands(domain)).doesNotContain("AddContact");
  }

  /** The last check is right before the command, not when the task was created. */
  @Test
  void keepsContactsThatChangedBetweenDecisionAndCommand() {
    String domain = names.arrived("'registrant': null");
    String reference = names.place(domain, null, ArrivedNames.ADA);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    registrations.registry("{'domain': '%s', 'owner': 'OURS'}".formatted(domain));

    registrations.decide(ArrivedNames.task(waiting), "START_CHANGE");

    JsonNode other = registrations.awaitWaitingFor(reference, "SETUP_AFTER_TRANSFER");
    assertThat(names.passed(reference)).contains("Task_ReplaceContacts");
    registrations.decide(ArrivedNames.task(other), "RETRY");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).isEmpty();
  }

  @BothReadings
  void noticesAChangeOfRegistrantThatNobodyMeant(String profile) {
    registrations.profile(profile);
    registrations.account("{'login': 'test.user', 'modifyDomainFallback': true}");
    String domain = names.arrived("'registrant': " + NAMELESS);
    String reference = names.place(domain, null, ArrivedNames.ADA);
    JsonNode contacts = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    Instant before = Instant.parse(registrations.now());

    registrations.decide(ArrivedNames.task(contacts), "START_CHANGE");

    JsonNode waiting = registrations.awaitWaitingFor(reference, "UNINTENDED_TRADE");
    Instant until = Instant.parse(waiting.at("/waitingFor/until").asText());
    assertThat(Duration.between(before, until))
        .isBetween(days(14).minusMinutes(1), days(14).plusMinutes(1));
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains(
            "prior registrant has to confirm",
            "until " + until.atOffset(ZoneOffset.UTC).toLocalDate());
    String task = ArrivedNames.task(waiting);
    assertThat(names.fact(task, "tradeText")).contains("prior registrant has to confirm");
    assertThat(names.fact(task, "changePossible")).isEqualTo("false");
    Answer again = registrations.decide(task, "START_CHANGE");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body().get("message").asText()).contains("under way already");

    registrations.decide(task, "RETRY");
    JsonNode still =
        registrations.await(
            reference,
            order -> isAt(order, "UNINTENDED_TRADE") && !ArrivedNames.task(order).equals(task));
    registrations.advance("P4D");
    confirm(domain);
    registrations.decide(ArrivedNames.task(still), "RETRY");

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).as("contacts sent").hasSize(1);
  }

  @BothReadings
  void sendsContactsOnceThoughTheirChangeLapsed(String profile) {
    registrations.profile(profile);
    registrations.account("{'login': 'test.user', 'modifyDomainFallback': true}");
    String domain = names.arrived("'registrant': " + NAMELESS);
    String reference = names.place(domain, null, ArrivedNames.ADA);
    registrations.decide(
        ArrivedNames.task(registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER")),
        "START_CHANGE");
    JsonNode waiting = registrations.awaitWaitingFor(reference, "UNINTENDED_TRADE");

    registrations.advance("P15D");
    registrations.decide(ArrivedNames.task(waiting), "RETRY");

    JsonNode lapsed = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    assertThat(lapsed.at("/waitingFor/what").asText()).contains("do not show");
    Answer again = registrations.decide(ArrivedNames.task(lapsed), "START_CHANGE");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body().get("message").asText()).contains("not sent twice");
    registrations.decide(ArrivedNames.task(lapsed), "LEAVE_AS_IS");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"A, 543", "B, 506"})
  void saysWhyTheRegistrarRefusesContacts(String profile, int code) {
    registrations.profile(profile);
    String domain = names.arrived("'registrant': " + NAMELESS);
    String reference = names.place(domain, null, ArrivedNames.ADA);
    registrations.decide(
        ArrivedNames.task(registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER")),
        "START_CHANGE");

    JsonNode waiting =
        registrations.await(
            reference, order -> order.at("/waitingFor/what").asText().contains("OWNERCONTACT0"));

    assertThat(waiting.at("/waitingFor/code").asText()).isEqualTo("CONTACTS_AFTER_TRANSFER");
    assertThat(registrations.requests("domain=" + domain))
        .filteredOn(call -> call.get("command").asText().equals("ModifyDomain"))
        .extracting(call -> call.get("code").asInt())
        .contains(code);
    assertThat(names.passed(reference)).contains("BoundaryEvent_ContactsRefused");
    registrations.decide(ArrivedNames.task(waiting), "LEAVE_AS_IS");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).isEmpty();
  }

  @Test
  void saysWhyTheRegistrarRefusesTheDataOfAContact() {
    String domain = names.arrived("'registrant': null");
    String reference =
        names.place(domain, null, ArrivedNames.ADA.replace("Ada", "Refused" + UUID.randomUUID()));
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    registrations.fault(
        "{'command': 'AddContact', 'fault': 'CODE_505', 'times': 1, 'description': 'no such city'}");

    registrations.decide(ArrivedNames.task(waiting), "START_CHANGE");

    JsonNode refused =
        registrations.await(
            reference, order -> order.at("/waitingFor/what").asText().contains("no such city"));
    assertThat(names.passed(reference))
        .contains("BoundaryEvent_ContactDataRefused")
        .doesNotContain("Task_ReplaceContacts");
    registrations.decide(ArrivedNames.task(refused), "START_CHANGE");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).hasSize(1);
  }

  /** As after a crash: the registrar has set the contacts, and nothing is stored. */
  @BothReadings
  void looksInsteadOfSendingContactsAgainWhenTheirAnswerWasNotStored(String profile) {
    registrations.profile(profile);
    String domain = names.arrived("'registrant': null, 'transferLock': true");
    String reference = names.place(domain, null, ArrivedNames.ADA);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    jdbc.sql(
            "alter table order_transfer_setup add constraint lost check"
                + " (contacts_replaced_at is null) not valid")
        .update();
    try {
      registrations.decide(ArrivedNames.task(waiting), "START_CHANGE");
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
    String domain = names.arrived("'registrant': null");
    String reference = names.place(domain, null, ArrivedNames.ADA);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    registrations.fault(
        "{'command': 'ModifyDomain', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(fault, domain));

    registrations.decide(ArrivedNames.task(waiting), "START_CHANGE");
    registrations.awaitWaitingFor(reference, "OUTCOME_UNKNOWN");
    registrations.advance("PT1H");

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(owners(domain)).hasSize(1);
  }

  /** Otherwise the order would say that nothing was done, although there may be a registrant. */
  @Test
  void cannotBeCancelledWhileItIsUnknownWhetherContactsAreSet() {
    String domain = names.arrived("'registrant': null");
    String reference = names.place(domain, null, ArrivedNames.ADA);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CONTACTS_AFTER_TRANSFER");
    assertThat(registrations.cancelAction(reference).get("text").asText())
        .contains("The name stays in the account");
    registrations.fault(
        "{'command': 'ModifyDomain', 'fault': 'TIMEOUT_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    registrations.decide(ArrivedNames.task(waiting), "START_CHANGE");
    registrations.awaitWaitingFor(reference, "OUTCOME_UNKNOWN");

    assertThat(registrations.cancel(reference).status()).isEqualTo(409);
    assertThat(registrations.cancelAction(reference).get("possible").asBoolean()).isFalse();

    registrations.advance("PT1H");
    registrations.awaitStatus(reference, "COMPLETED");
  }

  private static boolean isAt(JsonNode order, String code) {
    return order.at("/waitingFor/code").asText().equals(code);
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

  /** The changes that gave the name a registrant. */
  private List<JsonNode> owners(String domain) {
    return registrations.ledger(domain).stream()
        .map(entry -> entry.get("parameters"))
        .filter(parameters -> parameters.has("OWNERCONTACT0"))
        .toList();
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
}
