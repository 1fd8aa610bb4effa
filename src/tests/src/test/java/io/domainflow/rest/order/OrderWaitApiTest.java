package io.domainflow.rest.order;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.TestTimeout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A caller may wait for a more complete answer. */
@DomainflowTest
class OrderWaitApiTest {

  private static final String ORDERS = "/api/v1/orders";

  /** More than the 200 threads of the server: if each held one, nobody would get through. */
  private static final int MANY = 300;

  private static final int AT_ONCE = 100;

  private final OrderWaits waits;
  private final Caller billing;
  private final Caller billing2;
  private final Caller admin;
  private final Registrations registrations;

  @Autowired
  OrderWaitApiTest(@LocalServerPort int port, OrderWaits waits) {
    this.waits = waits;
    this.billing = new Caller(port, "billing");
    this.billing2 = new Caller(port, "billing2");
    this.admin = new Caller(port, "admin");
    this.registrations = new Registrations(port);
  }

  @AfterEach
  void forgetFaults() {
    admin.delete("/sandbox/faults");
  }

  private static String reference() {
    return "wait-" + UUID.randomUUID();
  }

  private Answer place(String reference, String domain, String prefer) {
    return billing.postExactly(ORDERS, order(reference, domain, ""), "Prefer", prefer);
  }

  private static String status(Answer answer) {
    return answer.body().path("status").asText();
  }

  @Test
  void answersAnOrderWhenItHasEnded() {
    Answer answer = place(reference(), freshName("com"), "wait=60");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(status(answer)).isEqualTo("COMPLETED");
    assertThat(answer.response().headers().firstValue("Location")).isPresent();
  }

  @Test
  void answersAnOrderWhenItWaitsForSomebody() {
    String reference = reference();

    Answer answer = place(reference, freshName("ca"), "respond-async, wait=60");

    assertThat(status(answer)).isEqualTo("WAITING");
    registrations.cancel(reference);
  }

  @Test
  void answersWhenTheTimeIsOver() {
    String domain = freshName("com");
    // Each call takes a second, and an order needs more than two.
    admin.post(
        "/sandbox/faults", "{'command': '*', 'fault': 'DELAY_1000', 'times': 100, 'domain': '*'}");
    String reference = reference();

    long begun = System.nanoTime();
    Answer answer = place(reference, domain, "wait=1");

    assertThat(status(answer)).isEqualTo("IN_PROGRESS");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(900));
    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void answersNotModifiedForACurrentEntityTag() {
    String reference = reference();
    place(reference, freshName("ca"), "wait=60");
    Answer first = billing.get(ORDERS + "/" + reference);
    String tag = first.response().headers().firstValue("ETag").orElseThrow();

    Answer same = billing.getWith(ORDERS + "/" + reference, "If-None-Match", tag);
    Answer stillSame =
        billing.getWith(ORDERS + "/" + reference, "If-None-Match", tag, "Prefer", "wait=1");
    CompletableFuture<Answer> other =
        billing.later(ORDERS + "/" + reference, "If-None-Match", tag, "Prefer", "wait=60");
    await().until(() -> waits.waitsOf("billing") == 1);
    registrations.cancel(reference);

    assertThat(same.status()).isEqualTo(304);
    assertThat(stillSame.status()).isEqualTo(304);
    assertThat(other).succeedsWithin(TestTimeout.LIMIT).matches(a -> a.status() == 200);
    assertThat(status(other.join())).isEqualTo("CANCELLED");
  }

  @Test
  void holdsNoThreadWhileManyWait() {
    String reference = reference();
    place(reference, freshName("ca"), "wait=60");
    String tag =
        billing.get(ORDERS + "/" + reference).response().headers().firstValue("ETag").orElseThrow();
    List<CompletableFuture<Answer>> waiting = new ArrayList<>();
    while (waiting.size() < MANY) {
      // the server takes only some requests of one address at the same moment
      IntStream.range(0, AT_ONCE)
          .mapToObj(
              n ->
                  billing.later(
                      ORDERS + "/" + reference, "If-None-Match", tag, "Prefer", "wait=60"))
          .forEach(waiting::add);
      await().until(() -> waits.waitsOf("billing") == waiting.size());
    }
    assertThat(billing.get(ORDERS + "/" + reference).status()).isEqualTo(200);
    registrations.cancel(reference);

    assertThat(waiting)
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .succeedsWithin(TestTimeout.LIMIT)
                    .matches(a -> status(a).equals("CANCELLED")));
  }

  @Test
  void ignoresAnUnknownPreference() {
    String reference = reference();

    assertThat(place(reference, freshName("ca"), "wait=soon").status()).isEqualTo(202);

    registrations.cancel(reference);
  }

  @Test
  void showsStrangersNothingWhileTheyWait() {
    String reference = reference();
    place(reference, freshName("ca"), "wait=60");

    Answer stranger = billing2.getWith(ORDERS + "/" + reference, "Prefer", "wait=60");

    assertThat(stranger.status()).isEqualTo(404);
    registrations.cancel(reference);
  }
}
