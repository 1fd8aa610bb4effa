package io.domainflow.registrar;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BuildSize;
import io.domainflow.build.OnlyInFull;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Whatever happens to a call that costs money, the caller is told what the registrar's ledger says,
 * and nothing is bought twice or lost.
 */
@DomainflowTest
class AtMostOnceTest {

  /** Number of orders per fault. */
  private static final int ORDERS = BuildSize.choose(2, 4, 4);

  private final Registrations registrations;

  @Autowired
  AtMostOnceTest(@LocalServerPort int port) {
    this.registrations = new Registrations(port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.registrarIsWellAgain();
  }

  /**
   * After the fault has occurred once or twice, the registrar works again, and the name is bought
   * once.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "REFUSE",
        "RESET_BEFORE",
        "RESET_AFTER",
        "TIMEOUT_BEFORE",
        "TIMEOUT_AFTER",
        "HALF_BODY",
        "GARBAGE",
        "EMPTY",
        "HTTP_500",
        "CODE_420",
        "CODE_420_AFTER",
        "CODE_421",
        "CODE_421_AFTER",
        "CODE_423",
        "CODE_423_AFTER",
        "CODE_425",
        "CODE_425_AFTER",
        "CODE_521",
        "CODE_521_AFTER",
        "CODE_549",
        "CODE_549_AFTER",
        "CODE_541_AFTER",
        "CODE_554_AFTER",
        "DELAY_4000"
      })
  void buysOnceUnderEachFault(String fault) {
    List<String> domains = new ArrayList<>();
    List<String> references = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      String domain = freshName("com");
      registrations.fault(
          "{'command': 'AddDomain', 'fault': '%s', 'times': %d, 'domain': '%s'}"
              .formatted(fault, 1 + i % 2, domain));
      domains.add(domain);
      references.add(registrations.place(domain));
    }

    registrations.advance("PT12H");

    for (int i = 0; i < ORDERS; i++) {
      JsonNode order = registrations.awaitStatus(references.get(i), "COMPLETED");
      assertThat(order.get("charged").asText()).isEqualTo("YES");
      assertThat(registrations.ledger(domains.get(i))).as(fault).hasSize(1);
    }
  }

  /** The refusal is real: the caller is told so, and the ledger agrees. */
  @ParameterizedTest
  @ValueSource(strings = {"CODE_504", "CODE_505", "CODE_541", "CODE_552", "CODE_554"})
  void saysThatNothingWasBoughtOnlyIfThatIsTrue(String fault) {
    String domain = freshName("com");
    registrations.fault(
        "{'command': 'AddDomain', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(fault, domain));

    JsonNode order = registrations.await(registrations.place(domain), AtMostOnceTest::isRefused);

    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(registrations.ledger(domain)).isEmpty();
  }

  /**
   * The name is not visible yet, but the registrar's log lists the purchase: nothing is sent again.
   */
  @Test
  void believesTheLogOfTheRegistrarWhileTheNameDoesNotShow() {
    String domain = freshName("com");
    registrations.fault(
        "{'command': 'AddDomain', 'fault': 'TIMEOUT_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    registrations.fault(
        "{'command': 'StatusDomain', 'fault': 'CODE_545', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = registrations.place(domain);

    registrations.advance("PT12H");

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(order.get("charged").asText()).isEqualTo("YES");
    assertThat(registrations.requests("domain=" + domain))
        .extracting(request -> request.get("command").asText())
        .containsOnlyOnce("AddDomain")
        .containsSubsequence("AddDomain", "StatusDomain", "StatusDomain");
  }

  @Test
  void saysThatItIsNotKnownWhileItIsNotKnown() {
    String domain = freshName("com");
    registrations.fault(
        "{'command': 'AddDomain', 'fault': 'TIMEOUT_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    registrations.fault(
        "{'command': 'StatusDomain', 'fault': 'REFUSE', 'times': 100, 'domain': '%s'}"
            .formatted(domain));
    String reference = registrations.place(domain);

    JsonNode waiting = registrations.awaitWaitingFor(reference, "OUTCOME_UNKNOWN");

    assertThat(waiting.get("charged").asText()).isEqualTo("UNKNOWN");
    assertThat(registrations.cancel(reference).status()).isEqualTo(409);
    registrations.noFaults();
    registrations.advance("PT12H");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(registrations.ledger(domain)).hasSize(1);
  }

  @Test
  @OnlyInFull("RegistrarOutageTest")
  void usesUpNoAttemptWhileTheRegistrarIsUnreachableForTwoDays() {
    String domain = freshName("com");
    away("CheckDomains", domain);
    String doubtful = freshName("com");
    registrations.fault(
        "{'command': 'AddDomain', 'fault': 'TIMEOUT_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(doubtful));
    away("StatusDomain", doubtful);
    String before = registrations.place(domain);
    String inDoubt = registrations.place(doubtful);
    registrations.awaitWaitingFor(before, "REGISTRAR_UNREACHABLE");
    registrations.awaitWaitingFor(inDoubt, "OUTCOME_UNKNOWN");

    registrations.advance("P2D");
    assertThat(registrations.get(before).at("/waitingFor/who").asText()).isEqualTo("REGISTRAR");
    assertThat(registrations.get(before).get("charged").asText()).isEqualTo("NO");
    assertThat(registrations.get(inDoubt).at("/waitingFor/who").asText()).isEqualTo("REGISTRAR");
    assertThat(registrations.get(inDoubt).get("charged").asText()).isEqualTo("UNKNOWN");
    registrations.noFaults();
    registrations.advance("PT15M");

    registrations.awaitStatus(before, "COMPLETED");
    registrations.awaitStatus(inDoubt, "COMPLETED");
    assertThat(registrations.ledger(domain)).hasSize(1);
    assertThat(registrations.ledger(doubtful)).hasSize(1);
  }

  private static boolean isRefused(JsonNode order) {
    return order.path("status").asText().equals("FAILED")
        || order.path("waitingFor").path("code").asText().equals("REGISTRAR_REFUSED");
  }

  private void away(String command, String domain) {
    registrations.fault(
        "{'command': '%s', 'fault': 'REFUSE', 'times': 100000, 'domain': '%s'}"
            .formatted(command, domain));
  }
}
