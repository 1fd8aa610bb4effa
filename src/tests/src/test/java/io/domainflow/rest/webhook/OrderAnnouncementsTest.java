package io.domainflow.rest.webhook;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.WebhookReceiver;
import io.domainflow.rest.OpenApi;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A receiver is told of real orders. */
@DomainflowTest
class OrderAnnouncementsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OpenApi api = OpenApi.read();
  private final WebhookReceiver receiver = new WebhookReceiver();
  private final Caller billing;
  private final Registrations registrations;
  private String webhook;

  @Autowired
  OrderAnnouncementsTest(@LocalServerPort int port) {
    this.billing = new Caller(port, "billing");
    this.registrations = new Registrations(port);
  }

  @BeforeEach
  void listen() {
    webhook =
        "/api/v1/webhooks/"
            + billing
                .post("/api/v1/webhooks", "{'url': '" + receiver.url() + "'}")
                .body()
                .get("id")
                .asText();
  }

  @AfterEach
  void listenNoMore() {
    registrations.noFaults();
    billing.delete(webhook);
    receiver.close();
  }

  @Test
  void tellsEachStepOfAnOrderOnce() {
    String domain = freshName("ca");
    String reference = registrations.place(domain, ", 'metadata': {'invoice': '2026-77'}");
    String id = registrations.awaitStatus(reference, "WAITING").get("id").asText();
    registrations.input(reference, "{'additionalFields': {'X-CA-LEGALTYPE': 'CCT'}}");
    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");

    List<JsonNode> told = toldUntil(reference, "order.completed");

    assertThat(types(told))
        .containsExactly("order.created", "order.waiting", "order.in_progress", "order.completed");
    assertThat(told)
        .allSatisfy(
            event -> {
              JsonNode data = event.get("data");
              assertThat(OpenApi.names(data))
                  .containsExactlyElementsOf(api.members("OrderEventData"));
              assertThat(data.get("id").asText()).isEqualTo(id);
              assertThat(data.get("operation").asText()).isEqualTo("REGISTER");
              assertThat(data.get("account").asText()).isEqualTo("sandbox");
              assertThat(data.get("domain").asText()).isEqualTo(domain);
              assertThat(data.get("failure").isNull()).isTrue();
              assertThat(billing.get(data.get("href").asText()).body().get("reference").asText())
                  .isEqualTo(reference);
            });
    assertThat(told)
        .extracting(event -> event.at("/data/status").asText())
        .containsExactly("IN_PROGRESS", "WAITING", "IN_PROGRESS", "COMPLETED");
    JsonNode wait = told.get(1).at("/data/waitingFor");
    assertThat(OpenApi.names(wait)).containsExactlyElementsOf(api.members("WaitingFor"));
    assertThat(wait.get("code").asText()).isEqualTo("ADDITIONAL_FIELDS");
    assertThat(told.get(2).at("/data/waitingFor").isNull()).isTrue();
    // Only the order shows the results of an update's sections.
    ((ObjectNode) order.get("outcome")).remove("sections");
    for (String member : List.of("outcome", "charged", "price", "metadata")) {
      assertThat(told.get(3).at("/data/" + member)).as(member).isEqualTo(order.get(member));
    }
  }

  @Test
  void announcesNothingForARefusedOrder() {
    String reference = "refused-" + freshName("x");

    assertThat(
            billing
                .postExactly(
                    "/api/v1/orders",
                    Registrations.order(reference, freshName("com"), ", 'surprise': 'x'"))
                .status())
        .isEqualTo(400);

    assertThat(billing.get(webhook + "/deliveries").body().toString()).doesNotContain(reference);
    assertThat(told(reference)).isEmpty();
  }

  /** Nobody has to act, and nobody is left to believe that the order still waits. */
  @Test
  void doesNotReportAnUnreachableRegistrarAtFirst() {
    registrations.fault(
        "{'command': 'CheckDomains', 'fault': 'RESET_BEFORE', 'times': 3, 'domain': '*'}");
    String reference = registrations.place(freshName("com"));
    registrations.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");
    registrations.advance("PT1H");
    registrations.awaitStatus(reference, "COMPLETED");

    assertThat(types(toldUntil(reference, "order.completed")))
        .containsExactly("order.created", "order.completed");
  }

  private List<JsonNode> toldUntil(String reference, String type) {
    await().until(() -> types(told(reference)).contains(type));
    // an event that was written before may still be in delivery
    await()
        .until(
            () -> billing.get(webhook + "/deliveries?state=PENDING").body().get("deliveries"),
            JsonNode::isEmpty);
    return told(reference);
  }

  private List<JsonNode> told(String reference) {
    return receiver.received().stream()
        .map(message -> json(message.body()))
        .filter(event -> event.at("/data/reference").asText().equals(reference))
        .sorted(Comparator.comparing(event -> Instant.parse(event.get("timestamp").asText())))
        .toList();
  }

  private static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.get("type").asText()).toList();
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
