package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BuildSize;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Transfers are cancelled in the seconds in which they succeed or fail, some with a registrar that
 * refuses the cancellation once although the transfer may be running. The final place of the name
 * decides, and the order agrees, also about the money.
 */
@DomainflowTest
class TransferCancellationRaceTest {

  private static final Duration RUNS = Duration.ofHours(1);
  private static final Duration AROUND = Duration.ofSeconds(4);
  private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "CANCELLED");

  private final Registrations stories;
  private final Caller admin;
  private final Random random = new Random(22);
  private final ExecutorService callers = Executors.newFixedThreadPool(4);

  private final Map<String, Integer> ends = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private int cancelled;
  private int refusedOnce;

  @Autowired
  TransferCancellationRaceTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.admin = new Caller(port, "admin");
  }

  /**
   * One transfer.
   *
   * @param succeeds whether it succeeds, unless it is cancelled before
   * @param offset time of the cancellation, relative to its end
   * @param refused whether the registrar answers 534 to the first cancellation
   */
  private record Race(
      String domain, String reference, boolean succeeds, Duration offset, boolean refused) {}

  @AfterEach
  void putTheRegistrarBack() {
    callers.shutdownNow();
    stories.noFaults();
    stories.profile("A");
  }

  @Test
  void endsAsTheRegistrarSays() {
    stories.account(
        "{'login': 'test.user', 'balance': '1000000.00', 'softQuota': 1000000,"
            + " 'hardQuota': 1000000}");
    int races = 0;
    for (String profile : BuildSize.readings()) {
      stories.profile(profile);
      races += run(profile);
    }

    Figures.write(
        "transfer-cancellation-race",
        "%d transfers cancelled within %d s of their end, %d readings of the registrar"
            .formatted(races, AROUND.toSeconds(), BuildSize.readings().size()),
        "ends: " + ends + ", cancelled at the registrar: " + cancelled,
        "refused once with 534: " + refusedOnce,
        "order and ledger do not agree: " + problems.size());
    assertThat(problems).isEmpty();
    assertThat(ends).containsKeys("COMPLETED", "CANCELLED");
  }

  private int run(String profile) {
    List<Race> races = place();
    races.forEach(race -> stories.awaitWaitingFor(race.reference(), "TRANSFER_AT_REGISTRY"));
    races.stream()
        .filter(Race::refused)
        .forEach(
            race ->
                stories.fault(
                    "{'command': 'TransferDomain', 'fault': 'CODE_534', 'times': 1, 'domain': '%s'}"
                        .formatted(race.domain())));
    cancelAround(races, requestedAt());
    stories.advance("P2D");
    races.forEach(
        race ->
            stories.await(race.reference(), order -> ENDED.contains(order.get("status").asText())));
    judge(profile, races);
    return races.size();
  }

  private List<Race> place() {
    List<Race> races = new ArrayList<>();
    for (int i = 0; i < BuildSize.choose(20, 100, 200); i++) {
      long seconds = random.nextLong(2 * AROUND.toSeconds() + 1) - AROUND.toSeconds();
      races.add(
          new Race(
              freshName("com"),
              null,
              random.nextInt(5) > 0,
              Duration.ofSeconds(seconds),
              i % 3 == 0));
    }
    stories.registry(
        races.stream()
            .map(TransferCancellationRaceTest::setUp)
            .collect(Collectors.joining(",", "[", "]")));
    return races.stream()
        .map(
            race ->
                new Race(
                    race.domain(),
                    stories.placeTransfer(race.domain(), ", 'authCode': 'secret1'"),
                    race.succeeds(),
                    race.offset(),
                    race.refused()))
        .toList();
  }

  private static String setUp(Race race) {
    return ("{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': 'secret1',"
            + " 'zone': {'transferConfirmation': 'NONE'},"
            + " 'next': [{'command': 'TransferDomain', 'after': '%s', 'outcome': '%s',"
            + " 'reason': 'rejected by the losing registrar'}]}")
        .formatted(race.domain(), RUNS, race.succeeds() ? "SUCCESSFUL" : "FAILED");
  }

  private Map<String, Instant> requestedAt() {
    Map<String, Instant> requested = new HashMap<>();
    ledger()
        .forEach(
            (domain, entries) ->
                requested.put(domain, Instant.parse(entries.get(0).get("at").asText())));
    return requested;
  }

  /** Callers cancel while the clock advances by seconds, and with it the transfers end. */
  private void cancelAround(List<Race> races, Map<String, Instant> requested) {
    Map<Race, Instant> due = new HashMap<>();
    races.forEach(
        race -> due.put(race, requested.get(race.domain()).plus(RUNS).plus(race.offset())));
    Instant first = due.values().stream().min(Instant::compareTo).orElseThrow();
    Instant last = due.values().stream().max(Instant::compareTo).orElseThrow();
    stories.advance(Duration.between(now(), first.minusSeconds(1)).toString());
    List<Future<?>> cancellations = new ArrayList<>();
    Set<Race> asked = new HashSet<>();
    for (Instant now = now(); now.isBefore(last.plus(AROUND)); now = now()) {
      for (Race race : races) {
        if (!now.isBefore(due.get(race)) && asked.add(race)) {
          cancellations.add(callers.submit(() -> stories.cancel(race.reference())));
        }
      }
      stories.advance("PT1S");
    }
    for (Future<?> cancellation : cancellations) {
      try {
        cancellation.get();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void judge(String profile, List<Race> races) {
    Set<String> here = new HashSet<>();
    for (JsonNode name : admin.get("/sandbox/export").body().get("names")) {
      if (name.path("account").asText().equals("test.user")) {
        here.add(name.get("domain").asText());
      }
    }
    Map<String, List<JsonNode>> ledger = ledger();
    for (Race race : races) {
      judge(profile, race, here.contains(race.domain()), ledger.get(race.domain()));
    }
  }

  private void judge(String profile, Race race, boolean arrived, List<JsonNode> ledger) {
    JsonNode order = stories.get(race.reference());
    String status = order.get("status").asText();
    ends.merge(status, 1, Integer::sum);
    List<String> actions =
        ledger.stream()
            .filter(entry -> entry.get("command").asText().equals("TransferDomain"))
            .map(entry -> entry.at("/parameters/ACTION").asText())
            .toList();
    long cancels = actions.stream().filter("CANCEL"::equals).count();
    cancelled += (int) cancels;
    refusedOnce +=
        (int)
            stories.requests("domain=" + race.domain()).stream()
                .filter(request -> request.get("command").asText().equals("TransferDomain"))
                .filter(request -> request.get("code").asInt() == 534)
                .limit(1)
                .count();
    BigDecimal paid =
        ledger.stream()
            .map(entry -> new BigDecimal(entry.get("charged").asText()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean agrees =
        status.equals("COMPLETED") == arrived
            && order.get("charged").asText().equals(arrived ? "YES" : "NO")
            && paid.signum() == (arrived ? 1 : 0)
            && actions.size() - cancels == 1
            && cancels <= (arrived ? 0 : 1)
            && (cancels == 0 || status.equals("CANCELLED"))
            && (arrived || cancels == 1 || !race.succeeds());
    if (!agrees) {
      problems.add(
          "%s, %s: here %s, paid %s, sent %s, %s"
              .formatted(profile, race, arrived, paid, actions, order));
    }
  }

  private Map<String, List<JsonNode>> ledger() {
    Map<String, List<JsonNode>> ledger = new HashMap<>();
    admin
        .get("/sandbox/ledger")
        .body()
        .forEach(
            entry ->
                ledger
                    .computeIfAbsent(entry.get("domain").asText(), name -> new ArrayList<>())
                    .add(entry));
    return ledger;
  }

  private Instant now() {
    return Instant.parse(stories.now());
  }
}
