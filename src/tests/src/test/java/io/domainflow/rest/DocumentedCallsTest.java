package io.domainflow.rest;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The examples of the documents can be copied and work. */
@DomainflowTest
class DocumentedCallsTest {

  private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  /** Operations for names that need no owner before. */
  private static final Set<String> NEW_HERE = Set.of("REGISTER", "TRANSFER");

  @Autowired private TestRestTemplate http;
  @Autowired private ObjectMapper json;
  @LocalServerPort private int port;
  private TestRestTemplate shop;
  private String owner;

  @BeforeEach
  void logIn() {
    Clients clients = new Clients(port);
    String name =
        clients.add(
            "'accounts': ['*'], 'operations': ['*'], 'consents': {'textVersion': '2026-1'}");
    shop = http.withBasicAuth(name, clients.token(name));
    owner = "client/" + name;
  }

  @Test
  void acceptsEveryOrderOfTheSpecification() {
    List<JsonNode> orders = OpenApi.read().exampleOrders();

    assertThat(orders).hasSize(4).allSatisfy(this::assertThatOrderIsTaken);
  }

  @Test
  void acceptsTheOrderOfTheGuide() throws JsonProcessingException {
    assertThatOrderIsTaken(blockWith(OpenApi.guide(), "\"operation\""));
  }

  private void assertThatOrderIsTaken(JsonNode documented) {
    ObjectNode order = documented.deepCopy();
    // The same name appears in several places, and may be registered before it is cancelled.
    order.put("domain", freshName("x").replace(".x", "-") + order.path("domain").asText());
    order.put("reference", "documented-" + order.path("reference").asText());
    if (!NEW_HERE.contains(order.path("operation").asText())) {
      give(order.path("domain").asText());
    }

    ResponseEntity<JsonNode> answer = post("/api/v1/orders", order);

    assertThat(answer.getStatusCode()).as("%s", answer.getBody()).isEqualTo(HttpStatus.ACCEPTED);
    assertThat(answer.getHeaders().getLocation())
        .hasPath("/api/v1/orders/" + order.path("reference").asText());
    assertThat(OpenApi.names(answer.getBody()))
        .containsExactlyElementsOf(OpenApi.read().members("OrderView"));
    cancel(order.path("reference").asText());
  }

  @Test
  void startsTheProcessAsTheGuideDoes() throws JsonProcessingException {
    ObjectNode start = blockWith(OpenApi.engineGuide(), "\"businessKey\"").deepCopy();
    start.put("businessKey", "documented-start");
    ((ObjectNode) start.at("/variables/domain")).put("value", "documented-start.ca");

    ResponseEntity<JsonNode> answer =
        post("/engine-rest/process-definition/key/DomainRegistrationProcess/start", start);

    assertThat(answer.getStatusCode()).as("%s", answer.getBody()).isEqualTo(HttpStatus.OK);
    JsonNode order =
        shop.getForObject("/api/v1/orders/{reference}", JsonNode.class, "documented-start");
    assertThat(order.path("processInstanceId")).isEqualTo(answer.getBody().path("id"));
    assertThat(order.path("domain").asText()).isEqualTo("documented-start.ca");
    cancel("documented-start");
  }

