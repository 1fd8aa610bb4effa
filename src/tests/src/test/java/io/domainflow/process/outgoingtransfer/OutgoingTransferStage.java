package io.domainflow.process.outgoingtransfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import io.domainflow.order.domain.DepartedDomains;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Provides names that another registrar requests, and the answers of people who may decide. */
@OutgoingTransferTest
abstract class OutgoingTransferStage {

  static final String A_WATCH = "PT16M";
  static final Pattern LINK = Pattern.compile("/holder/[A-Za-z0-9_-]+");

  final int port;
  final Registrations registrations;
  final Caller approver;
  final Caller admin;
  final Caller billing;
  final Caller holder;
  final JdbcClient jdbc;
  final DepartedDomains gone;

  OutgoingTransferStage(int port, JdbcClient jdbc, DepartedDomains gone) {
    this.port = port;
    this.jdbc = jdbc;
    this.gone = gone;
    this.registrations = new Registrations(port);
    this.approver = new Caller(port, "approver");
    this.admin = new Caller(port, "admin");
    this.billing = new Caller(port, "billing");
    this.holder = Caller.stranger(port);
  }

  @BeforeEach
  void begin() {
    registrations.startOver();
    registrations.profile("A");
  }

  @AfterEach
  void putEverythingBack() {
    registrations.noFaults();
    registrations.startOver();
  }

  String registered() {
    String domain = Registrations.freshName("com");
    registrations.awaitStatus(registrations.place(domain, ""), "COMPLETED");
    return domain;
  }

  /** One of our names that another registrar requests, as the watch has detected. */
  String wanted() {
    String domain = registered();
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);
    return domain;
  }

  List<JsonNode> tasks() {
    List<JsonNode> tasks = new ArrayList<>();
    approver
        .get("/engine-rest/task?processDefinitionKey=OutgoingTransferProcess&maxResults=500")
        .body()
        .forEach(tasks::add);
    return tasks;
  }

  JsonNode task(String domain) {
    List<JsonNode> found =
        tasks().stream().filter(task -> task.get("name").asText().contains(domain)).toList();
    assertThat(found).as(domain).hasSize(1);
    return found.get(0);
  }

  void noTask(String domain) {
    assertThat(tasks()).noneMatch(task -> task.get("name").asText().contains(domain));
  }

  Answer answer(String domain, Map<String, String> fields) {
    String id = task(domain).get("id").asText();
    approver.post("/engine-rest/task/" + id + "/claim", "{'userId': 'approver'}");
    List<String> variables = new ArrayList<>();
    fields.forEach(
        (name, value) ->
            variables.add("'%s': {'value': '%s', 'type': 'String'}".formatted(name, value)));
    return approver.post(
        "/engine-rest/task/" + id + "/submit-form",
        "{'variables': {" + String.join(", ", variables) + "}}");
  }

  static Map<String, String> denial(String reason, String proof) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("decision", "DENY");
    fields.put("reason", reason);
    fields.put("proof", proof);
    return fields;
  }

  void denies(String domain, String reason, String proof) {
    Answer answer = answer(domain, denial(reason, proof));
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
  }

  void approves(String domain) {
    Answer answer = answer(domain, Map.of("decision", "APPROVE"));
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
  }

  /** Gives an answer that does not arrive at the registrar, and will be sent again. */
  void answerDoesNotArrive(String domain, Runnable answer) {
    registrations.fault(
        "{'command': 'TransferDomain', 'fault': 'RESET_BEFORE', 'times': 1000, 'domain': '%s'}"
            .formatted(domain));
    answer.run();
    Awaitility.await().until(() -> hasBeenStruck(domain));
  }

  private boolean hasBeenStruck(String domain) {
    return admin
        .get("/sandbox/faults")
        .body()
        .valueStream()
        .anyMatch(
            fault ->
                fault.get("domain").asText().equals(domain) && fault.get("times").asInt() < 1_000);
  }

  JsonNode domain(String domain) {
    return registrations
        .operator()
        .get("/api/v1/domains/" + domain + "?account=" + registrations.account())
        .body();
  }

  void ended(String domain, String state) {
    Awaitility.await()
        .untilAsserted(
            () -> {
              assertThat(state(domain)).isEqualTo(state);
              assertThat(instances(domain)).isZero();
            });
    noTask(domain);
  }

  String state(String domain) {
    return jdbc.sql(
            "select state from outgoing_transfer where domain = :domain order by found_at desc")
        .param("domain", domain)
        .query(String.class)
        .list()
        .get(0);
  }

  int instances(String domain) {
    return admin
        .get(
            "/engine-rest/process-instance/count?processDefinitionKey=OutgoingTransferProcess"
                + "&variables=domain_eq_"
                + domain)
        .body()
        .get("count")
        .asInt();
  }

  List<String> answers(String domain) {
    return registrations.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().equals("TransferDomain"))
        .map(JsonNode::toString)
        .toList();
  }

  List<String> toBeLookedAfter() {
    return gone.unreported(registrations.account()).stream()
        .map(name -> name.domain().ascii())
        .toList();
  }

  /** A name that is not locked, whose holder has got its auth code. */
  String withCode() {
    String domain = Registrations.freshName("com");
    registrations.awaitStatus(registrations.place(domain, ", 'transferLock': false"), "COMPLETED");
    registrations.awaitAuthCode(registrations.placePlain("AUTH_CODE", domain, ""));
    return domain;
  }

  String shown(String domain, String field) {
    return approver
        .get("/engine-rest/task/" + task(domain).get("id").asText() + "/form-variables")
        .body()
        .at("/" + field + "/value")
        .asText();
  }

  List<JsonNode> given(String domain) {
    String id =
        jdbc.sql("select id from outgoing_transfer where domain = :domain order by found_at desc")
            .param("domain", domain)
            .query(String.class)
            .list()
            .get(0);
    List<JsonNode> given = new ArrayList<>();
    Answer answer = approver.get("/api/v1/outgoing-transfers/" + id + "/answers");
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    answer.body().get("answers").forEach(given::add);
    return given;
  }

  void hold(String domain, String kind) {
    Answer set =
        admin.put(
            "/api/v1/domains/" + domain + "/hold",
            "{'kind': '%s', 'reference': 'case 1'}".formatted(kind));
    assertThat(set.status()).as("%s", set.body()).isEqualTo(200);
  }

  String mail(String domain) {
    return registrations.mails(domain).stream()
        .filter(sent -> sent.get("kind").asText().equals("TRANSFER_OUT_REQUESTED"))
        .map(sent -> sent.get("text").asText())
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  String linkIn(String domain) {
    String mail = mail(domain);
    Matcher link = LINK.matcher(mail);
    assertThat(link.find()).as(mail).isTrue();
    return link.group();
  }

  String page(String link) {
    return holder.get(link).response().body();
  }
}
