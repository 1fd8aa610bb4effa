package io.domainflow.rest.domain;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.order.Operation;
import io.domainflow.process.ProcessContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A name is its owner's: others order nothing for it, and learn nothing of it. */
@DomainflowTest
class NameOwnersTest {

  private static final String ORDERS = "/api/v1/orders";

  private static final Map<String, Object> REGISTRANT =
      Map.of(
          "firstName", "Eve",
          "lastName", "Stranger",
          "street", List.of("Side Street 2"),
          "city", "Berlin",
          "postalCode", "10115",
          "country", "DE",
          "phone", "+49.301234568",
          "email", "eve@example.net");

  private final ObjectMapper json = new ObjectMapper();
  private final List<ProcessContract> contracts;
  private final JdbcClient jdbc;
  private final Clients clients;
  private final Registrations stories;
  private final Caller admin;
  private final Caller operator;
  private final Caller approver;
  private final Caller analyst;
  private final Caller billing2;
  private final String shop;
  private final String groupMate;
  private final Caller owner;
  private final Caller mate;
  private final Caller other;
  private final String group;

  @Autowired
  NameOwnersTest(@LocalServerPort int port, List<ProcessContract> contracts, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.contracts = contracts;
    this.clients = new Clients(port);
    this.stories = new Registrations(port);
    this.admin = new Caller(port, "admin");
    this.operator = new Caller(port, "operator");
    this.approver = new Caller(port, "approver");
    this.analyst = new Caller(port, "analyst");
    this.billing2 = new Caller(port, "billing2");
    this.group = "group-" + UUID.randomUUID().toString().substring(0, 13);
    this.shop = clients.add(everything(group));
    this.groupMate = clients.add(everything(group));
    this.owner = clients.caller(shop);
    this.mate = clients.caller(groupMate);
    this.other = clients.caller(clients.add());
  }

  private static String everything(String group) {
    return "'group': '%s', 'accounts': ['*'], 'operations': ['*']".formatted(group);
  }

