package io.domainflow.rest.domain;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.order.content.Operation;
import io.domainflow.process.ProcessContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A name belongs to its owner: others can neither order for it nor see its data. */
@DomainflowTest
class NameOwnersTest extends NameStage {

  private final List<ProcessContract> contracts;
  private final JdbcClient jdbc;

  @Autowired
  NameOwnersTest(@LocalServerPort int port, List<ProcessContract> contracts, JdbcClient jdbc) {
    super(port);
    this.contracts = contracts;
    this.jdbc = jdbc;
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void noOtherClientOrdersForANameWhoeverItsOwnerIs(Operation operation) {
    for (String holder : List.of("group/" + group, "client/" + shop, "billing")) {
      String domain = ownedBy(holder);
      for (Caller stranger : List.of(other, billing2)) {
        for (Answer answer : everyWay(stranger, operation, domain)) {
          assertThat(answer.status()).as(answer.body().toString()).isEqualTo(404);
        }
        assertThat(tryOut(stranger, operation, domain).body().path("type").asText())
            .isEqualTo("urn:domainflow:problem:domain-not-found");
      }
      assertThat(operator.get(ORDERS + "?domain=" + domain).body().get("orders")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void theOwnerHisGroupAndStaffMay(Operation operation) {
    String domain = ownedBy("group/" + group);

    for (Caller may : List.of(owner, mate, operator, approver, admin)) {
      assertIsLetIn(tryOut(may, operation, domain));
    }
    assertThat(tryOut(analyst, operation, domain).status()).isEqualTo(403);
    assertThat(tryOut(mate, operation, ownedBy("client/" + clients.add())).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"REGISTER", "TRANSFER"})
  void aNameWithoutAnOwnerIsForStaff(Operation operation) {
    String domain = nobodys();

    for (Answer answer : everyWay(owner, operation, domain)) {
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(404);
    }
    assertIsLetIn(tryOut(operator, operation, domain));
  }

  @Test
  void refusesToTransferANameThatIsAlreadyInTheAccount() {
    String domain = nobodys();

    Answer tried = tryOut(other, Operation.TRANSFER, domain);
    String reference = place(other, Operation.TRANSFER, domain);
    JsonNode ended = awaitEnd(other, reference);

    assertThat(tried.body().toString()).contains("cannot be requested by you");
    assertThat(ended.get("status").asText()).isEqualTo("FAILED");
    assertThat(ended.at("/failure/reason").asText()).isEqualTo("TRANSFER_FAILED");
    assertThat(stories.ledger(domain)).isEmpty();
    assertThat(other.get("/api/v1/domains/" + domain).status()).isEqualTo(404);
  }

  /** An operator may take the name from the caller whose order brought it. */
  @Test
  void aCompletedTransferIsNotAppliedTwice() {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OTHER_ACCOUNT', 'authCode': 'secret-1'}".formatted(domain));
    Map<String, Object> first = order(Operation.TRANSFER, domain);
    first.put("authCode", "secret-1");
    other.postExactly(ORDERS, text(first));
    Awaitility.await()
        .until(
            () ->
                other
                    .get(ORDERS + "/" + first.get("reference"))
                    .body()
                    .at("/waitingFor/code")
                    .asText()
                    .equals("TRANSFER_AT_REGISTRY"));
    stories.advance("P8D");
    JsonNode transferred = awaitEnd(other, first.get("reference").toString());
    assertThat(transferred.get("status").asText())
        .as(transferred.toString())
        .isEqualTo("COMPLETED");
    assertThat(handOver(operator, domain, "null").status()).isEqualTo(200);

    JsonNode ended = awaitEnd(other, place(other, Operation.TRANSFER, domain));

    assertThat(ended.get("status").asText()).as(ended.toString()).isEqualTo("FAILED");
    assertThat(other.get("/api/v1/domains/" + domain).status()).isEqualTo(404);
  }

  @Test
  void aClientStaysAClientWhateverItsOtherGroups() {
    assertThat(admin.call("PUT", "/engine-rest/group/operators/members/billing2", null).status())
        .isEqualTo(204);
    try {
      assertThat(billing2.get("/engine-rest/task").status()).isEqualTo(403);
      assertThat(tryOut(billing2, Operation.CANCEL, ownedBy("client/" + shop)).status())
          .isEqualTo(404);
    } finally {
      admin.delete("/engine-rest/group/operators/members/billing2");
    }
  }

  @Test
  void theClientThatRegistersANameOwnsIt() {
    String domain = freshName("com");
    awaitEnd(owner, place(owner, Operation.REGISTER, domain));

    assertThat(owner.get("/api/v1/domains/" + domain).body().get("owner").asText())
        .isEqualTo("group/" + group);
    assertThat(mate.get("/api/v1/domains/" + domain).status()).isEqualTo(200);
    assertThat(other.get("/api/v1/domains/" + domain).status()).isEqualTo(404);
    assertThat(names(mate)).contains(domain);
    assertThat(names(other)).doesNotContain(domain);
  }

  @Test
  void aNameThatStaffRegistersHasNoOwnerUntilItIsAssigned() {
    String domain = freshName("com");
    awaitEnd(operator, place(operator, Operation.REGISTER, domain));
    assertThat(owner.get("/api/v1/domains/" + domain).status()).isEqualTo(404);

    stories.give(domain, "client/" + shop);

    assertThat(owner.get("/api/v1/domains/" + domain).status()).isEqualTo(200);
    JsonNode changes =
        operator.get("/api/v1/domains/" + domain + "/owner?account=sandbox").body().get("changes");
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).get("how").asText()).isEqualTo("HANDED_OVER");
    assertThat(changes.get(0).get("by").asText()).isEqualTo("admin");
  }

  @Test
  void theOwnerSeesAndIsToldWhatStaffOrdersForAName() {
    String domain = ownedBy("group/" + group);
    String webhook =
        mate.post("/api/v1/webhooks", "{'url': 'https://webhooks.example.net/'}")
            .body()
            .get("id")
            .asText();

    String reference = place(operator, Operation.CANCEL, domain);
    awaitEnd(operator, reference);

    JsonNode seen = owner.get(ORDERS + "/" + reference).body();
    assertThat(seen.path("owner").asText()).isEqualTo("group/" + group);
    assertThat(seen.path("placedBy").asText()).isEqualTo("our staff");
    assertThat(operator.get(ORDERS + "/" + reference).body().path("placedBy").asText())
        .isEqualTo("operator");
    assertThat(mate.get(ORDERS + "/" + reference + "/timeline").status()).isEqualTo(200);
    assertThat(other.get(ORDERS + "/" + reference).status()).isEqualTo(404);
    assertThat(mate.get(ORDERS + "/" + reference + "/actions").status()).isEqualTo(200);
    assertThat(other.get(ORDERS + "/" + reference + "/actions").status()).isEqualTo(404);
    String found = ORDERS + "?format=csv&term=" + reference;
    assertThat(mate.get(found).response().body()).contains(domain, "our staff");
    assertThat(other.get(found).response().body()).doesNotContain(domain);
    assertThat(other.get(ORDERS + "?term=" + domain).body().get("orders")).isEmpty();
    assertThat(mate.get("/api/v1/webhooks/" + webhook + "/deliveries").body().toString())
        .contains("order.created", "order.completed");
  }

  @Test
  void aRepeatedOrderGetsItsAnswerAlthoughTheNameHasANewOwner() {
    String domain = freshName("com");
    String client = clients.add();
    Caller former = clients.caller(client);
    Map<String, Object> order = order(Operation.REGISTER, domain);
    former.postExactly(ORDERS, text(order));
    awaitEnd(former, order.get("reference").toString());
    stories.give(domain, "billing");

    Answer again = former.postExactly(ORDERS, text(order));

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.body().get("status").asText()).isEqualTo("COMPLETED");
  }

  @Test
  void aNameThatWasGivenAndNeverReadShowsItsOwner() {
    String domain = freshName("com");
    handOver(operator, domain, "'client/" + shop + "'");

    JsonNode seen = owner.get("/api/v1/domains/" + domain).body();

    assertThat(seen.get("owner").asText())
        .as("the client is in a group")
        .isEqualTo("group/" + group);
    assertThat(mate.get("/api/v1/domains/" + domain).status()).isEqualTo(200);
  }

  @Test
  void anOwnerMayUseAContactThatStaffNamedForHim() {
    String domain = freshName("com");
    awaitEnd(owner, place(owner, Operation.REGISTER, domain));
    String handle = stories.contacts().get(0).get("handle").asText();
    String given = freshName("com");
    String client = clients.add();
    handOver(operator, given, "'client/" + client + "'");
    Map<String, Object> order = order(Operation.REGISTER, given);
    order.put("admin", Map.of("handle", handle));
    operator.postExactly(ORDERS, text(order));
    Map<String, Object> next = order(Operation.REGISTER, freshName("com"));
    next.put("admin", Map.of("handle", handle));

    Answer tried = clients.caller(client).postExactly("/api/v1/dry-runs", text(next));

    assertThat(tried.status()).as(tried.body().toString()).isEqualTo(200);
  }

  @Test
  void anOrderCannotNameAContactOfAnotherOwner() {
    String domain = freshName("com");
    awaitEnd(owner, place(owner, Operation.REGISTER, domain));
    String handle =
        stories.contacts().stream()
            .map(contact -> contact.get("handle").asText())
            .findFirst()
            .orElseThrow();
    Map<String, Object> order = order(Operation.REGISTER, freshName("com"));
    order.put("tech", Map.of("handle", handle));

    Answer refused = billing2.postExactly("/api/v1/dry-runs", text(order));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("errors").get(0).get("field").asText()).isEqualTo("tech.handle");
    assertThat(operator.postExactly("/api/v1/dry-runs", text(order)).status()).isEqualTo(200);
  }

