package io.domainflow.process.registration;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An operator or the caller corrects refused values before any money is spent. */
@DomainflowTest
class CorrectionTest {

  private final Registrations registrations;
  private final HistoryService history;

  @Autowired
  CorrectionTest(@LocalServerPort int port, HistoryService history) {
    this.registrations = new Registrations(port);
    this.history = history;
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.noFaults();
    registrations.profile("A");
  }

  @BothReadings
  void letsAnOperatorCorrectAnUnknownNameServer(String profile) {
    registrations.profile(profile);
    String domain = freshName("com");
    String reference = placeWithUnknownHost(domain);

    JsonNode waiting = registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(waiting.at("/waitingFor/what").asText()).contains(refusedWords());
    assertThat(waiting.get("charged").asText()).isEqualTo("NO");
    JsonNode form = registrations.form(task(waiting));
    assertThat(form.at("/refusal/value").asText()).contains(refusedWords());
    assertThat(form.at("/refusalMeaning/value").asText())
        .isEqualTo(
            registrations.atCnr()
                ? "it does not accept a value."
                : "it does not accept a value: name servers.");
    assertThat(form.at("/correctNameservers/value").asBoolean()).isTrue();
    assertThat(form.at("/correctRegistrant/value").asBoolean())
        .as("whatever may be wrong can be corrected")
        .isEqualTo(registrations.atCnr());
    assertThat(form.at("/nameservers/value").asText())
        .isEqualTo("ns1.unknown.example, ns2.example.net");

    Answer wrong = registrations.submit(task(waiting), retry("nameservers", "not a host"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body().get("message").asText()).contains("Name server 1 is not a valid");

    registrations.submit(task(waiting), retry("nameservers", "ns1.example.net, ns2.example.net"));

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(registrations.ledger(domain))
        .filteredOn(entry -> entry.get("command").asText().equals("AddDomain"))
        .singleElement()
        .satisfies(
            bought ->
                assertThat(bought.at("/parameters/NAMESERVER0").asText())
                    .isEqualTo("ns1.example.net"));
  }

  @BothReadings
  void takesACorrectionOfTheCaller(String profile) {
    registrations.profile(profile);
    String domain = freshName("com");
    String reference = placeWithUnknownHost(domain);
    registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    assertThat(registrations.input(reference, "{}").status()).isEqualTo(400);
    Answer unknown = registrations.input(reference, "{'domain': 'other.com'}");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.body().at("/errors/0/code").asText()).isEqualTo("UNKNOWN_MEMBER");
    Answer wrong = registrations.input(reference, "{'nameservers': ['not a host']}");
    assertThat(wrong.status()).isEqualTo(400);
    Answer right =
        registrations.input(reference, "{'nameservers': ['ns3.example.net', 'ns4.example.net']}");
    assertThat(right.status()).as(right.body().toString()).isEqualTo(200);

    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void triesAgainUnchangedWhenTheCauseWasFixedElsewhere() {
    String domain = freshName("com");
    refuse(domain, "AddDomain", "OWNERCONTACT0EMAIL cannot be reached");
    String reference = registrations.place(domain);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("registrant");

    registrations.decide(task(waiting), "RETRY");

    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  @OnlyAtIspapi("additional fields are not sent there yet")
  void doesNotTryAgainWithoutWhatTheRegistrarMisses() {
    String domain = freshName("lv");
    registrations.fault(
        ("{'command': 'AddDomain', 'fault': 'CODE_504', 'times': 1, 'domain': '%s',"
                + " 'description': 'X-IDNUMBER'}")
            .formatted(domain));
    String reference = registrations.place(domain);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    Answer unchanged = registrations.decide(task(waiting), "RETRY");

    assertThat(unchanged.status()).isEqualTo(400);
    assertThat(unchanged.body().get("message").asText())
        .contains("The registrar misses «", "Nothing was sent.");
    registrations.submit(task(waiting), retry("lvIdNumber", "40003032949"));
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(bought(domain).at("/parameters/X-IDNUMBER").asText()).isNotEmpty();
  }

  @Test
  void correctsTheRegistrantWithoutLeavingPersonalDataBehind() {
    String domain = freshName("com");
    refuse(domain, "AddDomain", "OWNERCONTACT0LASTNAME");
    String reference = registrations.place(domain);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(registrations.form(task(waiting)).at("/registrantLastName/value").asText())
        .isEqualTo("Example");

    Answer noCountry = registrations.submit(task(waiting), retry("registrantCountry", "XX"));
    assertThat(noCountry.body().get("message").asText()).contains("Registrant: country");
    registrations.submit(task(waiting), retry("registrantLastName", "Lovelace-Canary"));

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    JsonNode bought = bought(domain);
    assertThat(registrations.contacts())
        .filteredOn(contact -> contact.get("handle").equals(bought.at("/parameters/OWNERCONTACT0")))
        .singleElement()
        .satisfies(
            contact ->
                assertThat(contact.at("/fields/LASTNAME").asText()).isEqualTo("Lovelace-Canary"));
    assertThat(bought.at("/parameters/ADMINCONTACT0").asText())
        .isEqualTo(bought.at("/parameters/OWNERCONTACT0").asText());
    assertThat(
            history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(order.get("processInstanceId").asText())
                .list())
        .noneMatch(variable -> String.valueOf(variable.getValue()).contains("Canary"))
        .noneMatch(variable -> variable.getName().startsWith("registrant"));
  }

  /** CentralNic Reseller does not say which value it refuses. */
  private String refusedWords() {
    return registrations.atCnr() ? "Invalid attribute value" : "NAMESERVER0";
  }

  @Test
  @OnlyAtIspapi("additional fields are not sent there yet")
  void correctsAdditionalFieldsInTheFieldsOfTheTld() {
    String domain = freshName("ca");
    refuse(domain, "AddDomain", "X-CA-LEGALTYPE");
    String reference =
        registrations.place(domain, ", 'additionalFields': {'X-CA-LEGALTYPE': 'CCT'}");
    JsonNode waiting = registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    JsonNode form = registrations.form(task(waiting));
    assertThat(form.at("/correctAdditionalFields/value").asBoolean()).isTrue();
    assertThat(form.at("/caLegalType/value").asText()).isEqualTo("CCT");
    assertThat(form.at("/refusalMeaning/value").asText()).contains("Legal type");
    assertThat(deployedForm(waiting).toString())
        .contains("caLegalType", "correctAdditionalFields", "RETRY");

    Answer wrong = registrations.submit(task(waiting), retry("caLegalType", "XXX"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body().get("message").asText()).contains("Legal type of the registrant");
    registrations.submit(task(waiting), retry("caLegalType", "RES"));

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(bought(domain).at("/parameters/X-CA-LEGALTYPE").asText()).isEqualTo("RES");
  }

  @Test
  void endsWithTheRegistrarsWordsWhenAnOperatorGivesUp() {
    String domain = freshName("com");
    String reference = placeWithUnknownHost(domain);

    registrations.decide(
        task(registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED")), "GIVE_UP");

    JsonNode order = registrations.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("REGISTRAR_REFUSED");
    assertThat(order.at("/failure/registrarCode").asInt()).isEqualTo(541);
    assertThat(order.at("/failure/message").asText())
        .contains(refusedWords(), "Nothing was bought");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
  }

  @Test
  void correctsAContactThatTheRegistrarDoesNotTake() {
    String domain = freshName("com");
    refuse(domain, "AddContact", "EMAIL");
    String reference = registrations.place(domain);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(registrations.form(task(waiting)).at("/correctRegistrant/value").asBoolean())
        .isTrue();

    registrations.submit(task(waiting), retry("registrantEmail", "lovelace@example.net"));

    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void correctsTheDataOfAContactBesideTheRegistrant() {
    String domain = freshName("com");
    refuse(domain, "AddDomain", "TECHCONTACT0ZIP");
    String reference =
        registrations.place(
            domain,
            ", 'tech': {'firstName': 'Tom', 'lastName': 'Tech', 'street': ['Side Street 2'],"
                + " 'city': 'Bonn', 'postalCode': '1', 'country': 'DE', 'phone': '+49.2281234567',"
                + " 'email': 'tom@example.net'}");
    JsonNode waiting = registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    JsonNode form = registrations.form(task(waiting));
    assertThat(form.at("/correctTech/value").asBoolean()).isTrue();
    assertThat(form.at("/techGiven/value").asBoolean()).isTrue();
    assertThat(form.at("/techCity/value").asText()).isEqualTo("Bonn");
    assertThat(form.at("/adminGiven/value").asBoolean()).isFalse();

    registrations.submit(task(waiting), retry("techPostalCode", "53111"));

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(registrations.contacts())
        .filteredOn(
            contact -> contact.get("handle").equals(bought(domain).at("/parameters/TECHCONTACT0")))
        .singleElement()
        .satisfies(
            contact -> {
              assertThat(contact.at("/fields/ZIP").asText()).isEqualTo("53111");
              assertThat(contact.at("/fields/CITY").asText()).isEqualTo("Bonn");
            });
  }

  @Test
  void takesTheHandlesThatAnOperatorEnters() {
    String other = freshName("com");
    registrations.awaitStatus(
        registrations.placeChanged(other, "", order -> order.replace("Example", "Hopper")),
        "COMPLETED");
    String handle = bought(other).at("/parameters/OWNERCONTACT0").asText();
    String domain = freshName("com");
    refuse(domain, "AddDomain", "ADMINCONTACT0 TECHCONTACT0 BILLINGCONTACT0");
    String reference = registrations.place(domain);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    Answer corrected =
        registrations.submit(
            task(waiting),
            ("{'decision': {'value': 'RETRY', 'type': 'String'},"
                    + " 'adminHandle': {'value': '%1$s', 'type': 'String'},"
                    + " 'techHandle': {'value': '%1$s', 'type': 'String'},"
                    + " 'billingHandle': {'value': '%1$s', 'type': 'String'}}")
                .formatted(handle));

    assertThat(corrected.status()).isEqualTo(204);
    registrations.awaitStatus(reference, "COMPLETED");
    JsonNode bought = bought(domain).get("parameters");
    assertThat(bought.get("OWNERCONTACT0").asText()).isNotEqualTo(handle);
    for (String role : List.of("ADMIN", "TECH", "BILLING")) {
      assertThat(bought.get(role + "CONTACT0").asText()).as(role).isEqualTo(handle);
    }
  }

  @Test
  void saysWhyNothingCanBeGiven() {
    String reference = registrations.place(freshName("com"));
    registrations.awaitStatus(reference, "COMPLETED");

    Answer answer = registrations.input(reference, "{'nameservers': []}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().get("type").asText()).endsWith("input-refused");
    assertThat(answer.body().get("detail").asText()).contains("has ended");
  }

  @Test
  @OnlyAtIspapi("additional fields are not sent there yet")
  void takesMissingAdditionalFieldsOfTheCaller() {
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");

    Answer nothing = registrations.input(reference, "{'additionalFields': {}}");
    Answer wrong =
        registrations.input(reference, "{'additionalFields': {'X-CA-LEGALTYPE': 'XXX'}}");
    assertThat(nothing.status()).isEqualTo(400);
    assertThat(nothing.body().at("/errors/0/field").asText())
        .isEqualTo("additionalFields.X-CA-LEGALTYPE");
    assertThat(wrong.status()).isEqualTo(400);

    registrations.input(reference, "{'additionalFields': {'X-CA-LEGALTYPE': 'CCT'}}");

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(bought(domain).at("/parameters/X-CA-LEGALTYPE").asText()).isEqualTo("CCT");
  }

  private String placeWithUnknownHost(String domain) {
    return registrations.placeChanged(
        domain, "", order -> order.replace("ns1.example.net", "ns1.unknown.example"));
  }

  private JsonNode deployedForm(JsonNode order) {
    return registrations
        .operator()
        .get("/engine-rest/task/" + task(order) + "/deployed-form")
        .body();
  }

  private JsonNode bought(String domain) {
    return registrations.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().equals("AddDomain"))
        .findFirst()
        .orElseThrow();
  }

  private void refuse(String domain, String command, String description) {
    registrations.fault(
        ("{'command': '%s', 'fault': 'CODE_541', 'times': 1, 'domain': '%s',"
                + " 'description': '%s'}")
            .formatted(command, command.equals("AddContact") ? "*" : domain, description));
  }

  private static String retry(String key, String value) {
    return ("{'decision': {'value': 'RETRY', 'type': 'String'},"
            + " '%s': {'value': '%s', 'type': 'String'}}")
        .formatted(key, value);
  }

  private static String task(JsonNode order) {
    return order.at("/waitingFor/taskId").asText();
  }
}
