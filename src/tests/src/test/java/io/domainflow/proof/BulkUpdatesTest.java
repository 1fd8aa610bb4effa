package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BuildSize;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Many names of an account get other name servers, more than its quota allows at once. The
 * registrar rejects no call, each name is changed once, and a single order precedes the many.
 */
@DomainflowTest
class BulkUpdatesTest {

  private static final int MANY = BuildSize.choose(30, 200, 1_000);

  /** The points of one update: the name is read three times and changed once. */
  private static final int POINTS_OF_ONE = 3 + 10;

  /** A quarter of the points of all updates. */
  private static final int MARK = MANY * POINTS_OF_ONE / 4;

  /** Both counters decay by a fifth each minute, but not in the same second. */
  private static final int REGISTRARS_MARK = MARK * 5 / 4 + 10;

  private static final int MOST_MINUTES = 200;
  private static final int TURNED_AWAY = 425;
  private static final String SERVERS = ", 'nameservers': ['ns1.bulk.example', 'ns2.bulk.example']";

  private final Registrations stories;
  private final JdbcClient jdbc;

  @Autowired
  BulkUpdatesTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.stories = new Registrations(port);
    this.jdbc = jdbc;
  }

  @DynamicPropertySource
  static void ourMark(DynamicPropertyRegistry properties) {
    properties.add("domainflow.accounts.sandbox.quota-soft", () -> MARK);
    properties.add("domainflow.accounts.sandbox.quota-hard", () -> MARK);
  }

  @BeforeEach
  void theRegistrarsMark() {
    Answer registrar =
        stories.account(
            "{'login': 'test.user', 'softQuota': %1$d, 'hardQuota': %1$d}"
                .formatted(REGISTRARS_MARK));
    assertThat(registrar.status()).as(registrar.body().toString()).isBetween(200, 299);
  }

  @Test
  void keepTheQuotaAndLetASingleOrderPass() throws Exception {
    List<String> names = IntStream.range(0, MANY).mapToObj(i -> freshName("com")).toList();
    names.forEach(this::setUp);
    String own = freshName("com");
    setUp(own);
    String since = stories.now();
    List<String> many = placeAll(names);

    String single = "single-" + UUID.randomUUID();
    Answer placed =
        stories
            .operator()
            .post(
                "/api/v1/orders",
                "{'reference': '%s', 'operation': 'UPDATE', 'account': 'sandbox', 'domain': '%s' %s}"
                    .formatted(single, own, SERVERS));
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    int minutesOfSingle = minutesUntil(List.of(single));
    int open = MANY - completed(many);
    int minutes = minutesOfSingle + minutesUntil(many);

    List<JsonNode> calls = stories.requests("since=" + since);
    long turnedAway =
        calls.stream().filter(call -> call.path("code").asInt() == TURNED_AWAY).count();
    Figures.write(
        "bulk-updates",
        "%d updates of an account with %d points: %d calls in %d minutes of its quota, %d turned away"
            .formatted(MANY, MARK, calls.size(), minutes, turnedAway),
        "a single order took %d minutes, and %d of the many were open then"
            .formatted(minutesOfSingle, open));
    assertThat(turnedAway).isZero();
    assertThat(minutes).as("of waiting for the quota").isPositive();
    assertThat(open).as("of the many, when the single order was done").isGreaterThan(MANY / 10);
    assertThat(names)
        .allSatisfy(
            name ->
                assertThat(stories.ledger(name))
                    .singleElement()
                    .satisfies(
                        change -> assertThat(change.toString()).contains("ns1.bulk.example")));
  }

  private void setUp(String name) {
    stories.registry("{'domain': '%s', 'owner': 'OURS'}".formatted(name));
  }

  private List<String> placeAll(List<String> names) throws Exception {
    List<String> references = new ArrayList<>();
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> placed =
          names.stream()
              .map(name -> callers.submit(() -> stories.placePlain("UPDATE", name, SERVERS)))
              .toList();
      for (Future<String> each : placed) {
        references.add(each.get());
      }
    } finally {
      callers.shutdown();
    }
    return references;
  }

  /** Moves the clock until these orders are completed, and returns by how many minutes. */
  private int minutesUntil(List<String> references) {
    for (int minutes = 0; minutes < MOST_MINUTES; minutes++) {
      if (completed(references) == references.size()) {
        return minutes;
      }
      stories.advance("PT1M");
    }
    throw new AssertionError(
        "%d of %d orders are not completed after %d minutes"
            .formatted(references.size() - completed(references), references.size(), MOST_MINUTES));
  }

  private int completed(List<String> references) {
    return jdbc.sql(
            """
            select count(*) from provisioning_order
            where reference = any(?) and status = 'COMPLETED'
            """)
        .param(references.toArray(String[]::new))
        .query(Integer.class)
        .single();
  }
}
