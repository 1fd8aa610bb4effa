package io.domainflow.process.registration;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The stories of DomainRegistrationProcess.bpmn, from the viewpoint of callers and operators. Those
 * of additional fields are in {@link RegistrationFieldsTest}.
 */
@DomainflowTest
class DomainRegistrationProcessTest {

  private final ProcessEngine engine;
  private final Registrations registrations;
  private final RegistrationInstances instances;

  @Autowired
  DomainRegistrationProcessTest(ProcessEngine engine, @LocalServerPort int port) {
    this.engine = engine;
    this.registrations = new Registrations(port);
    this.instances = new RegistrationInstances(engine);
  }

  @BeforeEach
  void assertOnThisEngine() {
    ProcessEngineTests.init(engine);
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.noFaults();
    registrations.profile("A");
  }

  @BothReadings(alwaysBoth = true)
  void registersAFreeName(String profile) {
    registrations.profile(profile);
    String domain = freshName("com");

    String reference = registrations.place(domain);

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("REGISTERED");
    assertThat(order.at("/outcome/renewalMode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(order.at("/outcome/expiresAt").asText()).isNotEmpty();
    assertThat(order.get("charged").asText()).isEqualTo("YES");
    assertThat(order.get("failure").isNull()).isTrue();
    assertThat(order.get("ordered"))
        .hasToString(
            "{\"period\":\"1Y\",\"expires\":null,"
                + "\"nameservers\":[\"ns1.example.net\",\"ns2.example.net\"],"
                + "\"transferLock\":true,\"renewalMode\":\"AUTOEXPIRE\",\"privacy\":false,"
                + "\"idnLanguage\":null,\"hold\":null,\"additionalFields\":[],"
                + "\"acceptPrice\":null,\"registrarDns\":null,\"sections\":null,\"reverts\":null,"
                + "\"unlock\":null,\"deliver\":null,\"target\":null}");
    List<JsonNode> ledger = registrations.ledger(domain);
    assertThat(registrations.bought(domain)).hasSize(1);
    assertThat(ledger.get(0).get("command").asText()).isEqualTo("AddDomain");
    // CentralNic Reseller accepts no mode with the purchase: it is set afterwards.
    assertThat(ledger.get(ledger.size() - 1).at("/parameters/RENEWALMODE").asText())
        .isEqualTo("AUTOEXPIRE");
    assertThat(ledger.get(0).at("/parameters/TRANSFERLOCK").asText()).isEqualTo("1");
    assertThat(instances.passed(order))
        .containsSubsequence(
            "StartEvent_OrderReceived",
            "Task_CheckAvailability",
            "Task_RegisterDomain",
            "Task_ReadBackDomain",
            "EndEvent_DomainRegistered")
        .doesNotContain("Task_CollectAdditionalFields", "Task_AwaitRegistration");
  }

  @BothReadings
  void registersAnInternationalizedName(String profile) {
    registrations.profile(profile);
    String domain = "müller-" + freshName("com");

    JsonNode order = registrations.awaitStatus(registrations.place(domain), "COMPLETED");

    assertThat(order.get("domainUnicode").asText()).isEqualTo(domain);
    assertThat(order.get("domain").asText()).startsWith("xn--");
    assertThat(registrations.bought(order.get("domain").asText())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"owner\": \"OTHER_REGISTRAR\"}',                                NAME_TAKEN",
    "'{\"owner\": \"OTHER_ACCOUNT\"}',                                  NAME_TAKEN",
    "'{\"owner\": \"OURS\"}',                                           NAME_TAKEN",
  })
  void buysNothingThatIsTaken(String state, String reason) {
    String domain = freshName("com");
    registrations.registry(state.replaceFirst("\\{", "{'domain': '" + domain + "', "));

    JsonNode order = registrations.awaitStatus(registrations.place(domain), "FAILED");

    assertThat(order.at("/failure/reason").asText()).isEqualTo(reason);
    assertThat(order.at("/failure/message").asText())
        .contains(domain)
        .contains("othing was bought");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(registrations.ledger(domain)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CODE_540, NAME_TAKEN, EndEvent_NameTakenMeanwhile",
    "CODE_554, NAME_TAKEN, EndEvent_NameTakenMeanwhile",
  })
  void endsWithTheRegistrarsReason(String fault, String reason, String end) {
    String domain = freshName("com");
    registrations.fault(
        ("{'command': 'AddDomain', 'fault': '%s', 'times': 1, 'domain': '%s',"
                + " 'description': 'the registry says so'}")
            .formatted(fault, domain));

    JsonNode order = registrations.awaitStatus(registrations.place(domain), "FAILED");

    assertThat(order.at("/failure/reason").asText()).isEqualTo(reason);
    assertThat(order.at("/failure/registrarCode").asInt())
        .isEqualTo(Integer.parseInt(fault.substring(5)));
    assertThat(order.at("/failure/message").asText()).contains("Nothing was bought");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(instances.passed(order)).contains(end);
  }

  @BothReadings
  void waitsForARegistryThatDecidesDaysLater(String profile) {
    registrations.profile(profile);
    String domain = pendingName("P2D", "SUCCESSFUL");

    String reference = registrations.place(domain);

    JsonNode waiting = registrations.awaitWaitingFor(reference, "REGISTRATION_PENDING");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("REGISTRAR");
    assertThat(waiting.get("charged").asText()).isEqualTo("YES");
    assertThat(instances.instance(waiting)).isWaitingAt("Task_AwaitRegistration");

    registrations.advance("P2DT2H");

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("REGISTERED");
    assertThat(instances.passed(order))
        .contains("BoundaryEvent_TimeToLook", "EndEvent_RegistrationDecided");
    assertThat(registrations.bought(domain)).hasSize(1);
  }

  @BothReadings
  void endsWhenTheRegistryRejectsDaysLater(String profile) {
    registrations.profile(profile);
    String domain = pendingName("P2D", "FAILED");
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "REGISTRATION_PENDING");

    registrations.advance("P2DT2H");

    JsonNode order = registrations.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("REGISTRY_REJECTED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(instances.passed(order)).contains("EndEvent_RegistrationRejected");
  }

  @Test
  void letsAnOperatorKeepWaitingForAnOverdueRegistry() {
    String domain = pendingName("P8D", "SUCCESSFUL");
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "REGISTRATION_PENDING");

    registrations.advance("P4D");

    JsonNode overdue = registrations.awaitWaitingFor(reference, "REGISTRATION_OVERDUE");
    assertThat(overdue.at("/waitingFor/who").asText()).isEqualTo("OPERATOR");
    String task = overdue.at("/waitingFor/taskId").asText();
    Answer nonsense = registrations.decide(task, "BUY_AGAIN");
    assertThat(nonsense.status()).isEqualTo(400);
    assertThat(nonsense.body().get("message").asText()).contains("KEEP_WAITING, GIVE_UP");
    assertThat(registrations.decide(task, "KEEP_WAITING").status()).isEqualTo(204);
    JsonNode keptWaiting = registrations.awaitWaitingFor(reference, "REGISTRATION_PENDING");
    assertThat(Instant.parse(keptWaiting.at("/waitingFor/until").asText()))
        .isAfter(Instant.parse(keptWaiting.get("updatedAt").asText()));

    registrations.advance("P3DT1H");
    String again =
        registrations
            .awaitWaitingFor(reference, "REGISTRATION_OVERDUE")
            .at("/waitingFor/taskId")
            .asText();
    assertThat(again).isNotEqualTo(task);

    registrations.advance("P2D");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(engine.getTaskService().createTaskQuery().taskId(again).count()).isZero();
  }

  @Test
  void letsAnOperatorGiveUpAnOverdueRegistry() {
    String reference = registrations.place(pendingName("P30D", "SUCCESSFUL"));
    registrations.awaitWaitingFor(reference, "REGISTRATION_PENDING");
    registrations.advance("P4D");
    String task =
        registrations
            .awaitWaitingFor(reference, "REGISTRATION_OVERDUE")
            .at("/waitingFor/taskId")
            .asText();

    registrations.decide(task, "GIVE_UP");

    JsonNode order = registrations.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("GIVEN_UP");
    assertThat(order.at("/failure/message").asText()).contains("may still");
    assertThat(order.get("charged").asText()).isEqualTo("YES");
  }

  @Test
  void showsAnOperatorWhatIsNotAsOrdered() {
    String domain = pendingName("P1D", "SUCCESSFUL");
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "REGISTRATION_PENDING");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'transferLock': false, 'age': 'P0D'}".formatted(domain));

