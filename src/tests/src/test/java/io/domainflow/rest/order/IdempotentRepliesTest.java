package io.domainflow.rest.order;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.order.intake.IdempotentResponse;
import io.domainflow.order.intake.IdempotentResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request with an idempotency key is carried out once, and its answer is kept. */
@DomainflowTest
class IdempotentRepliesTest {

  private static final String ORDERS = "/api/v1/orders";
  private static final int CALLERS = 50;

  private final JdbcClient jdbc;
  private final IdempotentResponses replies;
  private final Caller billing;
  private final Caller billing2;
  private final Registrations registrations;
  private String key;

  @Autowired
  IdempotentRepliesTest(JdbcClient jdbc, IdempotentResponses replies, @LocalServerPort int port) {
    this.jdbc = jdbc;
    this.replies = replies;
    this.billing = new Caller(port, "billing");
    this.billing2 = new Caller(port, "billing2");
    this.registrations = new Registrations(port);
  }

  @BeforeEach
  void chooseKey() {
    key = "key " + UUID.randomUUID();
  }

  private static String reference() {
    return "key-" + UUID.randomUUID();
  }

  private Answer place(String order) {
    return place(billing, order);
  }

  private Answer place(Caller caller, String order) {
    return caller.postExactly(ORDERS, order, IdempotentReplies.KEY, key);
  }

  private static boolean isReplay(Answer answer) {
    return answer.response().headers().firstValue(IdempotentReplies.REPLAYED).isPresent();
  }

  @Test
  void repeatsTheFirstAnswerVerbatimWhateverHasHappenedSince() {
    String reference = reference();
    String order = order(reference, freshName("com"), "");
    Answer first = place(order);
    registrations.awaitStatus(reference, "COMPLETED");

    Answer again = place(order);

    assertThat(first.status()).isEqualTo(202);
    assertThat(isReplay(first)).isFalse();
    assertThat(again.status()).isEqualTo(202);
    assertThat(isReplay(again)).isTrue();
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.body().path("status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(again.response().headers().firstValue("Location"))
        .isEqualTo(first.response().headers().firstValue("Location"));
  }

  /** The stored answer is the one given at the end of the wait. */
  @Test
  void repeatsADelayedAnswerVerbatim() {
    String reference = reference();
    String order = order(reference, freshName("ca"), "");
    String[] headers = {IdempotentReplies.KEY, key, "Prefer", "wait=60"};
    Answer first = billing.postExactly(ORDERS, order, headers);
    registrations.cancel(reference);
    registrations.awaitStatus(reference, "CANCELLED");

    for (Answer again : List.of(billing.postExactly(ORDERS, order, headers), place(order))) {
      assertThat(again.status()).isEqualTo(202);
      assertThat(isReplay(again)).isTrue();
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(again.body().path("status").asText()).isEqualTo("WAITING");
    }
    assertThat(isReplay(first)).isFalse();
  }

  @Test
  void belongsToOneRequestOfOneLogin() {
    String reference = reference();
    String order = order(reference, freshName("ca"), "");
    place(order);

    Answer other = place(order(reference(), freshName("ca"), ""));
    Answer elsewhere =
        billing.postExactly(ORDERS + "/" + reference + "/cancel", "", IdempotentReplies.KEY, key);
    Answer stranger = place(billing2, order(reference(), freshName("ca"), ""));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body().path("type").asText()).endsWith("idempotency-key-used");
    assertThat(elsewhere.status()).isEqualTo(422);
    assertThat(registrations.get(reference).path("status").asText()).isNotEqualTo("CANCELLED");
    assertThat(stranger.status()).isEqualTo(202);
    registrations.cancel(reference);
    billing2.post(ORDERS + "/" + stranger.body().path("id").asText() + "/cancel", "");
  }

