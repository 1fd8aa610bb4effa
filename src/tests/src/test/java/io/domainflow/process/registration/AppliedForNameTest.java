package io.domainflow.process.registration;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Names that a registry gives only to applicants, and decides on after days. */
@DomainflowTest
class AppliedForNameTest {

  private static final String SWISS =
      ", 'additionalFields': {'X-SWISS-OWNER-TYPE': 'P', 'X-CORE-INTENDED-USE': 'a shop'}";

  private final Registrations told;

  @Autowired
  AppliedForNameTest(@LocalServerPort int port) {
    this.told = new Registrations(port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    told.noFaults();
    told.profile("A");
  }

  @BothReadings
  void isAppliedForOnceAndGrantedAfterDays(String profile) {
    told.profile(profile);
    String domain = freshName("swiss");
    String reference = told.place(domain, SWISS);

    JsonNode waiting = told.awaitWaitingFor(reference, "REGISTRATION_PENDING");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("REGISTRAR");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("the application");
    assertThat(waiting.at("/waitingFor/taskId").isNull()).isTrue();
    assertThat(waiting.get("charged").asText()).isEqualTo("YES");
    JsonNode bought = told.ledger(domain).get(0);
    assertThat(bought.get("command").asText()).isEqualTo("AddDomainApplication");
    assertThat(bought.at("/parameters/CLASS").asText()).isEqualTo("GOLIVE");
    assertThat(bought.at("/parameters/PRICE").isMissingNode()).isTrue();
    assertThat(bought.at("/parameters/X-CORE-INTENDED-USE").asText()).isEqualTo("a shop");

    told.advance("P21DT1H");

    JsonNode order = told.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("REGISTERED");
    assertThat(order.at("/outcome/renewalMode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(told.ledger(domain))
        .filteredOn(entry -> entry.get("command").asText().startsWith("AddDomain"))
        .hasSize(1);
  }

  @BothReadings
  void failsWhenTheRegistryRefusesAndIsPaidBack(String profile) {
    told.profile(profile);
    String domain = freshName("swiss");
    String reference = told.place(domain, SWISS);
    told.awaitWaitingFor(reference, "REGISTRATION_PENDING");

    told.happen(domain, "REGISTRY_REFUSES");
    told.advance("P1DT1H");

    JsonNode order = told.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("REGISTRY_REJECTED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
  }

  @Test
  void isNotAppliedForTwiceWhenTheAnswerIsLost() {
    String domain = freshName("swiss");
    told.fault(
        "{'command': 'AddDomainApplication', 'fault': 'RESET_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = told.place(domain, SWISS);

    told.await(reference, order -> order.path("waitingFor").path("code").isTextual());
    told.advance("PT1H");
    told.awaitWaitingFor(reference, "REGISTRATION_PENDING");

    assertThat(told.ledger(domain)).hasSize(1);
  }
}