    registrations.advance("PT2H");

    JsonNode waiting = registrations.awaitWaitingFor(reference, "REGISTERED_DIFFERENTLY");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("transfer lock", "registrant");
    String task = waiting.at("/waitingFor/taskId").asText();
    assertThat(registrations.form(task).at("/differences/value").asText().lines())
        .as("one line each")
        .allMatch(line -> line.startsWith("- "))
        .anyMatch(line -> line.startsWith("- Transfer lock: "))
        .anyMatch(line -> line.startsWith("- Registrant: "));
    registrations.decide(task, "RECHECK");
    String again =
        registrations
            .awaitWaitingFor(reference, "REGISTERED_DIFFERENTLY")
            .at("/waitingFor/taskId")
            .asText();
    assertThat(registrations.cancel(reference).status()).isEqualTo(409);
    registrations.decide(again, "ACCEPT");

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(instances.passed(order))
        .contains("Gateway_DifferenceAccepted", "EndEvent_DomainRegistered");
  }

  @Test
  @OnlyAtIspapi("additional fields are not sent there yet")
  void canBeCancelledFromEveryWaitBeforeItIsSent() {
    String fields = registrations.place(freshName("ca"));
    registrations.awaitWaitingFor(fields, "ADDITIONAL_FIELDS");
    String overdue = registrations.place(pendingName("P30D", "SUCCESSFUL"));
    registrations.awaitWaitingFor(overdue, "REGISTRATION_PENDING");
    String unreachable = freshName("com");
    registrations.fault(
        "{'command': 'CheckDomains', 'fault': 'REFUSE', 'times': 1000, 'domain': '%s'}"
            .formatted(unreachable));
    String refused = registrations.place(unreachable);
    registrations.awaitWaitingFor(refused, "REGISTRAR_UNREACHABLE");

    for (String reference : List.of(fields, refused)) {
      Answer answer = registrations.cancel(reference);
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
      assertThat(answer.body().get("status").asText()).isEqualTo("CANCELLED");
      assertThat(registrations.cancel(reference).status()).isEqualTo(200);
      assertThat(instances.instance(answer.body())).isNull();
    }
    assertThat(registrations.cancel(overdue).status()).as("the registry decides").isEqualTo(409);
    registrations.advance("P4D");
    JsonNode chased = registrations.awaitWaitingFor(overdue, "REGISTRATION_OVERDUE");
    assertThat(registrations.cancel(overdue).status()).isEqualTo(409);
    registrations.decide(chased.at("/waitingFor/taskId").asText(), "GIVE_UP");
    registrations.awaitStatus(overdue, "FAILED");
  }

  private String pendingName(String after, String outcome) {
    String domain = freshName("com");
    registrations.registry(
        ("{'domain': '%s', 'owner': 'FREE', 'next': [{'command': 'AddDomain', 'after': '%s',"
                + " 'outcome': '%s', 'reason': 'documents missing'}]}")
            .formatted(domain, after, outcome));
    return domain;
  }
}
