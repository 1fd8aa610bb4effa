package io.domainflow.process.changeofregistrant;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.process.changeofregistrant.ChangeOrders.ADA_ELSEWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.Registrations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;

/** The steps of the stories around a change of registrant, and what must hold after each story. */
final class ChangeStories {

  static final String NEW_TASK = "Task_ApproveForNewRegistrant";
  static final String PRIOR_TASK = "Task_ApproveForPriorRegistrant";
  static final String CHOICE_TASK = "Task_ChooseLockOrWait";

  /** Used instead of a login: the client that may send consents. */
  static final String CONSENTING = "the client that may send consents";

  private static final String PROOF =
      ", 'evidenceReference': {'value': 'file 7', 'type': 'String'}";

  private final int port;
  private final Registrations told;
  private final HistoryService history;
  private final Caller admin;
  private final Set<String> names = new HashSet<>();

  ChangeStories(ProcessEngine engine, int port) {
    this.port = port;
    this.told = new Registrations(port);
    this.history = engine.getHistoryService();
    this.admin = new Caller(port, "admin");
  }

  /** Begins a story in one of the two readings of the registrar's documentation. */
  void begin(String profile) {
    told.profile(profile);
  }

  /**
   * Ends a story: checks that every confirmation to the registrar has an older consent record of
   * the same side, and resets the registrar.
   */
  void end() {
    try {
      names.forEach(
          domain -> RecordedConsents.standBehind(told.ledger(domain), () -> consents(domain)));
    } finally {
      told.noFaults();
      patch("{'registrantChangeMode': 'WAIT_WITHOUT_LOCK', 'registrantChangePolicy': '2016'}");
      told.startOver();
      told.profile("A");
    }
  }

  /** A name in the account, of a zone that follows ICANN's policy. */
  String ours() {
    return ours("");
  }

  String ours(String more) {
    return name("com", "'registrantChangeBy': 'ICANN-TRADE'", more);
  }

