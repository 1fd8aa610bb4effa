package io.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.account.Platform;
import io.domainflow.build.StoryPlatform;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The steps of the stories around a registration, over HTTP only. */
public final class Registrations extends RegistrarSteps {

  private static final Pattern ACCOUNT = Pattern.compile("['\"]account['\"]: ['\"]sandbox2?['\"]");
  private static final Pattern REFERENCE = Pattern.compile("'reference': '([^']+)'");
  private static final Pattern NAME = Pattern.compile("'domain': '([^']+)'");
  private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "CANCELLED");

  private final Caller billing;
  private final Caller operator;
  private final Caller approver;
  private final Clients clients;
  private final Set<String> withConsents = ConcurrentHashMap.newKeySet();
  private Caller consenting;

  public Registrations(int port) {
    this(port, StoryPlatform.current());
  }

  /** The steps with accounts on this platform. */
  public Registrations(int port, Platform platform) {
    super(port, platform);
    this.billing = new Caller(port, "billing");
    this.operator = new Caller(port, "operator");
    this.approver = new Caller(port, "approver");
    this.clients = new Clients(port);
  }

  /** An order with an account on the platform of these stories. */
  private String here(String order) {
    return ACCOUNT.matcher(order).replaceAll(match -> accountHere(match.group()));
  }

  /** The login that has placed the order of this reference. */
  public Caller caller(String reference) {
    return withConsents.contains(reference) ? consenting() : billing;
  }

  private synchronized Caller consenting() {
    if (consenting == null) {
      consenting = clients.consenting();
    }
    return consenting;
  }

  /** Sends an order with the billing login, or, with consents, as a client that may send them. */
  private Answer send(String reference, String json) {
    if (json.contains("'consents'")) {
      withConsents.add(reference);
    }
    Caller caller = caller(reference);
    Matcher domain = NAME.matcher(json);
    if (domain.find() && !json.contains("'TRANSFER'") && !json.contains("'REGISTER'")) {
      isOf(
          domain.group(1),
          caller == billing ? "billing" : Clients.CONSENTING_LOGIN,
          json.contains("'sandbox2'") ? "sandbox2" : "sandbox");
    }
    return caller.post("/api/v1/orders", here(json));
  }

  public Caller operator() {
    return operator;
  }

  /** A name that no other test uses. */
  public static String freshName(String tld) {
    return "story-" + UUID.randomUUID().toString().substring(0, 13) + "." + tld;
  }

  /** The JSON of an order, with more members before the closing brace. */
  public static String order(String reference, String domain, String more) {
    return """
        {"reference": "%s", "operation": "REGISTER", "account": "sandbox", "domain": "%s",
         "period": "1Y",
         "registrant": {"firstName": "Ada", "lastName": "Example", "street": ["Main Street 1"],
           "city": "Berlin", "postalCode": "10115", "country": "DE", "phone": "+49.301234567",
           "email": "ada@example.net"},
         "nameservers": ["ns1.example.net", "ns2.example.net"] %s}"""
        .formatted(reference, domain, more.replace('\'', '"'));
  }

  /** Places an order for this name and returns its reference. */
  public String place(String domain, String more) {
    return placeChanged(domain, more, order -> order);
  }

  /** The same, with a change to the common part of these orders. */
  public String placeChanged(String domain, String more, UnaryOperator<String> change) {
    String reference = "R-" + UUID.randomUUID();
    String order = change.apply(order(reference, domain, more));
    Answer answer = billing.postExactly("/api/v1/orders", here(order));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return reference;
  }

  public String place(String domain) {
    return place(domain, "");
  }

  /** Places the transfer of a name, with more members before the closing brace. */
  public String placeTransfer(String domain, String more) {
    String reference = "T-" + UUID.randomUUID();
    Answer answer =
        billing.post(
            "/api/v1/orders",
            here(
                "{'reference': '%s', 'operation': 'TRANSFER', 'account': 'sandbox', 'domain': '%s' %s}"
                    .formatted(reference, domain, more)));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return reference;
  }

  /** Tries to order another registrant for a name, with more members before the closing brace. */
  public Answer tryChange(String reference, String domain, String more) {
    return send(
        reference,
        ("{'reference': '%s', 'operation': 'CHANGE_REGISTRANT', 'account': 'sandbox', 'domain': '%s',"
                + " 'registrant': {'firstName': 'Ada', 'lastName': 'Example', 'organization': null,"
                + " 'street': ['Main Street 1'], 'city': 'Berlin', 'postalCode': '10115',"
                + " 'country': 'DE', 'phone': '+49.301234567', 'email': 'ada@example.net'} %s}")
            .formatted(reference, domain, more));
  }

  /** Orders another registrant for a name and returns the order's reference. */
  public String placeChange(String domain, String more) {
    String reference = "C-" + UUID.randomUUID();
    Answer answer = tryChange(reference, domain, more);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return reference;
  }

  /**
   * Orders a renewal, with more members before the closing brace; returns the order's reference.
   */
  public String placeRenewal(String domain, String period, String expires, String more) {
    return placePlain(
        "RENEW", domain, ", 'period': '%s', 'expires': '%s' %s".formatted(period, expires, more));
  }

  /** Places an order that needs only a name, with more members before the brace. */
  public String placePlain(String operation, String domain, String more) {
    String reference = operation.charAt(0) + "-" + UUID.randomUUID();
    isOf(domain, "billing", "sandbox");
    Answer answer =
        billing.post(
            "/api/v1/orders",
            here(
                "{'reference': '%s', 'operation': '%s', 'account': 'sandbox', 'domain': '%s' %s}"
                    .formatted(reference, operation, domain, more)));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return reference;
  }

  public JsonNode get(String reference) {
    return caller(reference).get("/api/v1/orders/" + reference).body();
  }

  /** The texts of the order's timeline, oldest first. */
  public List<String> timeline(String reference) {
    return caller(reference)
        .get("/api/v1/orders/" + reference + "/timeline")
        .body()
        .path("entries")
        .findValuesAsText("text");
  }

  public JsonNode awaitStatus(String reference, String status) {
    return awaitOpen(reference, order -> order.path("status").asText().equals(status));
  }

  public JsonNode awaitWaitingFor(String reference, String code) {
    return awaitOpen(
        reference, order -> order.path("waitingFor").path("code").asText().equals(code));
  }

  /** Waits until an auth code is issued, with an approval if required. */
  public JsonNode awaitAuthCode(String reference) {
    return awaitStatus(agreed(reference), "COMPLETED");
  }

  /**
   * Approves an order of an auth code or a release if required, and returns its reference. An
   * approval is required for a login that orders many, as the tests of one application together do,
   * or one without a known history.
   */
  public String agreed(String reference) {
    JsonNode order =
        await(
            reference,
            found ->
                !found.at("/waitingFor/code").asText().isEmpty()
                    || !found.at("/status").asText().matches("IN_PROGRESS|WAITING"));
    if (order.at("/waitingFor/code").asText().matches("AUTH_CODE_APPROVAL|RELEASE_APPROVAL")) {
      String task = "/engine-rest/task/" + order.at("/waitingFor/taskId").asText();
      approver.post(task + "/claim", "{'userId': 'approver'}");
      approver.post(
          task + "/submit-form",
          "{'variables': {'decision': {'value': 'APPROVE', 'type': 'String'}}}");
    }
    return reference;
  }

  /** Like {@link #await}, for a state that an ended order cannot reach. */
  private JsonNode awaitOpen(String reference, Predicate<JsonNode> expected) {
    JsonNode order =
        await(
            reference, read -> expected.test(read) || ENDED.contains(read.path("status").asText()));
    assertThat(expected.test(order)).as("has ended otherwise: " + order).isTrue();
    return order;
  }

  /** The order, once it is as expected. */
  public JsonNode await(String reference, Predicate<JsonNode> expected) {
    JsonNode[] last = new JsonNode[1];
    Awaitility.await()
        .alias(reference)
        .untilAsserted(
            () -> {
              last[0] = get(reference);
              assertThat(expected.test(last[0])).as(last[0].toString()).isTrue();
            });
    return last[0];
  }

  public Answer cancel(String reference) {
    return caller(reference).postExactly("/api/v1/orders/" + reference + "/cancel", "");
  }

  /** What the order says about its cancellation. */
  public JsonNode cancelAction(String reference) {
    return caller(reference)
        .get("/api/v1/orders/" + reference + "/actions")
        .body()
        .get("actions")
        .valueStream()
        .filter(action -> action.get("action").asText().equals("CANCEL"))
        .findFirst()
        .orElseThrow();
  }

  /** Gives an order the input that it waits for, as its caller. */
  public Answer input(String reference, String json) {
    return caller(reference).post("/api/v1/orders/" + reference + "/input", json);
  }

  /** The same, with JSON as it is. */
  public Answer inputExactly(String reference, String json) {
    return caller(reference).postExactly("/api/v1/orders/" + reference + "/input", json);
  }

  /** Tries to place an order. */
  public Answer placeRaw(String json) {
    Matcher reference = REFERENCE.matcher(json);
    return send(reference.find() ? reference.group(1) : "none", json);
  }

  /** Has the registrar's mails sent again, as the caller. */
  public Answer resend(String reference) {
    return caller(reference).post("/api/v1/orders/" + reference + "/resend", "");
  }

  /** The trademark notice for the name of an order. */
  public JsonNode claimsNotice(String reference) {
    return billing.get("/api/v1/orders/" + reference + "/claims-notice").body();
  }

  /** The content of a task's form. */
  public JsonNode form(String taskId) {
    return operator.get("/engine-rest/task/" + taskId + "/form-variables").body();
  }

  /** Submits a task's form as the operator, claimed first. */
  public Answer submit(String taskId, String variables) {
    operator.post("/engine-rest/task/" + taskId + "/claim", "{'userId': 'operator'}");
    return operator.post(
        "/engine-rest/task/" + taskId + "/submit-form", "{'variables': %s}".formatted(variables));
  }

  public Answer decide(String taskId, String decision) {
    return submit(taskId, "{'decision': {'value': '" + decision + "', 'type': 'String'}}");
  }
}
