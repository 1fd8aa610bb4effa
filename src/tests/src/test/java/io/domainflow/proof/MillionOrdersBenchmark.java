package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.TestDatabase;
import io.domainflow.analysis.RecountedDays;
import io.domainflow.demo.DemoData;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Measures the speed of the analysts' pages with a million ended orders and 20,000 open ones, the
 * cost of one more order, and whether the engine's history is cleaned up in time. Every state comes
 * from real orders, which are copied by SQL; see {@link OrderCopies}. Run with {@code mvn test
 * -Dtest=MillionOrdersBenchmark}; {@code -Dended=20000 -Dopen=400} for fewer. It takes half an hour
 * and 60 GB.
 */
@DomainflowTest
@TestPropertySource(
    properties = {
      TestDatabase.PLANS_AS_DELIVERED + "=true",
      "logging.level.io.domainflow=warn",
      "logging.level.io.zonky=error"
    })
class MillionOrdersBenchmark {

  private static final int ENDED = Integer.getInteger("ended", 1_000_000);
  private static final int OPEN = Integer.getInteger("open", 20_000);
  private static final int CALLS = 20;
  private static final int ORDERS = 50;
  private static final long MOST_MILLIS = 500;

  private final Registrations registrations;
  private final Caller billing;
  private final Caller analyst;
  private final Caller operator;
  private final Caller admin;
  private final DemoData demo;
  private final DataSource database;
  private final JdbcClient jdbc;
  private final ApplicationContext application;
  private final HistoryService history;
  private final List<String> figures = new ArrayList<>();
  private final SoftAssertions judged = new SoftAssertions();

  @Autowired
  MillionOrdersBenchmark(
      @LocalServerPort int port,
      DemoData demo,
      DataSource database,
      JdbcClient jdbc,
      ApplicationContext application,
      HistoryService history) {
    this.registrations = new Registrations(port);
    this.billing = new Caller(port, "billing");
    this.analyst = new Caller(port, "analyst");
    this.operator = new Caller(port, "operator");
    this.admin = new Caller(port, "admin");
    this.demo = demo;
    this.database = database;
    this.jdbc = jdbc;
    this.application = application;
    this.history = history;
  }

  /** Not while this runs: what is to be cleaned up would be gone before it is measured. */
  @DynamicPropertySource
  static void cleanUpAtAnotherTimeOfDay(DynamicPropertyRegistry properties) {
    LocalTime later = LocalTime.now(ZoneOffset.UTC).plusHours(12).truncatedTo(ChronoUnit.HOURS);
    String window = "camunda.bpm.generic-properties.properties.historyCleanupBatchWindow";
    properties.add(window + "StartTime", later::toString);
    properties.add(window + "EndTime", () -> later.plusHours(1).toString());
  }

  @Test
  void printsFigures() throws Exception {
    demo.fill(0);
    registrations.noFaults();
    millisPerOrder();
    long empty = millisPerOrder();
    fill();
    figures.add(sizes());
    analystsCalls();
    long full = millisPerOrder();
    figures.add(
        "one more registration took %d ms on the small system and %d ms on the large one (median of %d): %.2f times"
            .formatted(empty, full, ORDERS, (double) full / empty));
    judged.assertThat((double) full / empty).as("cost of one more order").isLessThanOrEqualTo(1.1);
    cleanUp();
    judged.assertAll();
  }

  @AfterEach
  void write() {
    Figures.write("million-orders", figures.toArray(String[]::new));
  }

  private void fill() throws Exception {
    long begun = System.nanoTime();
    jdbc.sql("alter system set max_wal_size = '16GB'").update();
    jdbc.sql("select pg_reload_conf()").query().listOfRows();
    // one connection: a temporary table lists the rows to copy
    SingleConnectionDataSource one = new SingleConnectionDataSource(database.getConnection(), true);
    JdbcClient single = JdbcClient.create(one);
    single.sql("set maintenance_work_mem = '1GB'").update();
    single.sql("set work_mem = '256MB'").update();
    OrderCopies copies = new OrderCopies(single);
    copies.ofOpen(OPEN);
    copies.ofEnded(ENDED);
    one.destroy();
    figures.add("filled in %d s".formatted(seconds(begun)));
    long counting = System.nanoTime();
    RecountedDays.of(application);
    figures.add("all days counted anew in %d s".formatted(seconds(counting)));
  }

  private String sizes() {
    return jdbc.sql(
            """
            select (select count(*) from provisioning_order where ended_at is not null) || ' ended and '
              || (select count(*) from provisioning_order where ended_at is null)
              || ' open orders, copied by SQL from real ones; '
              || (select count(*) from act_hi_actinst) || ' activities in the history; '
              || pg_size_pretty(pg_database_size(current_database()))
            """)
        .query(String.class)
        .single();
  }