  @Test
  void meetsDocumentedProblemsOnly() throws JsonProcessingException {
    ObjectNode order = OpenApi.read().exampleOrders().get(0).deepCopy();
    // a .ca order without its additional fields stays open
    order.put("domain", "documented-problem.ca").put("reference", "documented-problem");
    order.remove("additionalFields");
    post("/api/v1/orders", order);
    ObjectNode other = order.deepCopy().put("period", "2Y");
    ObjectNode second = order.deepCopy().put("reference", "documented-second");

    assertProblem(post("/api/v1/orders", json.readTree("{}")), 400, "order-rejected");
    assertProblem(post("/api/v1/orders", "{"), 400, "not-json");
    assertProblem(post("/api/v1/orders", other), 422, "reference-used");
    assertProblem(post("/api/v1/orders", second), 409, "name-busy");
    assertProblem(post("/api/v1/orders/documented-nobody/cancel", ""), 404, "order-not-found");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(get("documented-problem").at("/waitingFor/code").asText()).isNotEmpty());
    assertProblem(input("documented-problem", "{}"), 400, "order-rejected");
    assertProblem(notice("documented-problem"), 404, "no-claims-notice");
    cancel("documented-problem");
    assertProblem(input("documented-problem", "{}"), 409, "input-refused");
  }

  @Test
  void acceptsTheInputOfTheGuide() {
    ObjectNode order = OpenApi.read().exampleOrders().get(0).deepCopy();
    order.put("domain", "documented-input.ca").put("reference", "documented-input");
    post("/api/v1/orders", order);
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(get("documented-input").at("/waitingFor/code").asText()).isNotEmpty());
    String body =
        Pattern.compile("-d '(\\{\"additionalFields.*?})'")
            .matcher(OpenApi.guide())
            .results()
            .map(match -> match.group(1))
            .findFirst()
            .orElseThrow();

    assertThat(input("documented-input", body).getStatusCode()).isEqualTo(HttpStatus.OK);

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(get("documented-input").path("status").asText()).isEqualTo("COMPLETED"));
  }

  @Test
  void changesARegistrantAsTheGuideDoes() throws JsonProcessingException {
    ObjectNode order = quoted("-d '(\\{[^']*\"CHANGE_REGISTRANT\"[^']*\\})'");
    ours("documented-change.com");
    order.put("domain", "documented-change.com").put("reference", "documented-change");

    assertThat(post("/api/v1/orders", order).getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);

    awaitWaitingFor("documented-change", "PRIOR_REGISTRANT", "CONFIRMATION");
    cancel("documented-change");
  }

  @Test
  void startsAChangeOfRegistrantAsTheGuideDoes() throws JsonProcessingException {
    ObjectNode start = quoted("<<'JSON'\n(.*?)\nJSON\n");
    ours("documented-change-started.com");
    start.put("businessKey", "documented-change-started");
    ((ObjectNode) start.at("/variables/domain")).put("value", "documented-change-started.com");

    ResponseEntity<JsonNode> answer =
        post("/engine-rest/process-definition/key/ChangeOfRegistrantProcess/start", start);

    assertThat(answer.getStatusCode()).as("%s", answer.getBody()).isEqualTo(HttpStatus.OK);
    awaitWaitingFor("documented-change-started", "APPROVER", "CONSENT");
    cancel("documented-change-started");
  }

  private void give(String domain) {
    new Registrations(port).give(domain, owner);
  }

  /** Sets up a name in the account and assigns it, as the guide does. */
  private void ours(String domain) throws JsonProcessingException {
    ObjectNode name = quoted("-d '(\\{\"domain\": \"ours.com\"[^']*})'");
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    assertThat(
            http.withBasicAuth("admin", "admin")
                .postForEntity(
                    "/sandbox/registry",
                    new HttpEntity<>(name.put("domain", domain).toString(), headers),
                    JsonNode.class)
                .getStatusCode())
        .isEqualTo(HttpStatus.OK);
    give(domain);
  }

  private void awaitWaitingFor(String reference, String who, String code) {
    Awaitility.await()
        .untilAsserted(
            () -> {
              JsonNode waitingFor = get(reference).path("waitingFor");
              assertThat(waitingFor.path("who").asText()).isEqualTo(who);
              assertThat(waitingFor.path("code").asText()).isEqualTo(code);
            });
  }

  /** The JSON of a command of the guide to changes of registrant. */
  private ObjectNode quoted(String pattern) throws JsonProcessingException {
    String text =
        Pattern.compile(pattern, Pattern.DOTALL)
            .matcher(OpenApi.changeOfRegistrantGuide())
            .results()
            .map(match -> match.group(1))
            .findFirst()
            .orElseThrow();
    return (ObjectNode) json.readTree(text);
  }

  private JsonNode get(String reference) {
    return shop.getForObject("/api/v1/orders/{reference}", JsonNode.class, reference);
  }

  private ResponseEntity<JsonNode> input(String reference, String body) {
    return post("/api/v1/orders/" + reference + "/input", body);
  }

  private ResponseEntity<JsonNode> notice(String reference) {
    return shop.getForEntity("/api/v1/orders/" + reference + "/claims-notice", JsonNode.class);
  }

  private void assertProblem(ResponseEntity<JsonNode> answer, int status, String problem) {
    String type = "urn:domainflow:problem:" + problem;

    assertThat(answer.getStatusCode().value()).as(type).isEqualTo(status);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer.getBody().path("type").asText()).isEqualTo(type);
    assertThat(OpenApi.read().members("Problem")).containsAll(OpenApi.names(answer.getBody()));
    assertThat(OpenApi.read().problems()).contains("\n| `" + problem + "` | " + status + " | ");
  }

  private void cancel(String reference) {
    post("/api/v1/orders/" + reference + "/cancel", "");
  }

  private ResponseEntity<JsonNode> post(String path, JsonNode body) {
    return post(path, body.toString());
  }

  private ResponseEntity<JsonNode> post(String path, String body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    return shop.postForEntity(path, new HttpEntity<>(body, headers), JsonNode.class);
  }

  private JsonNode blockWith(String guide, String text) throws JsonProcessingException {
    String block =
        JSON_BLOCK
            .matcher(guide)
            .results()
            .map(match -> match.group(1))
            .filter(candidate -> candidate.contains(text))
            .findFirst()
            .orElseThrow();
    return json.readTree(block);
  }
}
