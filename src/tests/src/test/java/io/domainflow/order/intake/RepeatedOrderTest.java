package io.domainflow.order.intake;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A repeated order gets the same answer and is executed once, also among many at the same time, and
 * a reference belongs to its client.
 */
@DomainflowTest
class RepeatedOrderTest {

  private static final int CALLERS = 50;

  private final JdbcClient jdbc;
  private final Caller billing;
  private final Caller billing2;
  private final Caller operator;
  private final Registrations registrations;

  @Autowired
  RepeatedOrderTest(JdbcClient jdbc, @LocalServerPort int port) {
    this.jdbc = jdbc;
    this.billing = new Caller(port, "billing");
    this.billing2 = new Caller(port, "billing2");
    this.operator = new Caller(port, "operator");
    this.registrations = new Registrations(port);
  }

  /** By then the name has the registrant that was ordered, so a new order has nothing to change. */
  @Test
  void answersARepeatedChangeAsBeforeAndRefusesANewOne() {
    String domain = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'zone': {'registrantChangeBy': 'ICANN-TRADE'}}"
            .formatted(domain));
    String agreed =
        ", 'registrantChangeMode': 'LOCK_AT_ONCE', 'consents': ["
            + "{'side': 'NEW', 'basis': 'agreement', 'textVersion': '3',"
            + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'},"
            + "{'side': 'PRIOR', 'basis': 'agreement', 'textVersion': '3',"
            + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 2'}]";
    String reference = registrations.placeChange(domain, agreed);
    registrations.awaitStatus(reference, "COMPLETED");

    Answer again = registrations.tryChange(reference, domain, agreed);
    Answer another = registrations.tryChange("C-" + UUID.randomUUID(), domain, agreed);

    assertThat(again.status()).as(again.body().toString()).isEqualTo(202);
    assertThat(again.body().get("status").asText()).isEqualTo("COMPLETED");
    assertThat(another.status()).isEqualTo(400);
    assertThat(another.body().at("/errors/0/code").asText()).isEqualTo("NOTHING_CHANGED");
  }

  @Test
  void givesTheSameAnswerToTheSameOrder() {
    String reference = "repeat-" + UUID.randomUUID();
    String domain = freshName("ca");
    String order = order(reference, domain, "");
    Answer first = billing.postExactly("/api/v1/orders", order);
    String reordered =
        order.replace("\"period\": \"1Y\",", "").replaceFirst("\\{", "{\"period\": \"1Y\",");

    Answer second = billing.postExactly("/api/v1/orders", reordered);
    Answer other = billing.postExactly("/api/v1/orders", order.replace("\"1Y\"", "\"2Y\""));
    Answer busy =
        billing.postExactly("/api/v1/orders", order("other-" + UUID.randomUUID(), domain, ""));

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.body().get("id")).isEqualTo(first.body().get("id"));
    assertThat(second.response().headers().firstValue("Location"))
        .hasValue("/api/v1/orders/" + reference);
    assertThat(other.status()).isEqualTo(422);
    assertThat(busy.status()).isEqualTo(409);
    assertThat(busy.body().at("/order/href").asText())
        .isEqualTo("/api/v1/orders/" + first.body().get("id").asText());
    registrations.cancel(reference);
  }

  @Test
  void distinguishesOrdersThatLookAlikeWhenSerialized() {
    String reference = "digest-" + UUID.randomUUID();
    String domain = freshName("ca");
    String one = order(reference, domain, ", \"metadata\": {\"a\": \"1\", \"b\": \"2\"}");
    String two = order(reference, domain, ", \"metadata\": {\"a=\\\"1\\\", b\": \"2\"}");

    assertThat(billing.postExactly("/api/v1/orders", one).status()).isEqualTo(202);
    assertThat(billing.postExactly("/api/v1/orders", two).status()).isEqualTo(422);
    registrations.cancel(reference);
  }

  @Test
  void executesOnceWhatFiftyCallersSendAtTheSameTime() throws Exception {
    String reference = "race-" + UUID.randomUUID();
    String domain = freshName("com");
    String order = order(reference, domain, "");

    List<Answer> answers = atTheSameTime(() -> billing.postExactly("/api/v1/orders", order));

    assertThat(answers).extracting(Answer::status).containsOnly(202);
    assertThat(answers)
        .extracting(answer -> answer.body().get("id"))
        .containsOnly(answers.get(0).body().get("id"));
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(registrations.ledger(domain)).hasSize(1);
  }

  @Test
  void acceptsOneOfFiftyOrdersForAName() throws Exception {
    String domain = freshName("ca");

    List<Answer> answers =
        atTheSameTime(
            () ->
                billing.postExactly(
                    "/api/v1/orders", order("rival-" + UUID.randomUUID(), domain, "")));

    assertThat(answers.stream().filter(answer -> answer.status() == 202)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(CALLERS - 1);
    assertThat(
            jdbc.sql("select count(*) from provisioning_order where domain = :domain")
                .param("domain", domain)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void hidesAnOrderFromAnotherClient() {
    String reference = registrations.place(freshName("ca"));
    String id = registrations.get(reference).get("id").asText();

    assertThat(billing2.get("/api/v1/orders/" + reference).status()).isEqualTo(404);
    assertThat(billing2.get("/api/v1/orders/" + id).status()).isEqualTo(404);
    assertThat(billing2.postExactly("/api/v1/orders/" + reference + "/cancel", "").status())
        .isEqualTo(404);
    assertThat(billing.get("/api/v1/orders/" + id).status()).isEqualTo(200);
    registrations.cancel(reference);
  }

  @Test
  void answersMoreCallersThanThereAreConnections() throws Exception {
    String reference = registrations.place(freshName("ca"));

    List<Answer> reads = atTheSameTime(() -> billing.get("/api/v1/orders/" + reference));
    List<Answer> orders =
        atTheSameTime(
            () ->
                billing.postExactly(
                    "/api/v1/orders", order("crowd-" + UUID.randomUUID(), freshName("ca"), "")));

    assertThat(reads).extracting(Answer::status).containsOnly(200);
    assertThat(orders).extracting(Answer::status).containsOnly(202);
    registrations.cancel(reference);
    orders.forEach(answer -> registrations.cancel(answer.body().get("reference").asText()));
  }

  @Test
  void asksStaffForTheIdWhenTwoClientsUseOneReference() {
    String reference = "shared-" + UUID.randomUUID();
    String first =
        billing
            .postExactly("/api/v1/orders", order(reference, freshName("ca"), ""))
            .body()
            .get("id")
            .asText();
    billing2.postExactly("/api/v1/orders", order(reference, freshName("ca"), ""));

    assertThat(operator.get("/api/v1/orders/" + reference).status()).isEqualTo(409);
    assertThat(operator.get("/api/v1/orders/" + first).status()).isEqualTo(200);
    registrations.cancel(reference);
    billing2.postExactly("/api/v1/orders/" + reference + "/cancel", "");
  }

  private static List<Answer> atTheSameTime(Callable<Answer> call) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer :
          callers.invokeAll(IntStream.range(0, CALLERS).mapToObj(i -> call).toList())) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      callers.shutdown();
    }
  }
}
