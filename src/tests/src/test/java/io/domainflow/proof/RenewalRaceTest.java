package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BuildSize;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * One period of a name, ordered by two systems at the same time and by each of them several times,
 * while somebody renews it in the registrar's panel and answers get lost: we buy it at most once,
 * and the orders state correctly whether money was spent.
 */
@DomainflowTest
class RenewalRaceTest {

  private static final int MOST_HALF_DAYS = 20;

  private static final List<String> FAULTS =
      List.of("TIMEOUT_AFTER", "CODE_549_AFTER", "RESET_BEFORE");

  /** How often each program sends its order. */
  private static final Map<String, Integer> SENT = Map.of("shop", 3, "desk", 2);

  private static final int SENT_FOR_A_NAME = 5;
  private static final String GROUP = "two-programs";

  /** The approximate time of an order, within which somebody renews the name in the panel. */
  private static final Duration AN_ORDER_TAKES = Duration.ofSeconds(2);

  private final Registrations stories;
  private final Caller admin;
  private final Random random = new Random(15);
  private final ExecutorService callers = Executors.newFixedThreadPool(8);
  private final ScheduledExecutorService panel = Executors.newScheduledThreadPool(2);

  private final Map<String, Caller> programs = new HashMap<>();
  private final Map<Integer, Integer> answers = new TreeMap<>();
  private final Map<String, Integer> ends = new TreeMap<>();
  private final List<String> problems = Collections.synchronizedList(new ArrayList<>());
  private int bought;
  private int elsewhere;
  private int faults;

