package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.TestDatabase;
import io.domainflow.account.Platform;
import io.domainflow.build.BuildSize;
import io.domainflow.build.RunsEarly;
import io.domainflow.registrar.ForkedApplication;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two nodes share one database; {@code kill -9} hits either at any moment, also while it accepts
 * orders. Callers repeat an order that got no answer, at any node that answers. A third of the
 * orders are updates, the others registrations, and half of both are for an account at CentralNic
 * Reseller.
 */
@RunsEarly
class KillAtRandomTest {

  private static final int ORDERS = BuildSize.choose(40, 500, 500);
  private static final int REGISTRAR_MS = 200;
  private static final int LONGEST_LIFE_MS = 1_500;
  private static final Duration USUALLY_AFTER_LOCK_TIME = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Random random = new Random(20261125);
  private final AtomicInteger turn = new AtomicInteger();
  private final List<Duration> takeovers = new ArrayList<>();
  private int interrupted;

  /**
   * A step that a node has reserved until a time. A step that the restarted node reserves again has
   * continued, however long it takes.
   */
  private record Reserved(String step, String node, Timestamp until) {}

  @Test
  void losesAndDoublesNothingOnTwoNodes(@TempDir Path logs) throws Exception {
    int kills = BuildSize.choose(1, 5, 100);
    int perKill = ORDERS / kills;
    String database = TestDatabase.create();
    JdbcClient jdbc =
        JdbcClient.create(new DriverManagerDataSource(database, TestDatabase.USERNAME, ""));
    Map<String, String> registrations = new TreeMap<>();
    Map<String, String> updates = new TreeMap<>();
    ExecutorService callers = Executors.newFixedThreadPool(4);
    try (StandaloneRegistrar registrar = new StandaloneRegistrar(REGISTRAR_MS)) {
      List<ForkedApplication> nodes =
          List.of(
              new ForkedApplication(registrar.port(), database, logs),
              new ForkedApplication(registrar.port(), database, logs));
      try {
        for (ForkedApplication node : nodes) {
          node.launch();
          node.awaitReady();
        }
        for (int kill = 0; kill < kills; kill++) {
          List<Future<?>> placed = new ArrayList<>();
          for (int i = 0; i < perKill; i++) {
            String reference = "kill-" + UUID.randomUUID();
            String domain = freshName("com");
            Platform platform = i % 2 == 0 ? Platform.ISPAPI : Platform.CNR;
            if (i % 3 == 0) {
              registrar.give(platform, domain);
              updates.put(reference, domain);
              placed.add(
                  callers.submit(
                      () -> place(update(reference, domain, platform), "operator", nodes)));
            } else {
              registrations.put(reference, domain);
              String order = order(reference, domain, "").replace("sandbox", account(platform));
              placed.add(callers.submit(() -> place(order, "billing", nodes)));
            }
          }
          await().until(() -> !reserved(jdbc).isEmpty());
          await().pollDelay(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MS))).until(() -> true);
          ForkedApplication victim = nodes.get(random.nextInt(2));
          victim.kill();
          long killed = System.nanoTime();
          List<Reserved> reserved = reserved(jdbc);
          interrupted += reserved.size();
          boolean isLast = kill == kills - 1;
          if (!isLast) {
            victim.launch();
          }
          await().until(() -> reserved(jdbc).stream().noneMatch(reserved::contains));
          takeovers.add(Duration.ofNanos(System.nanoTime() - killed));
          if (!isLast) {
            victim.awaitReady();
          }
          for (Future<?> each : placed) {
            each.get();
          }
        }
        await()
            .until(
                () ->
                    jdbc.sql("select count(*) from provisioning_order where status = 'COMPLETED'")
                            .query(Integer.class)
                            .single()
                        == registrations.size() + updates.size());
      } finally {
        for (ForkedApplication node : nodes) {
          node.kill();
        }
      }
      judge(kills, registrations, updates.size(), registrar, jdbc);
      judgeUpdates(updates, registrar.books());
    } finally {
      callers.shutdownNow();
    }
  }

  private void judge(
      int kills,
      Map<String, String> domains,
      int updates,
      StandaloneRegistrar registrar,
      JdbcClient jdbc) {
    Map<String, Integer> registered = registrar.registrations();
    long lost = domains.values().stream().filter(name -> !registered.containsKey(name)).count();
    long doubled = registered.values().stream().filter(times -> times > 1).count();
    int charged =
        jdbc.sql("select count(*) from provisioning_order where charged = 'YES'")
            .query(Integer.class)
            .single();
    takeovers.sort(null);
    Figures.write(
        "kill-at-random",
        "%d kills on 2 nodes, %d registrations: %d lost, %d doubled; %d updates: each name as ordered"
            .formatted(kills, domains.size(), lost, doubled, updates),
        "what was reserved at a kill went on after %s, half of it within %s (lock time %s)"
            .formatted(
                takeovers.stream().map(Figures::seconds).collect(Collectors.joining(", ")),
                Figures.seconds(takeovers.get((takeovers.size() - 1) / 2)),
                Figures.seconds(ForkedApplication.LOCK_TIME)));
    assertThat(lost).isZero();
    assertThat(doubled).isZero();
    assertThat(registered).hasSize(domains.size());
    assertThat(charged).isEqualTo(domains.size());
    assertThat(interrupted).as("steps that were reserved at a kill").isPositive();
    // A busy machine may delay one of them, and none is lost by that.
    assertThat(takeovers.get((takeovers.size() - 1) / 2))
        .isLessThan(ForkedApplication.LOCK_TIME.plus(USUALLY_AFTER_LOCK_TIME));
    assertThat(takeovers.get(takeovers.size() - 1)).isLessThan(LONGEST);
  }

  /** Each name is as ordered, and its registrant was changed once, to one new contact. */
  private static void judgeUpdates(Map<String, String> updates, JsonNode books) {
    Map<String, String> towns = new HashMap<>();
    Map<String, JsonNode> names = new HashMap<>();
    books
        .get("contacts")
        .forEach(each -> towns.put(each.get("handle").asText(), each.at("/fields/CITY").asText()));
    books.get("names").forEach(name -> names.put(name.get("domain").asText(), name));
    Map<String, Integer> moves = new HashMap<>();
    for (JsonNode entry : books.get("ledger")) {
      if (entry.path("parameters").has("OWNERCONTACT0")
          && entry.get("command").asText().equals("ModifyDomain")) {
        moves.merge(entry.get("domain").asText(), 1, Integer::sum);
      }
    }
    assertThat(updates.values())
        .isNotEmpty()
        .allSatisfy(
            domain -> {
              JsonNode name = names.get(domain);
              assertThat(name.get("nameservers").toString()).contains(RegistrarBooks.NEW_SERVER);
              assertThat(name.get("transferLock").asBoolean()).isTrue();
              assertThat(towns.get(name.at("/contacts/OWNER/0").asText())).isEqualTo(town(domain));
              assertThat(moves).containsEntry(domain, 1);
              assertThat(towns.values()).containsOnlyOnce(town(domain));
            });
  }

  /** A town that no other order names. */
  private static String town(String domain) {
    return "Town " + domain.substring(0, domain.indexOf('.'));
  }

  private static String account(Platform platform) {
    return platform == Platform.CNR ? "cnr" : "sandbox";
  }

  private static String update(String reference, String domain, Platform platform) {
    return """
        {"reference": "%s", "operation": "UPDATE", "account": "%s", "domain": "%s",
         "nameservers": ["%s", "ns2.example.net"], "transferLock": true,
         "registrantDetails": {"street": ["Main Street 2"], "city": "%s", "postalCode": "14467",
           "country": "DE"}}
        """
        .formatted(reference, account(platform), domain, RegistrarBooks.NEW_SERVER, town(domain));
  }

  private void place(String order, String login, List<ForkedApplication> nodes) {
    await()
        .ignoreExceptions()
        .until(
            () ->
                nodes
                        .get(turn.getAndIncrement() % 2)
                        .caller(login)
                        .postExactly("/api/v1/orders", order)
                        .status()
                    == 202);
  }

  private static List<Reserved> reserved(JdbcClient jdbc) {
    return jdbc.sql(
            "select id_, worker_id_, lock_exp_time_ from act_ru_ext_task"
                + " where worker_id_ is not null")
        .query((row, n) -> new Reserved(row.getString(1), row.getString(2), row.getTimestamp(3)))
        .list();
  }
}
