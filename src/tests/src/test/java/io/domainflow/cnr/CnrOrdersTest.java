package io.domainflow.cnr;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Orders on an account at the second platform: the processes are the same. */
@DomainflowTest
class CnrOrdersTest {

  private final Registrations registrations;
  private final Caller billing;

  @Autowired
  CnrOrdersTest(@LocalServerPort int port) {
    this.registrations = new Registrations(port);
    this.billing = new Caller(port, "billing");
  }

  @Test
  void registersAndRenewsOnCommand() {
    String domain = freshName("com");
    JsonNode registered = registered(domain);

    assertThat(registered.at("/outcome/code").asText()).isEqualTo("REGISTERED");
    assertThat(registered.at("/outcome/renewalMode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(registered.path("price").isMissingNode()).isFalse();

    JsonNode renewed = renewed(domain, registered);

    assertThat(renewed.at("/outcome/code").asText()).isEqualTo("RENEWED");
    assertThat(year(renewed)).isEqualTo(year(registered) + 1);
  }

  @Test
  void ordersARenewalByTheModeWhereTheRegistryRenewsByItself() {
    String domain = freshName("de");
    JsonNode registered = registered(domain);

    JsonNode renewed = renewed(domain, registered);

    assertThat(renewed.at("/outcome/code").asText()).isEqualTo("RENEWED");
    assertThat(renewed.at("/outcome/renewalMode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(year(renewed)).isEqualTo(year(registered) + 1);
  }

  @Test
  void transfersAName() {
    String domain = freshName("com");
    registrations.registryExactly(
        "{\"domain\": \"%s\", \"owner\": \"OTHER_REGISTRAR\", \"authCode\": \"right-code\"}"
            .formatted(domain));

    String reference = place("TRANSFER", domain, ", 'authCode': 'right-code'");
    registrations.awaitStatus(reference, "WAITING");
    registrations.advance("P8D");

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("TRANSFERRED");
  }

  @Test
  void suspendsAndResumesAName() {
    String domain = freshName("com");
    registered(domain);

    JsonNode suspended =
        registrations.awaitStatus(place("SUSPEND", domain, ", 'hold': true"), "COMPLETED");
    assertThat(suspended.at("/outcome/code").asText()).isEqualTo("SUSPENDED");
    JsonNode resumed = registrations.awaitStatus(place("UNSUSPEND", domain, ""), "COMPLETED");
    assertThat(resumed.at("/outcome/code").asText()).isEqualTo("UNSUSPENDED");
  }

  @Test
  void deletesAndRestoresAName() {
    String domain = freshName("com");
    registered(domain);

    String deletion = place("DELETE", domain, ", 'confirmDomain': '%s'".formatted(domain));
    JsonNode deleted = registrations.awaitStatus(deletion, "COMPLETED");
    assertThat(deleted.at("/outcome/code").asText()).isEqualTo("DELETED");

    String restore =
        place("RESTORE", domain, ", 'acceptPrice': {'amount': '1000.00', 'currency': 'EUR'}");
    registrations.awaitStatus(restore, "WAITING");
    registrations.advance("P4D");
    JsonNode restored = registrations.awaitStatus(restore, "COMPLETED");
    assertThat(restored.at("/outcome/code").asText()).isEqualTo("RESTORED");
  }

  private JsonNode registered(String domain) {
    String reference =
        registrations.placeChanged(domain, "", order -> order.replace("\"sandbox\"", "\"cnr\""));
    return registrations.awaitStatus(reference, "COMPLETED");
  }

  private JsonNode renewed(String domain, JsonNode registered) {
    String expires = registered.at("/outcome/expiresAt").asText().substring(0, 10);
    return registrations.awaitStatus(
        place("RENEW", domain, ", 'period': '1Y', 'expires': '%s'".formatted(expires)),
        "COMPLETED");
  }

  private String place(String operation, String domain, String more) {
    String reference = operation.charAt(0) + "-" + UUID.randomUUID();
    Caller.Answer answer =
        billing.post(
            "/api/v1/orders",
            "{'reference': '%s', 'operation': '%s', 'account': 'cnr', 'domain': '%s' %s}"
                .formatted(reference, operation, domain, more));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return reference;
  }

  private static int year(JsonNode order) {
    return Integer.parseInt(order.at("/outcome/expiresAt").asText().substring(0, 4));
  }
}
