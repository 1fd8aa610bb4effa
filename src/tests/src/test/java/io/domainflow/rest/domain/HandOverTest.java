package io.domainflow.rest.domain;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.order.content.Operation;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Staff assign a name to another owner, and the rights of both change. */
@DomainflowTest
class HandOverTest extends NameStage {

  @Autowired
  HandOverTest(@LocalServerPort int port) {
    super(port);
  }

  @Test
  void aNameIsNotHandedOverWhileAnOrderIsOpenForIt() {
    String domain = freshName("ca");
    String reference = place(owner, Operation.REGISTER, domain);

    Answer refused = handOver(operator, domain, "'client/" + groupMate + "'");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("type").asText()).isEqualTo("urn:domainflow:problem:name-busy");
    assertThat(
            owner.get(refused.body().at("/order/href").asText()).body().get("reference").asText())
        .isEqualTo(reference);
    owner.post(ORDERS + "/" + reference + "/cancel", "");
    awaitEnd(owner, reference);
    assertThat(handOver(operator, domain, "'client/" + groupMate + "'").status()).isEqualTo(200);
  }

  @Test
  void afterAHandOverTheFormerOwnerReadsOnlyHisOldOrders() {
    String domain = freshName("com");
    String client = clients.add();
    Caller former = clients.caller(client);
    String reference = place(former, Operation.REGISTER, domain);
    awaitEnd(former, reference);

    assertThat(handOver(approver, domain, "'group/" + group + "'").status()).isEqualTo(200);

    assertThat(former.get(ORDERS + "/" + reference).status()).isEqualTo(200);
    assertThat(former.get("/api/v1/domains/" + domain).status()).isEqualTo(404);
    assertThat(tryOut(former, Operation.DELETE, domain).status()).isEqualTo(404);
    assertThat(owner.get(ORDERS + "/" + reference).status()).isEqualTo(404);
    assertThat(tryOut(owner, Operation.DELETE, domain).status()).isEqualTo(200);
    // a repeated request gets the answer of the first
    assertThat(handOver(approver, domain, "null").status()).isEqualTo(200);
    assertThat(tryOut(owner, Operation.DELETE, domain).status()).isEqualTo(404);
  }

  @Test
  void handingOverAllNamesReportsWhatIsWrongAndWhatRemains() {
    String before = clients.add();
    String coming = freshName("ca");
    place(clients.caller(before), Operation.REGISTER, coming);
    String request = "{'account': 'sandbox', 'from': '%s', 'to': 'client/%s', 'reason': 'moves'}";
    String after = clients.add();

    Answer moved =
        operator.post("/api/v1/domain-owners", request.formatted("client/" + before, after));

    assertThat(moved.body().get("given").asInt()).isZero();
    assertThat(moved.body().get("busy")).extracting(JsonNode::asText).containsExactly(coming);
    for (String from : List.of("client/" + after, "client/mistyped", "nobody")) {
      assertThat(operator.post("/api/v1/domain-owners", request.formatted(from, after)).status())
          .as(from)
          .isEqualTo(400);
    }
    Answer incomplete = operator.get("/api/v1/domains/" + coming + "/owner");
    assertThat(incomplete.status()).isEqualTo(400);
    assertThat(incomplete.body().at("/errors/0/field").asText()).isEqualTo("account");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'client/nobody-here'",
        "'group/nobody-here'",
        "'operator'",
        "'nobody'",
        "'client/'",
        "'; drop table'",
        "7"
      })
  void cannotBeAssignedToAnUnknownUser(String owner) {
    Answer refused = handOver(operator, freshName("com"), owner);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("errors").get(0).get("field").asText()).isEqualTo("owner");
  }

  @Test
  void operatorsAndApproversGiveToUsersThatTheyCannotRead() {
    String domain = freshName("com");

    assertThat(handOver(operator, domain, "'billing2'").status()).isEqualTo(200);
    assertThat(handOver(approver, domain, "'billing'").status()).isEqualTo(200);
    assertThat(
            operator
                .get("/api/v1/domain-owners?owner=billing&account=sandbox")
                .body()
                .get("domains")
                .findValuesAsText("domain"))
        .contains(domain);
    assertThat(analyst.get("/api/v1/domain-owners").status()).isEqualTo(403);
    assertThat(owner.get("/api/v1/domain-owners").status()).isEqualTo(403);
  }

  @Test
  void aShopThatMovesToAClientTakesItsNamesWithItAtOnce() {
    String before = clients.add();
    String after = clients.add();
    String free = ownedBy("client/" + before);
    String busy = freshName("ca");
    stories.give(busy, "client/" + before);
    String reference = place(clients.caller(before), Operation.REGISTER, busy);
    String request =
        "{'account': 'sandbox', 'from': 'client/%s', 'to': 'client/%s', 'reason': 'the shop moves'}"
            .formatted(before, after);

    Answer moved = operator.post("/api/v1/domain-owners", request);

    assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
    assertThat(moved.body().get("given").asInt()).isEqualTo(1);
    assertThat(moved.body().get("busy")).extracting(JsonNode::asText).containsExactly(busy);
    Caller shopAfter = clients.caller(after);
    assertThat(shopAfter.get("/api/v1/domains/" + free).status()).isEqualTo(200);
    assertThat(shopAfter.get("/api/v1/domains/" + busy).status()).isEqualTo(404);
    clients.caller(before).post(ORDERS + "/" + reference + "/cancel", "");
    assertThat(operator.post("/api/v1/domain-owners", request).body().get("busy")).isEmpty();
    assertThat(shopAfter.get("/api/v1/domains/" + busy).status()).isEqualTo(200);
    assertThat(operator.post("/api/v1/domain-owners", request.replace(after, "nobody")).status())
        .isEqualTo(400);
    for (Caller caller : List.of(owner, billing2, analyst)) {
      assertThat(caller.post("/api/v1/domain-owners", request).status()).isEqualTo(403);
    }
  }

  @Test
  void clientsAndAnalystsGiveNothingAway() {
    String domain = ownedBy("client/" + shop);

    for (Caller caller : List.of(owner, other, billing2, analyst)) {
      assertThat(handOver(caller, domain, "'billing2'").status()).isEqualTo(403);
      assertThat(caller.get("/api/v1/domains/" + domain + "/owner?account=sandbox").status())
          .isEqualTo(403);
    }
  }

  @Test
  void aNewClientInheritsNoNamesFromARemovedOneOfTheSameName() {
    String client = clients.add();
    String domain = ownedBy("client/" + client);
    assertThat(admin.delete("/api/v1/clients/" + client).status()).isEqualTo(204);
    assertThat(
            admin
                .post(
                    "/api/v1/clients",
                    "{'name': '%s', 'accounts': ['*'], 'operations': ['*']}".formatted(client))
                .status())
        .isEqualTo(201);

    assertThat(clients.caller(client).get("/api/v1/domains/" + domain).status()).isEqualTo(404);
    assertThat(
            admin
                .get("/api/v1/domains/" + domain + "/owner?account=sandbox")
                .body()
                .get("owner")
                .isNull())
        .isTrue();
  }

  @Test
  void aUserWithNamesIsNotDeletedForAnotherToGetThem() {
    String user = "shop" + UUID.randomUUID().toString().substring(0, 8);
    admin.post(
        "/engine-rest/user/create",
        "{'profile': {'id': '%s'}, 'credentials': {'password': '%s-password'}}"
            .formatted(user, user));
    admin.put("/engine-rest/group/billing/members/" + user, "{}");
    String domain = freshName("com");
    assertThat(handOver(operator, domain, "'" + user + "'").status()).isEqualTo(200);

    Answer refused = admin.delete("/engine-rest/user/" + user);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().toString()).contains("has orders or domain names");
    assertThat(handOver(operator, domain, "null").status()).isEqualTo(200);
    assertThat(admin.delete("/engine-rest/user/" + user).status()).isEqualTo(204);
  }
}
