package io.domainflow.process.update;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import java.util.List;
import java.util.UUID;

/** The steps of the stories of an update: names, orders, decisions, and what was changed. */
final class UpdateStories {

  static final String OTHER_SERVERS = ", 'nameservers': ['ns1.example.org', 'ns2.example.org']";

  static final String MOVED =
      ", 'registrantDetails': {'street': ['New Street 2'], 'city': 'Hamburg',"
          + " 'postalCode': '20095', 'country': 'DE'}";

  static final String TECH =
      ", 'contacts': {'tech': {'firstName': 'Tom', 'lastName': 'Tech', 'street': ['Side Street 3'],"
          + " 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE',"
          + " 'phone': '+49.301234567', 'email': 'tom@example.net'}}";

  private final Registrations stories;
  private final Caller approver;

  UpdateStories(int port, Registrations stories) {
    this.stories = stories;
    this.approver = new Caller(port, "approver");
  }

  /** A name of the caller who orders, open, without privacy, that expires. */
  String here(String more) {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D', 'renewalMode': 'AUTOEXPIRE' %s}"
            .formatted(domain, more));
    return domain;
  }

  /** Orders an update, and returns its reference. */
  String place(String domain, String more) {
    return place("UPDATE", domain, more);
  }

  String place(String operation, String domain, String more) {
    String reference = "U-" + UUID.randomUUID();
    Answer answer = tryPlace(reference, operation, domain, more);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return reference;
  }

  Answer tryPlace(String operation, String domain, String more) {
    return tryPlace("U-" + UUID.randomUUID(), operation, domain, more);
  }

  private Answer tryPlace(String reference, String operation, String domain, String more) {
    return stories.placeRaw(
        "{'reference': '%s', 'operation': '%s', 'account': 'sandbox', 'domain': '%s' %s}"
            .formatted(reference, operation, domain, more));
  }

  /** The answer to a dry run. */
  JsonNode tried(String operation, String domain, String more) {
    Answer answer =
        stories
            .operator()
            .post(
                "/api/v1/orders?dryRun=true",
                "{'reference': 'U-%s', 'operation': '%s', 'account': '%s', 'domain': '%s' %s}"
                    .formatted(UUID.randomUUID(), operation, stories.account(), domain, more));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  String revert(String domain, String reference) {
    return place("REVERT", domain, ", 'reverts': '" + reference + "'");
  }

  /** An update that has been carried out. */
  JsonNode done(String domain, String more) {
    return stories.awaitStatus(place(domain, more), "COMPLETED");
  }

  /** The task for which an order waits; the task of an account opens after its orders wait. */
  String taskOf(String reference, String code) {
    return stories
        .await(
            reference,
            order ->
                order.at("/waitingFor/code").asText().equals(code)
                    && order.at("/waitingFor/taskId").isTextual())
        .at("/waitingFor/taskId")
        .asText();
  }

  /** Decides the task for which an order waits. */
  void decide(String reference, String code, String decision) {
    Answer decided = stories.decide(taskOf(reference, code), decision);
    assertThat(decided.status()).as(decided.body().toString()).isBetween(200, 299);
  }

  /** Completes a task as the approver. */
  void approve(String task, String variables) {
    Answer claimed =
        approver.post("/engine-rest/task/" + task + "/claim", "{'userId': 'approver'}");
    assertThat(claimed.status()).isEqualTo(204);
    Answer approved =
        approver.post(
            "/engine-rest/task/" + task + "/submit-form", "{'variables': {" + variables + "}}");
    assertThat(approved.status()).as(approved.body().toString()).isBetween(200, 299);
  }

  /** Has the registrar refuse a command for a name. */
  void fault(String command, String domain, int times) {
    stories.fault(
        "{'command': '%s', 'fault': 'CODE_552', 'times': %d, 'domain': '%s'}"
            .formatted(command, times, domain));
  }

  /** The commands that changed the name, a text for each call. */
  List<String> changes(String domain) {
    return stories.ledger(domain).stream()
        .map(
            entry ->
                entry.get("parameters").properties().stream()
                    .map(p -> p.getKey() + "=" + p.getValue().asText())
                    .toList()
                    .toString())
        .toList();
  }

  static JsonNode section(JsonNode order, String section) {
    return order.at("/outcome/sections/" + section);
  }

  /** Each section with its state. */
  static List<String> states(JsonNode order) {
    return order.at("/outcome/sections").properties().stream()
        .map(section -> section.getKey() + " " + section.getValue().get("state").asText())
        .toList();
  }
}