  private void analystsCalls() {
    LocalDate today =
        OffsetDateTime.ofInstant(Instant.parse(registrations.now()), ZoneOffset.UTC).toLocalDate();
    Map<String, List<String>> calls = new TreeMap<>();
    for (String figure :
        List.of(
            "order-flow",
            "orders-per-day",
            "ended-orders",
            "placed-orders",
            "charges",
            "charges-per-day",
            "bookings",
            "decisions",
            "decided-tasks",
            "success-by-operation",
            "success-by-tld",
            "success-by-account",
            "time-to-done",
            "failure-reasons",
            "open-confirmations",
            "locks-ending",
            "open-tasks",
            "waiting-orders",
            "steps-in-trouble",
            "accounts")) {
      boolean period =
          !List.of(
                  "open-confirmations",
                  "locks-ending",
                  "open-tasks",
                  "waiting-orders",
                  "steps-in-trouble",
                  "accounts")
              .contains(figure);
      calls.put(
          "figures/" + figure,
          period
              ? List.of(
                  figure + "?from=" + today.minusDays(6),
                  figure + "?from=" + today.minusDays(29),
                  figure + "?from=" + today.minusDays(364) + "&to=" + today)
              : List.of(figure));
    }
    calls.replaceAll(
        (name, paths) -> paths.stream().map(path -> "/api/v1/figures/" + path).toList());
    String definition = definition();
    Map<String, Object> some =
        jdbc.sql(
                """
                select process_instance_id, domain, reference from provisioning_order
                where operation = 'REGISTER' and status = 'COMPLETED' order by id limit 1 offset 100
                """)
            .query()
            .singleRow();
    String domain = (String) some.get("domain");
    String reference = (String) some.get("reference");
    String processes = "/api/v1/processes/" + definition;
    calls.put(
        "instances",
        List.of(
            processes + "/instances",
            processes + "/instances?state=FAILED",
            processes + "/instances?state=RUNNING",
            processes + "/instances?state=CANCELLED"));
    calls.put(
        "instances by domain",
        List.of(
            processes + "/instances?domain=" + domain,
            processes + "/instances?domain=" + domain.substring(0, 6) + "*",
            processes + "/instances?domain=*" + domain.substring(6)));
    calls.put("instances by reference", List.of(processes + "/instances?reference=" + reference));
    calls.put(
        "heat",
        List.of(
            processes + "/heat?from=" + today.minusDays(29),
            processes + "/heat?from=" + today.minusDays(364)));
    calls.put(
        "audit",
        List.of("/api/v1/process-instances/" + some.get("process_instance_id") + "/audit"));
    calls.put(
        "path", List.of("/api/v1/process-instances/" + some.get("process_instance_id") + "/path"));
    calls.put("failed-steps", List.of("/api/v1/failed-steps"));
    calls.put(
        "orders",
        List.of(
            "/api/v1/orders",
            "/api/v1/orders?status=FAILED",
            "/api/v1/orders?status=WAITING",
            "/api/v1/orders?waitingFor=PRICE",
            "/api/v1/orders?domain=" + domain,
            "/api/v1/orders?domain=" + domain.substring(0, 6) + "*",
            "/api/v1/orders?trouble=STOPPED",
            "/api/v1/order-troubles"));
    calls.forEach((name, paths) -> time(name, analyst, paths));
    time(
        "tasks of an operator",
        operator,
        List.of(
            "/engine-rest/task?maxResults=15&sortBy=created&sortOrder=desc",
            "/engine-rest/task/count?unassigned=true"));
  }

  private String definition() {
    JsonNode answer =
        admin.get("/engine-rest/process-definition/key/DomainRegistrationProcess").body();
    return answer.get("id").asText();
  }

  private void time(String name, Caller caller, List<String> paths) {
    List<Long> all = new ArrayList<>();
    long first = 0;
    for (int i = 0; i < CALLS; i++) {
      for (String path : paths) {
        long begun = System.nanoTime();
        Answer answer = caller.get(path);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        judged.assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
        if (i == 0) {
          first = Math.max(first, millis);
        }
        all.add(millis);
      }
    }
    long p95 = quantile(all, 0.95);
    figures.add(
        "%s: p50 %d ms, p95 %d ms, first calls at most %d ms"
            .formatted(name, quantile(all, 0.5), p95, first));
    judged.assertThat(p95).as(name).isLessThan(MOST_MILLIS);
  }

  private long millisPerOrder() {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      long begun = System.nanoTime();
      Answer answer =
          billing.postExactly(
              "/api/v1/orders",
              order("M-" + UUID.randomUUID(), freshName("com"), ""),
              "Prefer",
              "wait=60");
      assertThat(answer.body().get("status").asText()).isEqualTo("COMPLETED");
      times.add((System.nanoTime() - begun) / 1_000_000);
    }
    return quantile(times, 0.5);
  }

  /** Runs the engine's nightly cleanup until a hundredth is removed. */
  private void cleanUp() {
    long before = instances();
    long begun = System.nanoTime();
    history.cleanUpHistoryAsync(true);
    await().atMost(Duration.ofMinutes(10)).until(() -> instances() <= before - ENDED / 100);
    double perSecond = (before - instances()) * 1e9 / (System.nanoTime() - begun);
    figures.add(
        "history cleanup removes %.0f process instances a second; a million orders a year are %.2f a second over four hours a night"
            .formatted(perSecond, 1_000_000 / 365.0 / Duration.ofHours(4).toSeconds()));
    judged
        .assertThat(perSecond)
        .as("history cleanup")
        .isGreaterThan(1_000_000 / 365.0 / Duration.ofHours(4).toSeconds());
  }

  private long instances() {
    return jdbc.sql("select count(*) from act_hi_procinst").query(Long.class).single();
  }

  private static long seconds(long begun) {
    return (System.nanoTime() - begun) / 1_000_000_000;
  }

  private static long quantile(List<Long> times, double share) {
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