  @Test
  void aNameThatLeftForGoodBelongsToTheClientThatOrdersItAgain() {
    String domain = freshName("de");
    awaitEnd(owner, place(owner, Operation.REGISTER, domain));
    Map<String, Object> deletion = order(Operation.DELETE, domain);
    owner.postExactly(ORDERS, text(deletion));
    Awaitility.await().until(() -> deletionIsPending(owner, deletion.get("reference").toString()));
    stories.advance("P2D");
    JsonNode deleted = awaitEnd(owner, deletion.get("reference").toString());
    assertThat(deleted.get("status").asText()).as(deleted.toString()).isEqualTo("COMPLETED");

    for (Operation operation : Operation.values()) {
      assertThat(tryOut(other, operation, domain).status()).as("%s", operation).isEqualTo(404);
    }
    // as the daily check records it
    jdbc.sql(
            """
            update stored_domain set status = 'UNKNOWN', restorable_until = null,
              gone_at = read_at + interval '1 second'
            where domain = :domain
            """)
        .param("domain", domain)
        .update();
    stories.registry("{'domain': '%s', 'owner': 'FREE'}".formatted(domain));
    awaitEnd(other, place(other, Operation.REGISTER, domain));

    assertThat(other.get("/api/v1/domains/" + domain).status()).isEqualTo(200);
    assertThat(owner.get("/api/v1/domains/" + domain).status()).isEqualTo(404);
  }

