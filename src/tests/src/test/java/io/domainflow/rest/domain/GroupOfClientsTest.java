package io.domainflow.rest.domain;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.order.content.Operation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients of a group work on its names and orders together, as long as they belong to it. */
@DomainflowTest
class GroupOfClientsTest extends NameStage {

  @Autowired
  GroupOfClientsTest(@LocalServerPort int port) {
    super(port);
  }

  @Test
  void aGroupWorksOnItsOrdersTogether() {
    String reference = place(owner, Operation.REGISTER, freshName("ca"));
    Awaitility.await()
        .until(
            () ->
                "WAITING"
                    .equals(mate.get(ORDERS + "/" + reference).body().path("status").asText()));

    assertThat(mate.get(ORDERS).body().toString()).contains(reference);
    assertThat(other.post(ORDERS + "/" + reference + "/cancel", "").status()).isEqualTo(404);
    assertThat(mate.post(ORDERS + "/" + reference + "/cancel", "").status()).isEqualTo(200);
  }

  @Test
  void aClientBringsItsNamesToAGroupAndLeavesThemThere() {
    String single = clients.add();
    Caller alone = clients.caller(single);
    String domain = ownedBy("client/" + single);
    String reference = place(alone, Operation.CANCEL, domain);
    awaitEnd(alone, reference);

    clients.change(single, "'group': '%s'".formatted(group));

    assertThat(mate.get("/api/v1/domains/" + domain).status()).isEqualTo(200);
    assertThat(mate.get(ORDERS + "/" + reference).status()).isEqualTo(200);
    assertThat(alone.get("/api/v1/domains/" + domain).status()).isEqualTo(200);

    clients.change(single, "'group': null");

    assertThat(mate.get("/api/v1/domains/" + domain).status()).isEqualTo(200);
    assertThat(alone.get("/api/v1/domains/" + domain).status()).isEqualTo(404);
    assertThat(alone.get(ORDERS + "/" + reference).status()).isEqualTo(404);
  }

  @Test
  void aNewGroupInheritsNothingFromADeletedOneOfTheSameName() {
    String brand = "brand-" + UUID.randomUUID().toString().substring(0, 13);
    String last = clients.add(everything(brand));
    Caller before = clients.caller(last);
    String done = freshName("com");
    String ended = place(before, Operation.REGISTER, done);
    awaitEnd(before, ended);
    String waiting = place(before, Operation.REGISTER, freshName("ca"));

    clients.change(last, "'group': null");

    Caller next = clients.caller(clients.add(everything(brand)));
    assertThat(names(next)).isEmpty();
    for (Caller caller : List.of(before, next)) {
      assertThat(caller.get(ORDERS).body().get("orders")).isEmpty();
      assertThat(caller.get(ORDERS + "/" + ended).status()).isEqualTo(404);
      assertThat(caller.post(ORDERS + "/" + waiting + "/cancel", "").status()).isEqualTo(404);
      assertThat(caller.get("/api/v1/domains/" + done).status()).isEqualTo(404);
    }
    assertThat(operator.post(ORDERS + "/" + waiting + "/cancel", "").status()).isEqualTo(200);
  }

  @Test
  void whatAWebhookWasSentAboutTheGroupStaysNotWithAClientThatLeaves() {
    String leaving = clients.add(everything(group));
    Caller former = clients.caller(leaving);
    String webhook =
        "/api/v1/webhooks/"
            + former
                .post("/api/v1/webhooks", "{'url': 'https://webhooks.example.net/'}")
                .body()
                .get("id")
                .asText();
    String reference = place(owner, Operation.REGISTER, freshName("ca"));
    assertThat(owner.post(ORDERS + "/" + reference + "/cancel", "").status()).isEqualTo(200);
    JsonNode told = former.get(webhook + "/deliveries").body().get("deliveries");
    String delivery = told.get(0).get("id").asText();
    assertThat(former.get(webhook + "/deliveries/" + delivery).body().toString())
        .contains(reference);

    clients.change(leaving, "'group': null");

    assertThat(former.get(webhook).status()).isEqualTo(200);
    assertThat(former.get(webhook + "/deliveries").body().get("deliveries")).isEmpty();
    assertThat(former.get(webhook + "/deliveries/" + delivery).status()).isEqualTo(404);
    assertThat(former.post(webhook + "/deliveries/" + delivery + "/replay", "").status())
        .isEqualTo(404);
  }

  @Test
  void aRepeatedOrderByAFormerGroupMemberBuysNothingAndRevealsNothing() {
    String client = clients.add(everything(group));
    Caller former = clients.caller(client);
    Map<String, Object> order = order(Operation.REGISTER, freshName("com"));
    former.postExactly(ORDERS, text(order));
    awaitEnd(former, order.get("reference").toString());
    clients.change(client, "'group': null");

    for (Answer again :
        List.of(
            former.postExactly(ORDERS, text(order)),
            former.postExactly(ORDERS, text(order), "Prefer", "wait=5"),
            former.postExactly("/api/v1/dry-runs", text(order)))) {
      assertThat(again.status()).as(again.body().toString()).isEqualTo(422);
      assertThat(again.body().get("type").asText()).endsWith(":reference-used");
      assertThat(again.body().get("detail").asText()).contains("nothing was bought");
      assertThat(again.body().has("order")).isFalse();
    }
  }

  @Test
  void programsOfAGroupReadEachOthersOrdersUnderTheirNames() {
    String reference = place(owner, Operation.REGISTER, freshName("ca"));
    mate.post(ORDERS + "/" + reference + "/cancel", "");

    assertThat(mate.get(ORDERS + "/" + reference).body().path("placedBy").asText())
        .isEqualTo("client/" + shop);
    assertThat(owner.get(ORDERS + "/" + reference + "/timeline").body().toString())
        .contains("\"client/" + groupMate + "\"")
        .doesNotContain("our staff");
  }

  /** Another order of the group, or of staff, may have the same reference. */
  @Test
  void aLinkLeadsToItsOrder() {
    String reference = "DUP-" + UUID.randomUUID();
    String busy = freshName("ca");
    for (Map.Entry<Caller, String> each : Map.of(owner, busy, mate, freshName("ca")).entrySet()) {
      Map<String, Object> order = order(Operation.REGISTER, each.getValue());
      order.put("reference", reference);
      assertThat(each.getKey().postExactly(ORDERS, text(order)).status()).isEqualTo(202);
    }

    Answer refused = mate.postExactly(ORDERS, text(order(Operation.REGISTER, busy)));

    assertThat(refused.status()).isEqualTo(409);
    String shown = refused.body().at("/order/href").asText();
    assertThat(mate.get(shown).body().get("domain").asText()).isEqualTo(busy);
    String open = mate.get("/api/v1/domains/" + busy).body().at("/openOrders/0/href").asText();
    assertThat(mate.get(open).body().get("domain").asText()).isEqualTo(busy);
  }
}
