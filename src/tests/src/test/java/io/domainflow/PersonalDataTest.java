package io.domainflow;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Marked values pass through every kind of order; then every place that must not contain them is
 * searched.
 */
@DomainflowTest
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTest {

  private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");
  private final JdbcClient jdbc;
  private final int port;
  private final Registrations registrations;
  private final Caller billing;
  private final Caller analyst;

  @Autowired
  PersonalDataTest(JdbcClient jdbc, @LocalServerPort int port) {
    this.jdbc = jdbc;
    this.port = port;
    this.registrations = new Registrations(port);
    this.billing = new Caller(port, "billing");
    this.analyst = new Caller(port, "analyst");
  }

  @Test
  void staysInTheOrdersOwnTables(CapturedOutput log) {
    String completed = place(freshName("com"), "");
    registrations.awaitStatus(completed, "COMPLETED");
    String withFields =
        place(freshName("fr"), ", \"additionalFields\": {\"X-FR-REGISTRANT-LEGAL-ID\": \"%s\"}");
    registrations.awaitStatus(withFields, "COMPLETED");
    String operatorsFields = place(freshName("fr"), "");
    String task =
        registrations
            .awaitWaitingFor(operatorsFields, "ADDITIONAL_FIELDS")
            .at("/waitingFor/taskId")
            .asText();
    registrations.submit(task, "{'frLegalId': {'value': '" + canary + "'}, 'nonsense': {}}");
    registrations.submit(
        task,
        "{'frProof': {'value': 'ORG1'}, 'frLegalId': {'value': '%s'}, 'note': {'value': '%s'}}"
            .formatted(canary, canary));
    registrations.submit(
        task, "{'frProof': {'value': 'ORG1'}, 'frLegalId': {'value': '%s'}}".formatted(canary));
    registrations.awaitStatus(operatorsFields, "COMPLETED");
    String refused = freshName("com");
    registrations.fault(
        "{'command': 'AddDomain', 'fault': 'CODE_541', 'times': 2, 'domain': '%s'}"
            .formatted(refused));
    String corrected = place(refused, "");
    String first =
        registrations
            .awaitWaitingFor(corrected, "REGISTRAR_REFUSED")
            .at("/waitingFor/taskId")
            .asText();
    registrations.submit(
        first,
        "{'decision': {'value': 'RETRY'}, 'registrantLastName': {'value': '%s'}}"
            .formatted(canary));
    String second =
        registrations
            .await(
                corrected,
                order ->
                    order.at("/waitingFor/code").asText().equals("REGISTRAR_REFUSED")
                        && !order.at("/waitingFor/taskId").asText().equals(first))
            .at("/waitingFor/taskId")
            .asText();
    assertThat(tablesWith(canary)).as("while an order waits").containsExactly("order_contact");
    registrations.submit(
        second,
        "{'decision': {'value': 'GIVE_UP'}, 'registrantCity': {'value': '%s'}}".formatted(canary));
    registrations.awaitStatus(corrected, "FAILED");
    billing.postExactly(
        "/api/v1/orders", order("bad", "www.example.com", "").replace("\"DE\"", "\"XX\""));
    billing.postExactly(
        "/engine-rest/process-definition/key/DomainRegistrationProcess/start",
        "{\"businessKey\":\"c-1\",\"variables\":{\"note\":{\"value\":\"" + canary + "\"}}}");

    assertThat(tablesWith(canary)).containsExactly("order_contact");
    assertThat(tablesWith("test.passw0rd")).isEmpty();
    assertThat(log.getAll()).doesNotContain(canary).doesNotContain("test.passw0rd");
    assertIsNowhereInTheEngine(canary);
    assertThat(registrations.get(completed).toString()).doesNotContain(canary);
  }

  @Test
  void isShownInTheFormButNotKeptInTheTask() {
    String reference =
        place(freshName("fr"), ", \"additionalFields\": {\"X-FR-REGISTRANT-LEGAL-FORM\": \"%s\"}");
    String task =
        registrations
            .awaitWaitingFor(reference, "ADDITIONAL_FIELDS")
            .at("/waitingFor/taskId")
            .asText();

    JsonNode shown =
        registrations.operator().get("/engine-rest/task/" + task + "/form-variables").body();

    assertThat(shown.toString()).contains(canary);
    assertThat(tablesWith(canary)).containsExactly("order_contact");
    assertThat(analyst.get("/engine-rest/task/" + task + "/form-variables").status())
        .isEqualTo(403);
    registrations.cancel(reference);
  }

  @Test
  void anAuthCodeIsStoredSealedAndDeletedWithItsTransfer(CapturedOutput log) {
    String wrong = "w" + canary;
    String right = "r" + canary;
    String domain = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': '%s'}".formatted(domain, right));
    String reference = registrations.placeTransfer(domain, ", 'authCode': '%s'".formatted(wrong));
    String task =
        registrations
            .awaitWaitingFor(reference, "AUTH_CODE_WRONG")
            .at("/waitingFor/taskId")
            .asText();
    assertThat(registrations.form(task).toString()).doesNotContain(canary);
    registrations.submit(
        task, "{'decision': {'value': 'RETRY'}, 'authCode': {'value': '%s'}}".formatted(right));
    JsonNode order = registrations.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    String overTheEngine = freshName("com");
    registrations.registry("{'domain': '%s', 'owner': 'OTHER_REGISTRAR'}".formatted(overTheEngine));
    Caller.Answer started =
        billing.post(
            "/engine-rest/process-definition/key/DomainTransferProcess/start",
            ("{'businessKey': '%s', 'variables': {'account': {'value': 'sandbox'},"
                    + " 'domain': {'value': '%s'}, 'authCode': {'value': '%s'}}}")
                .formatted(UUID.randomUUID(), overTheEngine, wrong));
    assertThat(started.status()).as(started.body().toString()).isEqualTo(200);
    assertThat(codes(order)).isOne();

    registrations.advance("P6D");
    registrations.awaitStatus(reference, "COMPLETED");

    assertThat(codes(order)).isZero();
    assertThat(tablesWith(canary)).isEmpty();
    assertThat(log.getAll()).doesNotContain(canary);
    assertThat(registrations.get(reference).toString()).doesNotContain(canary);
    assertIsNowhereInTheEngine(canary);
  }

  @Test
  void aRefusalThatRepeatsItIsStoredWithoutIt(CapturedOutput log) {
    String domain = freshName("de");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': 'c%s'}"
            .formatted(domain, canary));
    registrations.fault(
        "{'command': 'AddContact', 'fault': 'CODE_505', 'times': 1, 'description': 'nobody lives in %s Street'}"
            .formatted(canary));
    registrations.fault(
        "{'command': 'TransferDomain', 'fault': 'CODE_541', 'times': 1, 'description': 'not with c%s'}"
            .formatted(canary));
    String reference =
        registrations.placeTransfer(
            domain,
            (", 'authCode': 'c%s', 'registrant': {'firstName': 'Ada%s', 'lastName': 'Example', 'street':"
                    + " ['%s Street'], 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE', 'phone':"
                    + " '+49.301234567', 'email': '%s@example.net'}")
                .formatted(canary, canary, canary, canary));

    for (String words : List.of("nobody lives in …", "not with ***")) {
      JsonNode order =
          registrations.await(
              reference, now -> now.at("/waitingFor/what").asText().contains(words));
      assertThat(tablesWith(canary)).containsExactly("order_contact");
      assertIsNowhereInTheEngine(canary);
      registrations.decide(
          order.at("/waitingFor/taskId").asText(), words.startsWith("not") ? "GIVE_UP" : "RETRY");
    }

    JsonNode failed = registrations.awaitStatus(reference, "FAILED");
    assertThat(failed.at("/failure/message").asText()).contains("not with ***");
    assertThat(tablesWith(canary)).containsExactly("order_contact");
    assertThat(log.getAll()).doesNotContain(canary);
    assertIsNowhereInTheEngine(canary);
  }

  @Test
  void anAuthCodeThatWasIssuedIsNowhereButInItsAnswer(CapturedOutput log) {
    String domain = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'authCode': 'c%s'}".formatted(domain, canary));
    String reference = registrations.placePlain("AUTH_CODE", domain, "");
    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(order.toString()).doesNotContain(canary);

    Caller.Answer read = billing.post("/api/v1/orders/" + reference + "/auth-code", "");

    assertThat(read.body().get("authCode").asText()).isEqualTo("c" + canary);
    assertThat(registrations.timeline(reference)).contains("The auth code was read.");
    assertThat(registrations.timeline(reference).toString()).doesNotContain(canary);
    assertThat(registrations.mails(domain).toString()).doesNotContain(canary);
    assertThat(tablesWith(canary)).isEmpty();
    assertThat(log.getAll()).doesNotContain(canary);
    assertIsNowhereInTheEngine(canary);
  }

  @Test
  void bothRegistrantsAndTheirTextsStayInOurOwnTables(CapturedOutput log) {
    String asked = placeChange(ours(), ", 'registrantChangeMode': 'ASK'");
    submit(
        "operator",
        registrations.awaitWaitingFor(asked, "CHOICE"),
        "'decision': {'value': 'WAIT_WITHOUT_LOCK'}, 'optOutReference': {'value': '%s'},"
            + " 'optOutGivenAt': {'value': 'in %s'}");
    submit(
        "operator",
        registrations.awaitWaitingFor(asked, "CHOICE"),
        "'decision': {'value': 'WAIT_WITHOUT_LOCK'}, 'optOutReference': {'value': '%s'},"
            + " 'optOutGivenAt': {'value': '2026-01-02'}, 'nonsense': {'value': '%s'}");
    submit(
        "operator",
        registrations.awaitWaitingFor(asked, "CHOICE"),
        "'decision': {'value': 'WAIT_WITHOUT_LOCK'}, 'optOutReference': {'value': '%s'},"
            + " 'optOutGivenAt': {'value': '2026-01-02'}");
    submit(
        "approver",
        registrations.awaitWaitingFor(asked, "CONSENT"),
        "'decision': {'value': 'ASK_BACK'}, 'question': {'value': 'is it %s?'}");
    registrations.awaitWaitingFor(asked, "QUESTION");
    registrations.input(asked, "{'answer': 'yes, %s'}".formatted(canary));
    submit(
        "approver",
        registrations.awaitWaitingFor(asked, "CONSENT"),
        "'decision': {'value': 'APPROVE'}, 'evidenceReference': {'value': '%s'}");
    JsonNode waiting = registrations.awaitWaitingFor(asked, "CONFIRMATION");
    registrations.advance("P4D");
    submit(
        "operator2",
        registrations.awaitWaitingFor(asked, "CONFIRMATION"),
        "'decision': {'value': 'SWITCH_TO_AGENT'}, 'evidenceReference': {'value': '%s'}");
    registrations.awaitStatus(asked, "COMPLETED");

    String overTheEngine = startChange(ours(), "start", this::registrantAsJson);
    submit(
        "approver",
        registrations.awaitWaitingFor(overTheEngine, "CONSENT"),
        "'decision': {'value': 'REFUSE'}, 'reason': {'value': '%s says no'}");
    registrations.awaitStatus(overTheEngine, "FAILED");

    String refused = ours();
    registrations.fault(
        "{'command': 'CheckDomainTrade', 'fault': 'CODE_541', 'times': 1, 'domain': '%s'}"
            .formatted(refused));
    String withFormFields = startChange(refused, "start", this::registrantAsFields);
    submit(
        "operator",
        registrations.awaitWaitingFor(withFormFields, "REGISTRAR_REFUSED"),
        "'decision': {'value': 'RETRY'}, 'newLastName': {'value': 'New%s'}");
    registrations.awaitWaitingFor(withFormFields, "CONSENT");

    assertThat(waiting.toString()).doesNotContain(canary);
    assertThat(tablesWith(canary))
        .containsExactlyInAnyOrder(
            "consent_record",
            "order_contact",
            "order_event",
            "order_registrant_change",
            "provisioning_order");
    assertIsNowhereInTheEngine(canary);
    assertThat(log.getAll()).doesNotContain(canary);
  }

  @Test
  void anUpdateKeepsItsContactsInTheOrdersOwnTables(CapturedOutput log) {
    String domain = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D'}".formatted(domain));
    registrations.give(domain, "billing");
    String reference = "P-" + UUID.randomUUID();

    Caller.Answer started =
        billing.post(
            "/engine-rest/process-definition/key/DomainUpdateProcess/start",
            ("{'businessKey': '%s', 'variables': {'account': {'value': 'sandbox'},"
                    + " 'domain': {'value': '%s'}, 'contacts': {'type': 'Json', 'value': %s},"
                    + " 'registrantDetails': {'type': 'Json', 'value': %s}}}")
                .formatted(
                    reference,
                    domain,
                    asText("{'tech': " + registrant() + "}"),
                    asText("{'street': ['%s'], 'city': 'Bonn', 'postalCode': '53111'}")));

    assertThat(started.status()).as(started.body().toString()).isEqualTo(200);
    JsonNode updated = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(updated.at("/outcome/sections/contacts/state").asText()).isEqualTo("DONE");
    assertThat(updated.at("/outcome/sections/registrantDetails/state").asText()).isEqualTo("DONE");
    assertThat(updated.toString()).doesNotContain(canary);
    assertThat(tablesWith(canary)).containsExactly("order_contact");
    assertThat(log.getAll()).doesNotContain(canary);
    assertIsNowhereInTheEngine(canary);
  }

  private TextNode asText(String json) {
    return TextNode.valueOf(json.replace('\'', '"').replace("%s", canary));
  }

  private String ours() {
    String domain = freshName("com");
    registrations.registry(
        ("{'domain': '%s', 'owner': 'OURS', 'expires': 'P700D',"
                + " 'zone': {'registrantChangeBy': 'ICANN-TRADE'}, 'registrant': {'firstName': 'Old%s',"
                + " 'lastName': 'Holder', 'organization': '%s Inc', 'street': ['%s Street'],"
                + " 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE',"
                + " 'phone': '+49.301234567', 'email': '%s@example.org'}}")
            .formatted(domain, canary, canary, canary, canary));
    return domain;
  }

  private String placeChange(String domain, String more) {
    String reference = "P-" + UUID.randomUUID();
    Caller.Answer answer =
        billing.post(
            "/api/v1/orders",
            "{'reference': '%s', 'operation': 'CHANGE_REGISTRANT', 'account': 'sandbox', 'domain': '%s', 'acceptPrice': {'amount': '100.00', 'currency': 'EUR'}, 'registrant': %s%s}"
                .formatted(reference, domain, registrant(), more));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return reference;
  }

  /** Starts a change through Camunda's REST API. */
  private String startChange(String domain, String way, Supplier<String> registrant) {
    String reference = "P-" + UUID.randomUUID();
    Caller.Answer answer =
        billing.post(
            "/engine-rest/process-definition/key/ChangeOfRegistrantProcess/" + way,
            ("{'businessKey': '%s', 'variables': {'account': {'value': 'sandbox'},"
                    + " 'domain': {'value': '%s'},"
                    + " 'registrantChangeMode': {'value': 'WAIT_THEN_LOCK'}, %s}}")
                .formatted(reference, domain, registrant.get()));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return reference;
  }

  private String registrantAsJson() {
    return "'registrant': {'type': 'Json', 'value': %s}"
        .formatted(TextNode.valueOf(registrant().replace('\'', '"')));
  }

  private String registrantAsFields() {
    return "'newFirstName': {'value': 'Ada%s'}, 'newLastName': {'value': 'Example'},"
            .formatted(canary)
        + " 'newStreet': {'value': '%s Street'}, 'newCity': {'value': 'Berlin'},".formatted(canary)
        + " 'newPostalCode': {'value': '10115'}, 'newCountry': {'value': 'DE'},"
        + " 'newPhone': {'value': '+49.301234567'}, 'newEmail': {'value': '%s@example.net'}"
            .formatted(canary);
  }

  private String registrant() {
    return "{'firstName': 'Ada%s', 'lastName': 'Example', 'street': ['%s Street'], 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE', 'phone': '+49.301234567', 'email': '%s@example.net'}"
        .replace("%s", canary);
  }

  private void submit(String login, JsonNode order, String variables) {
    String task = "/engine-rest/task/" + order.at("/waitingFor/taskId").asText();
    Caller person = new Caller(port, login);
    person.post(task + "/claim", "{'userId': '%s'}".formatted(login));
    person.post(
        task + "/submit-form", "{'variables': {%s}}".formatted(variables.replace("%s", canary)));
  }

  private void assertIsNowhereInTheEngine(String text) {
    for (String path :
        List.of(
            "/engine-rest/history/variable-instance",
            "/engine-rest/history/detail",
            "/engine-rest/history/decision-instance?includeInputs=true&includeOutputs=true",
            "/engine-rest/history/incident",
            "/engine-rest/variable-instance",
            "/engine-rest/incident")) {
      assertThat(analyst.get(path).response().body()).as(path).doesNotContain(text);
    }
  }

  private int codes(JsonNode order) {
    return jdbc.sql("select count(*) from order_auth_code where order_id = :id")
        .param("id", UUID.fromString(order.get("id").asText()))
        .query(Integer.class)
        .single();
  }

  private String place(String domain, String more) {
    String reference = "P-" + UUID.randomUUID();
    Caller.Answer answer =
        billing.postExactly("/api/v1/orders", order(reference, domain, more.replace("%s", canary)));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return reference;
  }

  private String order(String reference, String domain, String more) {
    return Registrations.order(reference, domain, more)
        .replace("\"Ada\"", "\"Ada" + canary + "\"")
        .replace("\"Main Street 1\"", "\"" + canary + " Street\"")
        .replace("ada@", canary + "@")
        .replace("\"city\"", "\"organization\": \"" + canary + " Inc\", \"city\"");
  }

  private List<String> tablesWith(String text) {
    return StoredText.tablesWith(text, jdbc);
  }
}