  /** All ways of sending an order, or a dry run of one. */
  private List<Answer> everyWay(Caller caller, Operation operation, String domain) {
    Map<String, Object> order = order(operation, domain);
    String process =
        contracts.stream()
            .filter(contract -> contract.operations().contains(operation))
            .findFirst()
            .orElseThrow()
            .key();
    Map<String, Object> variables = new LinkedHashMap<>();
    order.forEach(
        (name, value) -> {
          if (!name.equals("reference")) {
            variables.put(
                name,
                value instanceof String
                    ? Map.of("value", value, "type", "String")
                    : Map.of("value", written(value), "type", "Json"));
          }
        });
    return List.of(
        caller.postExactly(ORDERS, text(order)),
        caller.postExactly(ORDERS + "?dryRun=true", text(order)),
        caller.postExactly("/api/v1/dry-runs", text(order)),
        caller.postExactly(
            "/engine-rest/process-definition/key/" + process + "/start",
            written(Map.of("businessKey", order.get("reference"), "variables", variables))));
  }

  /** The order is processed, whatever its result. */
  private static void assertIsLetIn(Answer tried) {
    assertThat(tried.status()).as(tried.body().toString()).isIn(200, 400);
    if (tried.status() == 400) {
      assertThat(
              tried.body().at("/errors/0/field").asText()
                  + " "
                  + tried.body().at("/errors/0/code").asText())
          .isIn("operation NOT_SUSPENDED", "reverts INVALID");
    }
  }

  private static boolean deletionIsPending(Caller caller, String reference) {
    return caller
        .get(ORDERS + "/" + reference)
        .body()
        .at("/waitingFor/code")
        .asText()
        .equals("DELETION_PENDING");
  }
}