  /** A name in the account. */
  String name(String tld, String zone, String more) {
    String domain = freshName(tld);
    names.add(domain);
    told.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P700D', 'zone': {%s} %s}"
            .formatted(domain, zone, more));
    return domain;
  }

  /** Remembers a name that was set up separately. */
  String known(String domain) {
    names.add(domain);
    return domain;
  }

  Registrations told() {
    return told;
  }

  /**
   * Starts the process over Camunda REST, with the same members as an order; returns the answer.
   */
  Answer startOnEngine(String login, String reference, String domain, String more) {
    if (login.equals(CONSENTING)) {
      told.give(domain, Clients.CONSENTING_LOGIN);
    }
    return (login.equals(CONSENTING) ? new Clients(port).consenting() : new Caller(port, login))
        .postExactly(
            "/engine-rest/process-definition/key/ChangeOfRegistrantProcess/start",
            ChangeOrders.asStart(reference, domain, more));
  }

  /** Orders a change through the order API under any login; returns the reference. */
  String placeAs(String login, String domain, String more) {
    String reference = reference();
    Answer placed =
        new Caller(port, login)
            .post(
                "/api/v1/orders",
                ("{'reference': '%s', 'operation': 'CHANGE_REGISTRANT', 'account': 'sandbox',"
                        + " 'domain': '%s' %s %s}")
                    .formatted(reference, domain, ADA_ELSEWHERE, more));
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    return reference;
  }

  /** Gives an order the input that it waits for, under any login. */
  Answer input(String login, String reference, String json) {
    return new Caller(port, login).post("/api/v1/orders/" + reference + "/input", json);
  }

  static String reference() {
    return "C-" + UUID.randomUUID();
  }

  /** The order as staff sees it, once it is as expected. */
  JsonNode await(String reference, Predicate<JsonNode> expected) {
    JsonNode[] last = new JsonNode[1];
    Awaitility.await()
        .untilAsserted(
            () -> {
              last[0] = admin.get("/api/v1/orders/" + reference).body();
              assertThat(expected.test(last[0])).as(last[0].toString()).isTrue();
            });
    return last[0];
  }

  JsonNode awaitStatus(String reference, String status) {
    return await(reference, order -> order.path("status").asText().equals(status));
  }

  JsonNode awaitFailure(String reference, String reason) {
    JsonNode order = awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).as(order.toString()).isEqualTo(reason);
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    return order;
  }

  JsonNode awaitWaitingFor(String reference, String code) {
    return await(reference, order -> order.at("/waitingFor/code").asText().equals(code));
  }

  /** The task in which a person is asked. */
  String task(String reference, String definitionKey) {
    return await(
            reference,
            order -> {
              String id = order.at("/waitingFor/taskId").asText();
              return !id.isEmpty() && definitionKey.equals(definitionKey(id));
            })
        .at("/waitingFor/taskId")
        .asText();
  }

  /** The task in which a person is asked again. */
  String otherTask(String reference, String definitionKey, String former) {
    await(reference, order -> !order.at("/waitingFor/taskId").asText(former).equals(former));
    return task(reference, definitionKey);
  }

  /** A task of an order that has ended. */
  String openTask(String reference, String definitionKey) {
    String path =
        "/engine-rest/task?processInstanceBusinessKey=%s&taskDefinitionKey=%s"
            .formatted(reference, definitionKey);
    return Awaitility.await()
        .until(() -> admin.get(path).body().at("/0/id").asText(), id -> !id.isEmpty());
  }

  String definitionKey(String task) {
    return admin.get("/engine-rest/task/" + task).body().path("taskDefinitionKey").asText();
  }

  /** What a task's form shows to somebody who opens it. */
  JsonNode form(String login, String task) {
    return new Caller(port, login).get("/engine-rest/task/" + task + "/form-variables").body();
  }

  /** Decides a task, with more form fields before the closing brace. */
  Answer decide(String login, String task, String decision, String more) {
    return new Caller(port, login)
        .post(
            "/engine-rest/task/" + task + "/submit-form",
            "{'variables': {'decision': {'value': '%s', 'type': 'String'} %s}}"
                .formatted(decision, more));
  }

  void decided(String login, String task, String decision, String more) {
    Answer answer = decide(login, task, decision, more);
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 299);
  }

  /** Approves with proof for one side. */
  void approve(String reference, String side) {
    decided("approver", task(reference, "Task_ApproveFor" + side + "Registrant"), "APPROVE", PROOF);
  }

  static String proof() {
    return PROOF;
  }

  static String field(String name, String value) {
    return ", '%s': {'value': '%s', 'type': 'String'}".formatted(name, value);
  }

  /** Sets something of the account. */
  void patch(String json) {
    Answer answer = admin.patch("/api/v1/accounts/sandbox", json);
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 299);
  }

  /** Records a standing authorisation of the account, and returns its id. */
  String authorize(String side, String more) {
    Answer answer =
        admin.post(
            "/api/v1/accounts/sandbox/authorizations",
            "{'side': '%s', 'basis': 'agreement', 'textVersion': '3' %s}".formatted(side, more));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body().get("id").asText();
  }

  void revoke(String id) {
    assertThat(admin.delete("/api/v1/accounts/sandbox/authorizations/" + id).status())
        .isEqualTo(204);
  }

  void hold(String domain) {
    Answer answer =
        admin.put(
            "/api/v1/domains/" + domain + "/hold", "{'kind': 'UDRP', 'reference': 'D2026-0001'}");
    assertThat(answer.status()).isBetween(200, 299);
  }

  /** Somebody gives the name to Nora in the registrar's panel. */
  void givenToNora(String domain) {
    told.registry(
        ("{'domain': '%s', 'owner': 'OURS', 'expires': 'P700D',"
                + " 'zone': {'registrantChangeBy': 'ICANN-TRADE'},"
                + " 'registrant': {'firstName': 'Nora', 'lastName': 'Example',"
                + " 'street': ['Main Street 1'], 'city': 'Berlin', 'postalCode': '10115',"
                + " 'country': 'DE', 'phone': '+49.301234567', 'email': 'nora@example.net'}}")
            .formatted(domain));
  }

  /** The registrar answers a command once without doing anything. */
  void fault(String command, String fault, String words, String domain) {
    told.fault(
        "{'command': '%s', 'fault': '%s', 'times': 1, 'domain': '%s', 'description': '%s'}"
            .formatted(command, fault, domain, words));
  }

  List<JsonNode> consents(String domain) {
    return list(admin.get("/api/v1/consents?domain=" + domain).body());
  }

  /** Side, kind and state of each record. */
  List<String> consentStates(String domain) {
    return consents(domain).stream()
        .map(
            consent ->
                consent.get("side").asText()
                    + " "
                    + consent.get("kind").asText()
                    + " "
                    + consent.get("state").asText())
        .toList();
  }

  JsonNode domain(String domain) {
    return admin.get("/api/v1/domains/" + domain).body();
  }

  /** The requests for a change and their withdrawals, oldest first. */
  List<String> trades(String domain) {
    return ledger(domain, "TradeDomain").stream()
        .map(entry -> entry.at("/parameters/ACTION").asText("request").toLowerCase(Locale.ROOT))
        .toList();
  }

  JsonNode trade(String domain) {
    return ledger(domain, "TradeDomain").stream()
        .reduce((first, last) -> last)
        .orElseThrow()
        .get("parameters");
  }

  List<JsonNode> ledger(String domain, String command) {
    return told.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().equals(command))
        .toList();
  }

  List<JsonNode> mails(String domain, String kind) {
    return told.mails(domain).stream()
        .filter(mail -> mail.get("kind").asText().equals(kind))
        .toList();
  }

  /** The kind of each mail about the name. */
  List<String> kindsOfMail(String domain) {
    return told.mails(domain).stream().map(mail -> mail.get("kind").asText()).toList();
  }

  /** The latest mail that asks the prior registrant. */
  JsonNode confirmationMail(String domain) {
    if (mails(domain, "TRADE_CONFIRMATION").isEmpty()) {
      told.advance("P3D");
    }
    return mails(domain, "TRADE_CONFIRMATION").stream().reduce((first, last) -> last).orElseThrow();
  }

  /** How often the prior registrant was asked by mail. */
  int confirmations(String domain) {
    return mails(domain, "TRADE_CONFIRMATION").size();
  }

  /** The steps that the process of an order has passed. */
  List<String> passed(JsonNode order) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(order.get("processInstanceId").asText())
        .orderPartiallyByOccurrence()
        .asc()
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  /** The steps that all processes of this kind together have passed. */
  Set<String> reached() {
    Set<String> reached = new HashSet<>();
    history.createHistoricActivityInstanceQuery().list().stream()
        .filter(
            activity -> activity.getProcessDefinitionKey().equals(ChangeOfRegistrantProcess.KEY))
        .forEach(activity -> reached.add(activity.getActivityId()));
    return reached;
  }

  private static List<JsonNode> list(JsonNode array) {
    return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
  }
}
