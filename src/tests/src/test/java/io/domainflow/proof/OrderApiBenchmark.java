package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Measures how long billing systems wait for the answer to an order while the registrar is fast,
 * slow or not available, how long a single order takes beside very many others, and how long an
 * account waits for another's slow calls. It prints figures and asserts nothing; run with {@code
 * mvn test -Dtest=OrderApiBenchmark}, and {@code -Dbulk=1000} for fewer.
 */
@DomainflowTest
@TestPropertySource(
    properties = {
      TestDatabase.PLANS_AS_DELIVERED + "=true",
      "logging.level.io.domainflow=error",
      "logging.level.io.zonky=error",
      "domainflow.ispapi.call-timeout=PT18S",
      "domainflow.worker.concurrency=" + OrderApiBenchmark.CONCURRENCY,
      "domainflow.worker.lock-time=PT45S"
    })
class OrderApiBenchmark {

  private static final int BULK = Integer.getInteger("bulk", 10_000);
  private static final int WARM_UP = 100;
  private static final int ORDERS = 200;
  private static final int SINGLES = 10;
  static final int CONCURRENCY = 64;
  private static final int SLOW_ORDERS = 6 * CONCURRENCY;
  private static final int BESIDE = 100;
  private static final int CALLERS = 4;

  private final Caller billing;
  private final Caller billing2;
  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final List<String> figures = new ArrayList<>();

  @Autowired
  OrderApiBenchmark(@LocalServerPort int port, JdbcClient jdbc) {
    this.billing = new Caller(port, "billing");
    this.billing2 = new Caller(port, "billing2");
    this.jdbc = jdbc;
    this.registrations = new Registrations(port);
  }

  @AfterEach
  void startOver() {
    registrations.noFaults();
    registrations.startOver();
  }

  @Test
  void printsFigures() throws Exception {
    times(billing, WARM_UP);
    awaitIdle();
    figures.add(figure("fast", times(billing, ORDERS)));
    awaitIdle();
    fault("DELAY_3000");
    figures.add(figure("slow (3 s)", times(billing, ORDERS)));
    registrations.noFaults();
    registrations.startOver();
    fault("RESET_BEFORE");
    figures.add(figure("down", times(billing, ORDERS)));
    registrations.noFaults();
    registrations.startOver();

    figures.add(besideSlowAccount());

    fault("DELAY_1000", "bulk-*");
    long begun = System.nanoTime();
    List<Long> bulk = atOnce();
    figures.add(
        "%d orders in one go from %d callers were taken in %.0f s: p50 %d ms, p99 %d ms"
            .formatted(BULK, CALLERS, seconds(begun), quantile(bulk, 0.5), quantile(bulk, 0.99)));
    List<Long> singles = new ArrayList<>();
    for (int i = 0; i < SINGLES; i++) {
      singles.add(single());
    }
    int left = open();
    figures.add(
        "while %d of them at least were open, because the registrar takes 1 s for each of their calls, a single order of another login was completed after p50 %d ms, at most %d ms of %d"
            .formatted(left, quantile(singles, 0.5), quantile(singles, 1), SINGLES));
    registrations.noFaults();
    Figures.write("order-api-benchmark", figures.toArray(String[]::new));
  }

  private void fault(String fault) {
    fault(fault, "*");
  }

  private void fault(String fault, String domains) {
    registrations.fault(
        "{'command': '*', 'fault': '%s', 'times': 1000000, 'domain': '%s'}"
            .formatted(fault, domains));
  }

  /** The waiting time of one account's orders while another has the maximum of slow calls. */
  private String besideSlowAccount() {
    fault("DELAY_3000", "slowly-*");
    for (int i = 0; i < SLOW_ORDERS; i++) {
      registrations.place("slowly-" + freshName("com"));
    }
    Awaitility.await().until(() -> open() == SLOW_ORDERS);
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < BESIDE; i++) {
      String reference =
          registrations.placeChanged(
              freshName("com"), "", order -> order.replace("\"sandbox\"", "\"sandbox2\""));
      Awaitility.await().until(() -> firstCall(reference).isPresent());
      waits.add(firstCall(reference).orElseThrow());
    }
    int slow = open();
    registrations.noFaults();
    registrations.startOver();
    return "while %d orders of an account at least wait for calls of 3 s, %d at a time, orders of another account make their first call after p50 %d ms, p99 %d ms of %d"
        .formatted(slow, CONCURRENCY, quantile(waits, 0.5), quantile(waits, 0.99), BESIDE);
  }

  /** The milliseconds from the placing of an order to the end of its first call. */
  private Optional<Long> firstCall(String reference) {
    return jdbc.sql(
            """
            select (extract(epoch from min(c.at) - o.created_at) * 1000)::bigint
            from provisioning_order o join registrar_call c on c.order_id = o.id
            where o.reference = ? group by o.id
            """)
        .param(reference)
        .query(Long.class)
        .optional();
  }

  private static String figure(String registrar, List<Long> times) {
    return "POST of an order with the registrar %s: p50 %d ms, p99 %d ms of %d"
        .formatted(registrar, quantile(times, 0.5), quantile(times, 0.99), times.size());
  }

  private static List<Long> times(Caller caller, int orders) {
    return times(caller, orders, "");
  }

  private static List<Long> times(Caller caller, int orders, String beginning) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      long begun = System.nanoTime();
      Answer answer =
          caller.postExactly(
              "/api/v1/orders", order("B-" + UUID.randomUUID(), beginning + freshName("com"), ""));
      times.add((System.nanoTime() - begun) / 1_000_000);
      assertThat(answer.status()).isEqualTo(202);
    }
    return times;
  }

  private List<Long> atOnce() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    List<Future<List<Long>>> parts = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      parts.add(callers.submit(() -> times(billing, BULK / CALLERS, "bulk-")));
    }
    List<Long> all = new ArrayList<>();
    for (Future<List<Long>> part : parts) {
      all.addAll(part.get());
    }
    callers.shutdown();
    return all;
  }

  private long single() {
    long begun = System.nanoTime();
    Answer answer =
        billing2.postExactly(
            "/api/v1/orders",
            order("S-" + UUID.randomUUID(), freshName("com"), ""),
            "Prefer",
            "wait=60");
    assertThat(answer.status()).isEqualTo(202);
    return (System.nanoTime() - begun) / 1_000_000;
  }

  private void awaitIdle() {
    Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> open() == 0);
  }

  private int open() {
    return jdbc.sql("select count(*) from provisioning_order where status = 'IN_PROGRESS'")
        .query(Integer.class)
        .single();
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static long quantile(List<Long> times, double share) {
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
  }
}
