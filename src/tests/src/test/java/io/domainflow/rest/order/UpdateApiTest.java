package io.domainflow.rest.order;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Callers change the settings of a name with orders, and see their results. */
@DomainflowTest
class UpdateApiTest {

  private static final String ORDERS = "/api/v1/orders";

  private final Registrations stories;
  private final Caller billing;
  private final Caller billing2;
  private final Caller operator;

  UpdateApiTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.billing = new Caller(port, "billing");
    this.billing2 = new Caller(port, "billing2");
    this.operator = new Caller(port, "operator");
  }

  @Test
  void saysSectionBySectionWhatStands() {
    String domain = ownedBy("billing");
    String reference = reference();

    Answer placed =
        billing.post(
            ORDERS,
            order(reference, "UPDATE", domain)
                + ", 'nameservers': ['ns1.example.net'], 'transferLock': false, 'contacts':"
                + " {'tech': {'firstName': 'Canary', 'lastName': 'Tech', 'street': ['Lane 2'],"
                + " 'city': 'Kiel', 'postalCode': '24103', 'country': 'DE',"
                + " 'phone': '+49.431123456', 'email': 'canary@example.net'}}}");
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    JsonNode order = stories.awaitStatus(reference, "COMPLETED");

    assertThat(order.at("/ordered/sections").toString())
        .isEqualTo("[\"nameservers\",\"contacts\",\"transferLock\"]");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("UPDATED");
    JsonNode sections = order.at("/outcome/sections");
    assertThat(sections).isEqualTo(order.get("sections"));
    assertThat(sections.at("/nameservers/state").asText()).isEqualTo("DONE");
    assertThat(sections.at("/nameservers/before").toString())
        .isEqualTo("[\"ns1.old.example\",\"ns2.old.example\"]");
    assertThat(sections.at("/nameservers/after").toString()).isEqualTo("[\"ns1.example.net\"]");
    assertThat(sections.at("/transferLock/state").asText()).isEqualTo("UNCHANGED");
    assertThat(sections.at("/contacts").toString())
        .isEqualTo("{\"state\":\"DONE\",\"before\":null,\"after\":null,\"reason\":null}");
    assertThat(order.toString()).doesNotContain("Canary", "canary");
    assertThat(stories.timeline(reference))
        .contains("Changed: name servers.", "Changed: contacts.");
  }

  @Test
  void theSameAgainIsTheSameOrder() {
    String domain = ownedBy("billing");
    String reference = reference();
    String update = order(reference, "UPDATE", domain) + ", 'transferLock': true}";
    JsonNode first = billing.post(ORDERS, update).body();
    stories.awaitStatus(reference, "COMPLETED");

    Answer again = billing.post(ORDERS, update);
    Answer other = billing.post(ORDERS, update.replace("true", "false"));

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.body().get("id")).isEqualTo(first.get("id"));
    assertThat(other.status()).isEqualTo(422);

    String revert = order(reference(), "REVERT", domain) + ", 'reverts': '" + reference + "'}";
    JsonNode reverted = billing.post(ORDERS, revert).body();
    stories.awaitStatus(reverted.get("reference").asText(), "COMPLETED");
    assertThat(billing.post(ORDERS, revert).body().get("id")).isEqualTo(reverted.get("id"));
  }

  @Test
  void nobodyTakesBackWhatSomebodyElseHasOrdered() {
    String domain = ownedBy("billing2");
    String reference = reference();
    assertThat(
            billing2
                .post(ORDERS, order(reference, "UPDATE", domain) + ", 'transferLock': true}")
                .status())
        .isEqualTo(202);
    ended(billing2, reference);
    String revert = order(reference(), "REVERT", domain) + ", 'reverts': '" + reference + "'}";

    Answer foreign = billing.post(ORDERS, revert);
    stories.give(domain, "billing");
    Answer sinceHandedOver = billing.post(ORDERS, revert);
    Answer tried = operator.post(ORDERS + "?dryRun=true", revert);

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(sinceHandedOver.status()).isEqualTo(400);
    assertThat(sinceHandedOver.body().at("/errors/0/field").asText()).isEqualTo("reverts");
    assertThat(tried.status()).as(tried.body().toString()).isEqualTo(200);
  }

  @Test
  void aBadOneStoresNothing() {
    String domain = ownedBy("billing");
    String reference = reference();

    Answer refused =
        billing.post(
            ORDERS,
            order(reference, "UPDATE", domain)
                + ", 'nameservers': ['ns1.example.net', 'ns1.example.net'],"
                + " 'contacts': {'owner': {}}, 'registrantDetails': {'email': 'a@example.net'}}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(
            StreamSupport.stream(refused.body().get("errors").spliterator(), false)
                .map(error -> error.get("field").asText()))
        .containsExactlyInAnyOrder("nameservers", "contacts.owner", "registrantDetails.email");
    assertThat(billing.get(ORDERS + "/" + reference).status()).isEqualTo(404);
  }

  @Test
  void saysHowAContactIsGiven() {
    String domain = ownedBy("billing");

    Answer refused =
        billing.post(
            ORDERS, order(reference(), "UPDATE", domain) + ", 'contacts': {'admin': 'P-ABC123'}}");

    assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("contacts.admin");
    assertThat(refused.body().at("/errors/0/message").asText()).contains("{\"handle\": \"…\"}");
  }

  @Test
  void saysOfAnUnknownOperationThatAndNothingElse() {
    Answer refused =
        billing.post(ORDERS, order("", "update", freshName("com")) + ", 'privacy': true}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("errors")).hasSize(1);
    assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("operation");
    assertThat(refused.body().at("/errors/0/message").asText()).contains("UPDATE");
  }

  private String ownedBy(String owner) {
    String domain = freshName("com");
    stories.registry("{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D'}".formatted(domain));
    stories.give(domain, owner);
    return domain;
  }

  private static void ended(Caller caller, String reference) {
    Awaitility.await()
        .until(
            () ->
                caller
                    .get(ORDERS + "/" + reference)
                    .body()
                    .path("status")
                    .asText()
                    .equals("COMPLETED"));
  }

  private static String reference() {
    return "U-" + UUID.randomUUID();
  }

  /** The beginning of an order, without its closing brace. */
  private static String order(String reference, String operation, String domain) {
    return "{'reference': '%s', 'operation': '%s', 'account': 'sandbox', 'domain': '%s'"
        .formatted(reference, operation, domain);
  }
}