  @Autowired
  RenewalRaceTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.admin = new Caller(port, "admin");
    Clients clients = new Clients(port);
    SENT.keySet()
        .forEach(
            program ->
                programs.put(
                    program,
                    clients.caller(
                        clients.add(
                            "'group': '%s', 'accounts': ['*'], 'operations': ['*'],"
                                    .formatted(GROUP)
                                + " 'requestsPerMinute': 1000000"))));
  }

  /**
   * One name whose period two systems order.
   *
   * @param references of the orders, by program
   */
  private record Race(
      String domain,
      boolean explicit,
      boolean renewedElsewhere,
      String fault,
      Map<String, String> references) {

    String command() {
      return explicit ? "RenewDomain" : "PayDomainRenewal";
    }
  }

  @AfterEach
  void putTheRegistrarBack() {
    callers.shutdownNow();
    panel.shutdownNow();
    stories.noFaults();
    stories.profile("A");
  }

  @Test
  void buysAPeriodOnceHoweverOftenItIsOrdered() {
    stories.account(
        "{'login': 'test.user', 'balance': '1000000.00', 'softQuota': 1000000,"
            + " 'hardQuota': 1000000}");
    int names = BuildSize.choose(20, 40, 200);
    long start = System.nanoTime();
    for (String profile : BuildSize.readings()) {
      stories.profile(profile);
      run(profile, names);
    }

    int readings = BuildSize.readings().size();
    int periods = readings * names;
    Figures.write(
        "renewal-race",
        "%d orders sent for %d periods, %d of them by two programs at once, %d readings of the registrar, %d renewals elsewhere in between, %d faults"
            .formatted(periods * SENT_FOR_A_NAME, periods, periods, readings, elsewhere, faults),
        "answers: " + answers + ", bought: " + bought + " periods",
        "ends: " + ends,
        "bought twice, or not as the ledger says: "
            + problems.size()
            + ", "
            + Figures.seconds(Duration.ofNanos(System.nanoTime() - start)));
    assertThat(problems).isEmpty();
  }

  private void run(String profile, int names) {
    List<Race> races = new ArrayList<>();
    List<String> objects = new ArrayList<>();
    for (int i = 0; i < names; i++) {
      Race race =
          new Race(
              freshName("com"),
              i % 4 != 3,
              random.nextInt(4) == 0,
              random.nextInt(3) == 0 ? FAULTS.get(random.nextInt(FAULTS.size())) : null,
              Map.of("shop", reference(), "desk", reference()));
      races.add(race);
      objects.add(
          "{'domain': '%s', 'owner': 'OURS', 'expires': 'P30D', 'renewalMode': 'AUTOEXPIRE', 'zone': {'explicitRenewal': %s}}"
              .formatted(race.domain(), race.explicit()));
    }
    stories.registry("[" + String.join(",", objects) + "]");
    races.forEach(race -> stories.give(race.domain(), "group/" + GROUP));
    LocalDate end =
        Instant.parse(stories.now()).atOffset(ZoneOffset.UTC).toLocalDate().plusDays(30);
    races.stream().filter(race -> race.fault() != null).forEach(this::breakAnAnswer);

    orderAtOnce(races, end);
    stories.advance("PT6H");
    for (int again = 0; again < MOST_HALF_DAYS && isAnyUnderWay(races); again++) {
      stories.advance("PT12H");
    }
    stories.noFaults();
    judge(profile, races);
  }

  private static String reference() {
    return "race-" + UUID.randomUUID();
  }

  private void breakAnAnswer(Race race) {
    faults++;
    stories.fault(
        "{'command': '%s', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(race.command(), race.fault(), race.domain()));
  }

  /** Places the orders; the calls for each name are close together, in random order. */
  private void orderAtOnce(List<Race> races, LocalDate end) {
    List<Future<?>> calls = new ArrayList<>();
    for (Race race : races) {
      List<Runnable> ofName = new ArrayList<>();
      SENT.forEach(
          (login, times) ->
              ofName.addAll(Collections.nCopies(times, () -> order(race, login, end))));
      if (race.renewedElsewhere()) {
        elsewhere++;
        calls.add(
            panel.schedule(
                () -> stories.happen(race.domain(), "RENEWED_ELSEWHERE"),
                random.nextLong(AN_ORDER_TAKES.toMillis()),
                TimeUnit.MILLISECONDS));
      }
      Collections.shuffle(ofName, random);
      ofName.forEach(call -> calls.add(callers.submit(call)));
    }
    for (Future<?> call : calls) {
      try {
        call.get();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void order(Race race, String login, LocalDate end) {
    Answer answer =
        programs
            .get(login)
            .post(
                "/api/v1/orders",
                ("{'reference': '%s', 'operation': 'RENEW', 'account': 'sandbox', 'domain': '%s',"
                        + " 'period': '1Y', 'expires': '%s'}")
                    .formatted(race.references().get(login), race.domain(), end));
    synchronized (answers) {
      answers.merge(answer.status(), 1, Integer::sum);
    }
    if (answer.status() != 202 && answer.status() != 409) {
      problems.add(race + ": " + answer.body());
    }
  }

  private boolean isAnyUnderWay(List<Race> races) {
    return races.stream()
        .flatMap(race -> orders(race).stream())
        .anyMatch(order -> end(order).startsWith("NOWHERE"));
  }

  /** The accepted orders: the other login's order may have been open each time. */
  private List<JsonNode> orders(Race race) {
    return race.references().entrySet().stream()
        .map(entry -> programs.get(entry.getKey()).get("/api/v1/orders/" + entry.getValue()))
        .filter(answer -> answer.status() == 200)
        .map(Answer::body)
        .toList();
  }

  private void judge(String profile, List<Race> races) {
    Map<String, List<JsonNode>> ledger = new HashMap<>();
    for (JsonNode entry : admin.get("/sandbox/ledger").body()) {
      // entries of changes made elsewhere have no parameters
      if (!entry.get("parameters").isEmpty()) {
        ledger.computeIfAbsent(entry.get("domain").asText(), name -> new ArrayList<>()).add(entry);
      }
    }
    races.forEach(race -> judge(profile, race, ledger.getOrDefault(race.domain(), List.of())));
  }

  private void judge(String profile, Race race, List<JsonNode> ours) {
    List<JsonNode> orders = orders(race);
    bought += ours.size();
    boolean fits =
        !orders.isEmpty()
            && ours.size() <= 1
            && (ours.size() == 1 || race.renewedElsewhere() || race.fault() != null);
    BigDecimal told = BigDecimal.ZERO;
    boolean inDoubt = false;
    for (JsonNode order : orders) {
      String end = end(order);
      ends.merge(end, 1, Integer::sum);
      boolean charged = order.get("charged").asText().equals("YES");
      inDoubt |= order.get("charged").asText().equals("UNKNOWN");
      // A lost answer, and a renewal in the panel under our own login: nobody can tell who has
      // renewed.
      boolean undecidable =
          race.renewedElsewhere()
              && race.fault() != null
              && end.equals("NOWHERE: waiting for OUTCOME_UNKNOWN");
      fits &=
          undecidable
              || (!end.startsWith("NOWHERE")
                  && (charged || !end.equals("COMPLETED"))
                  && (end.startsWith("WAITING")
                      || !order.get("charged").asText().equals("UNKNOWN")));
      if (charged) {
        told = told.add(new BigDecimal(order.at("/price/amount").asText()));
      }
    }
    BigDecimal paid =
        ours.stream()
            .map(entry -> new BigDecimal(entry.get("charged").asText()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (!fits || (!inDoubt && told.compareTo(paid) != 0)) {
      problems.add("%s, %s: bought %s, orders %s".formatted(profile, race, ours, orders));
    }
  }

  private static String end(JsonNode order) {
    String status = order.path("status").asText();
    return switch (status) {
      case "COMPLETED" -> status;
      case "FAILED" -> "FAILED with " + order.at("/failure/reason").asText();
      case "WAITING" ->
          order.at("/waitingFor/who").asText().equals("OPERATOR")
                  || order.at("/waitingFor/taskId").isTextual()
              ? "WAITING for OPERATOR with " + order.at("/waitingFor/code").asText()
              : "NOWHERE: waiting for " + order.at("/waitingFor/code").asText();
      default -> "NOWHERE: " + status;
    };
  }
}
