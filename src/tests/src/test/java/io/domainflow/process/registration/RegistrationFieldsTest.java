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
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A registration asks an operator for the additional fields that the order lacks, and no others.
 */
@DomainflowTest
class RegistrationFieldsTest {

  private final ProcessEngine engine;
  private final Registrations registrations;
  private final RegistrationInstances instances;

  @Autowired
  RegistrationFieldsTest(ProcessEngine engine, @LocalServerPort int port) {
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

  @BothReadings
  @OnlyAtIspapi("additional fields are not sent there yet")
  void asksAnOperatorForWhatTheRegistryWants(String profile) {
    registrations.profile(profile);
    String domain = freshName("ca");

    String reference = registrations.place(domain);

    JsonNode waiting = registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    assertThat(waiting.get("status").asText()).isEqualTo("WAITING");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("CALLER");
    assertThat(waiting.at("/waitingFor/what").asText()).contains(".ca").contains("Legal type");
    assertThat(waiting.at("/waitingFor/until").asText()).isNotEmpty();
    assertThat(waiting.get("charged").asText()).isEqualTo("NO");
    assertThat(instances.instance(waiting)).isWaitingAt("Task_CollectAdditionalFields");
    assertThat(registrations.ledger(domain)).isEmpty();

    registrations.submit(
        waiting.at("/waitingFor/taskId").asText(),
        "{'caLegalType': {'value': 'CCT', 'type': 'String'}}");

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("REGISTERED");
    assertThat(registrations.bought(domain)).hasSize(1);
    assertThat(registrations.bought(domain).get(0).at("/parameters/X-CA-LEGALTYPE").asText())
        .isEqualTo("CCT");
    assertThat(registrations.bought(domain).get(0).at("/parameters/X-CA-LANGUAGE").asText())
        .isEqualTo("EN");
  }

  @Test
  @OnlyAtIspapi("additional fields are not sent there yet")
  void refusesInTheFormWhatTheRegistryWouldRefuse() {
    String reference = registrations.place(freshName("ca"));
    String task =
        registrations
            .awaitWaitingFor(reference, "ADDITIONAL_FIELDS")
            .at("/waitingFor/taskId")
            .asText();

    Answer unknownValue =
        registrations.submit(task, "{'caLegalType': {'value': 'XXX', 'type': 'String'}}");
    Answer nothing = registrations.submit(task, "{}");

    assertThat(unknownValue.status()).isEqualTo(400);
    assertThat(unknownValue.body().get("message").asText())
        .contains("Legal type of the registrant");
    assertThat(nothing.status()).isEqualTo(400);
    assertThat(nothing.body().get("message").asText())
        .contains("Legal type of the registrant", "missing");
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("WAITING");
    registrations.cancel(reference);
  }

  @Test
  @OnlyAtIspapi("additional fields are not sent there yet")
  void sendsNothingThatAnAnswerOfTheOperatorMadeSuperfluous() {
    String domain = freshName("it");
    String reference =
        registrations.placeChanged(
            domain,
            ", 'additionalFields': {'X-IT-PIN': '756.9217.0769.85'}",
            order -> order.replace("\"country\": \"DE\"", "\"country\": \"CH\""));
    String task =
        registrations
            .awaitWaitingFor(reference, "ADDITIONAL_FIELDS")
            .at("/waitingFor/taskId")
            .asText();
    String agreed =
        "'itRegistrationData': {'value': true}, 'itExplicit': {'value': true},"
            + " 'itTrustee': {'value': true}";

    Answer notAgreed =
        registrations.submit(task, "{%s, 'itLiability': {'value': false}}".formatted(agreed));
    registrations.submit(task, "{%s, 'itLiability': {'value': true}}".formatted(agreed));

    assertThat(notAgreed.status()).isEqualTo(400);
    assertThat(notAgreed.body().get("message").asText())
        .contains("Section 3")
        .endsWith("is missing");
    registrations.awaitStatus(reference, "COMPLETED");
    List<String> sent = new ArrayList<>();
    registrations.bought(domain).get(0).get("parameters").fieldNames().forEachRemaining(sent::add);
    assertThat(sent)
        .filteredOn(name -> name.startsWith("X-"))
        .containsExactlyInAnyOrder(
            "X-IT-ACCEPT-LIABILITY-TAC",
            "X-IT-ACCEPT-REGISTRATION-TAC",
            "X-IT-ACCEPT-EXPLICIT-TAC",
            "X-IT-ACCEPT-TRUSTEE-TAC");
  }

  @Test
  @OnlyAtIspapi("additional fields are not sent there yet")
  void doesNotAskForWhatTheOrderBrings() {
    String domain = freshName("us");

    String reference =
        registrations.place(
            domain,
            ", 'additionalFields': {'X-US-NEXUS-APPPURPOSE': 'P3', 'X-US-NEXUS-CATEGORY': 'C11'}");

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(instances.passed(order)).doesNotContain("Task_CollectAdditionalFields");
    assertThat(registrations.bought(domain).get(0).at("/parameters/X-US-NEXUS-CATEGORY").asText())
        .isEqualTo("C11");
  }
}