  @Test
  void isFreeAgainWhenTheRequestWasRefused() {
    String reference = reference();
    String domain = freshName("ca");

    Answer refused = place(order(reference, domain, ", 'surprise': 'x'"));
    Answer corrected = place(order(reference, domain, ""));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(corrected.status()).isEqualTo(202);
    assertThat(isReplay(corrected)).isFalse();
    registrations.cancel(reference);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "a\tb"})
  void mustBeOneLine(String bad) {
    Answer refused =
        billing.postExactly(
            ORDERS, order(reference(), freshName("ca"), ""), IdempotentReplies.KEY, bad);

    assertThat(refused.status()).as("%s", refused.body()).isEqualTo(400);
    assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("Idempotency-Key");
  }

  @Test
  void cancelsOnceAndSaysSoAgain() {
    String reference = reference();
    billing.postExactly(ORDERS, order(reference, freshName("ca"), ""));
    String cancel = ORDERS + "/" + reference + "/cancel";

    Answer first = billing.postExactly(cancel, "", IdempotentReplies.KEY, key);
    Answer again = billing.postExactly(cancel, "", IdempotentReplies.KEY, key);

    assertThat(first.body().path("status").asText()).isEqualTo("CANCELLED");
    assertThat(isReplay(again)).isTrue();
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void tellsConcurrentCallersToRetryAndGivesAllTheSameAnswer() throws Exception {
    String reference = reference();
    String domain = freshName("com");
    String order = order(reference, domain, "");
    List<Answer> answers = new ArrayList<>();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Future<Answer>> futures =
          IntStream.range(0, CALLERS).mapToObj(n -> callers.submit(() -> place(order))).toList();
      for (Future<Answer> future : futures) {
        answers.add(future.get());
      }
    } finally {
      callers.shutdown();
    }
    registrations.awaitStatus(reference, "COMPLETED");

    Answer after = place(order);

    assertThat(answers).extracting(Answer::status).isSubsetOf(202, 409).contains(202);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 202)
        .extracting(Answer::body)
        .containsOnly(after.body());
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .allSatisfy(
            answer -> {
              assertThat(answer.body().path("type").asText()).endsWith("request-in-flight");
              assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("1");
            });
    assertThat(registrations.ledger(domain)).hasSize(1);
  }

  @Test
  void isTakenOverFromAnApplicationThatWasKilledBeforeItAnswered() {
    String reference = reference();
    String order = order(reference, freshName("ca"), "");
    Answer first = place(order);
    setReply("status = null, body = null");
    Answer tooSoon = place(order);
    setReply("begun_until = begun_until - interval '1 hour'");

    Answer again = place(order);

    assertThat(tooSoon.status()).isEqualTo(409);
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
    registrations.cancel(reference);
  }

  /** The answer to a change of an order is stored with the change, or neither is. */
  @Test
  void answersInputAgainWhenTheApplicationWasKilledAfterItWasTaken() {
    String reference = reference();
    billing.postExactly(ORDERS, order(reference, freshName("ca"), ""));
    registrations.awaitStatus(reference, "WAITING");
    String path = ORDERS + "/" + reference + "/input";
    String fields = "{\"additionalFields\": {\"X-CA-LEGALTYPE\": \"CCT\"}}";
    jdbc.sql(
            """
            create function only_within_a_transaction() returns trigger language plpgsql as $$
            begin
              if not exists (select 1 from order_event e where e.xmin = pg_current_xact_id()::xid) then
                raise exception 'not with what it is the answer to';
              end if;
              return new;
            end $$
            """)
        .update();
    jdbc.sql(
            """
            create trigger watch before update of body on idempotent_reply for each row
            when (new.key = '%s') execute function only_within_a_transaction()
            """
                .formatted(key))
        .update();
    try {
      Answer first = billing.postExactly(path, fields, IdempotentReplies.KEY, key);
      Answer again = billing.postExactly(path, fields, IdempotentReplies.KEY, key);

      assertThat(first.status()).as("%s", first.body()).isEqualTo(200);
      assertThat(isReplay(again)).isTrue();
      assertThat(again.body()).isEqualTo(first.body());
    } finally {
      jdbc.sql("drop trigger watch on idempotent_reply").update();
      jdbc.sql("drop function only_within_a_transaction").update();
    }
    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void aLateNodeEndsNothingThatAnotherHasBegun() {
    IdempotentResponses.Begun slow = replies.begin("billing", key, "x");
    setReply("begun_until = begun_until - interval '1 hour'");
    IdempotentResponses.Begun second = replies.begin("billing", key, "x");

    replies.refused(slow);
    replies.answered(slow, new IdempotentResponse(200, null, "\"slow\""));
    replies.answered(second, new IdempotentResponse(200, null, "\"second\""));

    assertThat(replies.begin("billing", key, "x").earlier().orElseThrow().body())
        .isEqualTo("\"second\"");
  }

  @Test
  void isKeptForThirtyDays() {
    String reference = reference();
    String order = order(reference, freshName("ca"), "");
    place(order);
    setReply("created_at = created_at - interval '29 days 23 hours'");
    Answer kept = place(order);
    setReply("created_at = created_at - interval '2 hours'");

    Answer other = place(order(reference(), freshName("ca"), ""));

    assertThat(isReplay(kept)).isTrue();
    assertThat(other.status()).isEqualTo(202);
    registrations.cancel(reference);
    registrations.cancel(other.body().path("reference").asText());
  }

  private void setReply(String assignments) {
    assertThat(
            jdbc.sql("update idempotent_reply set " + assignments + " where key = :key")
                .param("key", key)
                .update())
        .isEqualTo(1);
  }
}