  /** An order that may be placed for a name that is here. */
  private Map<String, Object> order(Operation operation, String domain) {
    Map<String, Object> order =
        new LinkedHashMap<>(
            Map.of(
                "reference",
                "N-" + UUID.randomUUID(),
                "operation",
                operation.name(),
                "account",
                "sandbox",
                "domain",
                domain));
    switch (operation) {
      case REGISTER -> {
        order.put("period", "1Y");
        order.put("registrant", REGISTRANT);
      }
      case TRANSFER -> order.put("authCode", "a-guessed-code");
      case CHANGE_REGISTRANT -> order.put("registrant", REGISTRANT);
      case RENEW -> {
        order.put("period", "1Y");
        order.put("expires", "2030-01-01");
      }
      case DELETE -> order.put("confirmDomain", domain);
      case RESTORE, SUSPEND, UNSUSPEND, CANCEL -> {
        // no more than the name
      }
    }
    return order;
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(Map<String, Object> order) {
    return written(order);
  }

  /** A name in the account that is nobody's. */
  private String nobodys() {
    String domain = freshName("com");
    Answer set =
        admin.post(
            "/sandbox/registry",
            "{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D'}".formatted(domain));
    assertThat(set.status()).isEqualTo(200);
    return domain;
  }

  private String ownedBy(String text) {
    String domain = nobodys();
    stories.give(domain, text);
    return domain;
  }

  /** All ways in which an order, or a try of one, can be sent. */
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

  private Answer tryOut(Caller caller, Operation operation, String domain) {
    return caller.postExactly("/api/v1/dry-runs", text(order(operation, domain)));
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
  void aNameWithoutOwnerIsStaffs(Operation operation) {
    String domain = nobodys();

    for (Answer answer : everyWay(owner, operation, domain)) {
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(404);
    }
    assertIsLetIn(tryOut(operator, operation, domain));
  }

  /** Whatever the order would come to, it is looked at. */
  private static void assertIsLetIn(Answer tried) {
    assertThat(tried.status()).as(tried.body().toString()).isIn(200, 400);
    if (tried.status() == 400) {
      assertThat(tried.body().at("/errors/0/code").asText()).isEqualTo("NOT_SUSPENDED");
    }
  }

  @Test
  void aTransferDoesNotTakeANameThatIsHereAlready() {
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

  /** An operator may take the name away from whoever has brought it. */
  @Test
  void aTransferThatWasCompletedOnceTakesNothingAgain() {
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
  void whoeverIsAClientIsOneWhateverElse() {
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
  void whoRegistersANameOwnsIt() {
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
  void whatStaffRegistersIsNobodysUntilItIsGiven() {
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
  void whatStaffOrdersForANameItsOwnerSeesAndHears() {
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
    assertThat(mate.get("/api/v1/webhooks/" + webhook + "/deliveries").body().toString())
        .contains("order.created", "order.completed");
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
  void whoJoinsAGroupBringsHisNamesAndWhoLeavesItLeavesThemThere() {
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
  void afterAHandOverTheFormerOwnerReadsHisOldOrdersAndNoMore() {
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
    // the same again gets the answer of the first time
    assertThat(handOver(approver, domain, "null").status()).isEqualTo(200);
    assertThat(tryOut(owner, Operation.DELETE, domain).status()).isEqualTo(404);
  }

  @Test
  void aRepetitionGetsItsAnswerWhoeverHasTheNameNow() {
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

  /** Another order of the group, or of staff, may have the same reference. */
  @Test
  void aLinkLeadsToTheOrderThatIsMeant() {
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

  @Test
  void aGroupThatHasEndedLeavesNothingToOneOfTheSameName() {
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
  void aRepetitionByWhoHasLeftTheGroupBuysNothingAndTellsNothing() {
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
  void whatOneProgramOfAGroupDoesTheOtherReadsUnderItsName() {
    String reference = place(owner, Operation.REGISTER, freshName("ca"));
    mate.post(ORDERS + "/" + reference + "/cancel", "");

    assertThat(mate.get(ORDERS + "/" + reference).body().path("placedBy").asText())
        .isEqualTo("client/" + shop);
    assertThat(owner.get(ORDERS + "/" + reference + "/timeline").body().toString())
        .contains("\"client/" + groupMate + "\"")
        .doesNotContain("our staff");
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
  void aContactThatStaffNamesForAnOwnerIsKnownToHimAfterwards() {
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
  void aHandOverOfAllSaysWhatIsWrongAndWhatIsStillToCome() {
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

  @Test
  void aRemovedClientLeavesNoNamesToWhoeverIsCalledSoNext() {
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
  void isGivenToNobodyWhoIsNotThere(String owner) {
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
  void aShopThatMovesToAClientTakesItsNamesAlongAtOnce() {
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
  void aContactOfOthersIsNotNamedInAnOrder() {
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
  void aNameThatHasLeftForGoodIsWhoeversItComesBackFor() {
    String domain = freshName("com");
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
    // as the daily check notes it
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

  private static boolean deletionIsPending(Caller caller, String reference) {
    return caller
        .get(ORDERS + "/" + reference)
        .body()
        .at("/waitingFor/code")
        .asText()
        .equals("DELETION_PENDING");
  }

  private Answer handOver(Caller caller, String domain, String owner) {
    return caller.put(
        "/api/v1/domains/" + domain + "/owner?account=sandbox",
        "{'owner': %s, 'reason': 'ticket 4711'}".formatted(owner));
  }

  private String place(Caller caller, Operation operation, String domain) {
    Map<String, Object> order = order(operation, domain);
    Answer placed = caller.postExactly(ORDERS, text(order));
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    return order.get("reference").toString();
  }

  private static JsonNode awaitEnd(Caller caller, String reference) {
    JsonNode[] last = new JsonNode[1];
    Awaitility.await()
        .alias(reference)
        .untilAsserted(
            () -> {
              last[0] = caller.get(ORDERS + "/" + reference).body();
              assertThat(last[0].path("status").asText())
                  .as(last[0].toString())
                  .isIn("COMPLETED", "FAILED", "CANCELLED");
            });
    return last[0];
  }

  private static List<String> names(Caller caller) {
    return Stream.of("/api/v1/domains", "/api/v1/domains?expiringBefore=2090-01-01")
        .flatMap(list -> caller.get(list).body().findValuesAsText("domain").stream())
        .toList();
  }
}
