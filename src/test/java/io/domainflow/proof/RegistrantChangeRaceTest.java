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
import java.util.Collections;
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
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Changes of registrant are decided in the same seconds in which their time ends: by the prior
 * registrant during a check, by the registry in the second of the deadline, and by the registry
 * during the cancellation. Each ends in only one way, the registrar's.
 */
@DomainflowTest
@TestPropertySource(
    properties = {
      // nothing happens to these between their beginning and their deadline
      "domainflow.change-of-registrant.look-every=P30D",
      "domainflow.worker.concurrency=16"
    })
class RegistrantChangeRaceTest {

  private static final int BATCHES = 4;
  private static final Duration AROUND = Duration.ofSeconds(4);

  private static final String NOT_CONFIRMED = "FAILED with NOT_CONFIRMED_IN_TIME";
  private static final String DECLINED = "FAILED with PRIOR_REGISTRANT_DECLINED";
  private static final String DISPUTED = "FAILED with DISPUTE_HOLD";

  private final Registrations stories;
  private final Caller admin;
  private final RuntimeService runtime;
  private final Random random = new Random(14);
  private final ExecutorService mailReaders = Executors.newFixedThreadPool(4);

  private final Map<String, Integer> ends = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private int cancelled;
  private int tooLate;

  @Autowired
  RegistrantChangeRaceTest(@LocalServerPort int port, RuntimeService runtime) {
    this.stories = new Registrations(port);
    this.admin = new Caller(port, "admin");
    this.runtime = runtime;
  }

  /** The ways in which a change is decided. */
  private enum Way {
    /** By a link of the mail, at its deadline. */
    BY_MAIL,
    /** By the registry, at its deadline. */
    AT_DEADLINE,
    /** Confirmed in time; the registry decides when the order is about to cancel. */
    AT_CANCELLATION
  }

  /**
   * One change.
   *
   * @param yes whether it is agreed to
   * @param offset when it is decided, from the deadline or the cancellation
   */
  private record Race(String domain, String reference, Way way, boolean yes, Duration offset) {}

  @AfterEach
  void putTheRegistrarBack() {
    mailReaders.shutdownNow();
    stories.profile("A");
  }

  /** The prior registrant confirms while somebody records a dispute. */
  @Test
  void isWithdrawnForADisputeUnlessItWasFaster() {
    stories.account(
        "{'login': 'test.user', 'balance': '1000000.00', 'softQuota': 1000000,"
            + " 'hardQuota': 1000000}");
    int races = 0;
    for (String profile : BuildSize.readings()) {
      stories.profile(profile);
      races += raceWithDisputes(profile);
    }

    Figures.write(
        "registrant-change-and-dispute",
        "%d changes of registrant confirmed while a dispute is noted, %d readings of the registrar"
            .formatted(races, BuildSize.readings().size()),
        "ends: "
            + ends
            + ", cancelled at the registrar: "
            + cancelled
            + ", cancelled too late: "
            + tooLate,
        "not as the registrar says: " + problems.size());
    assertThat(problems).isEmpty();
    assertThat(ends.keySet()).isSubsetOf("COMPLETED", DISPUTED);
  }

  private int raceWithDisputes(String profile) {
    List<Race> races = new ArrayList<>();
    for (int i = 0; i < BuildSize.choose(24, 48, 200); i++) {
      races.add(new Race(freshName("com"), null, Way.BY_MAIL, true, Duration.ZERO));
    }
    List<Race> placed = place(races);
    placed.forEach(race -> stories.awaitWaitingFor(race.reference(), "CONFIRMATION"));
    stories.advance("P4D");
    Map<String, JsonNode> mails = mails();

    // All at once and mixed: for some names the dispute is much earlier, for others the
    // confirmation.
    List<Runnable> mixed = new ArrayList<>();
    for (Race race : placed) {
      mixed.add(() -> answer(race, mails.get(race.domain())));
      mixed.add(
          () ->
              admin.put(
                  "/api/v1/domains/" + race.domain() + "/hold",
                  "{'kind': 'UDRP', 'reference': 'D2026-0001'}"));
    }
    Collections.shuffle(mixed, random);
    List<Future<?>> doings = new ArrayList<>();
    mixed.forEach(doing -> doings.add(mailReaders.submit(doing)));
    awaitAll(doings);
    placed.forEach(
        race ->
            stories.await(
                race.reference(),
                order -> List.of("COMPLETED", "FAILED").contains(order.get("status").asText())));

    Map<String, String> registrants = registrants();
    Map<String, List<JsonNode>> ledger = ledger();
    for (Race race : placed) {
      judge(profile, race, registrants.get(race.domain()), ledger.get(race.domain()), DISPUTED);
      boolean asked =
          !admin
              .get(
                  "/engine-rest/task?taskDefinitionKey=Task_SettleDisputedChange"
                      + "&processInstanceBusinessKey="
                      + race.reference())
              .body()
              .isEmpty();
      if (asked != registrants.get(race.domain()).equals("ada@example.net")) {
        problems.add(profile + ": an operator is asked: " + asked + ", " + race);
      }
    }
    return placed.size();
  }

  @Test
  void endsOnceAndAsTheRegistrarDecided() {
    stories.account(
        "{'login': 'test.user', 'balance': '1000000.00', 'softQuota': 1000000,"
            + " 'hardQuota': 1000000}");
    int races = 0;
    for (String profile : BuildSize.readings()) {
      stories.profile(profile);
      for (boolean events : List.of(true, false)) {
        races += run(profile + (events ? ", events" : ""), events);
      }
    }

    Figures.write(
        "registrant-change-race",
        "%d changes of registrant decided within %d s of their deadline or cancellation, %d readings of the registrar, with and without events"
            .formatted(races, AROUND.toSeconds(), BuildSize.readings().size()),
        "ends: "
            + ends
            + ", cancelled at the registrar: "
            + cancelled
            + ", cancelled too late: "
            + tooLate,
        "not as the registrar says: " + problems.size());
    assertThat(problems).isEmpty();
    assertThat(ends).containsOnlyKeys("COMPLETED", NOT_CONFIRMED, DECLINED);
  }

  private int run(String batch, boolean events) {
    String begun = stories.now();
    List<Race> races = place();
    Map<String, Instant> deadlines = new HashMap<>();
    for (Race race : races) {
      String until =
          stories
              .awaitWaitingFor(race.reference(), "CONFIRMATION")
              .at("/waitingFor/until")
              .asText();
      deadlines.put(race.domain(), Instant.parse(until));
    }
    Instant first = deadlines.values().stream().min(Instant::compareTo).orElseThrow();
    Instant last = deadlines.values().stream().max(Instant::compareTo).orElseThrow();

    advanceTo(first.minus(Duration.ofDays(1)));
    Map<String, JsonNode> mails = mails();
    races.stream()
        .filter(race -> race.way() == Way.AT_CANCELLATION)
        .forEach(race -> stories.follow(mails.get(race.domain()), "confirm"));
    advanceTo(first.minus(AROUND));
    answerMails(races, deadlines, last.plus(AROUND), mails, events);
    stories.advance("P3D");

    judge(batch, races, begun);
    return races.size();
  }

  private List<Race> place() {
    List<Race> races = new ArrayList<>();
    int names = BuildSize.choose(48, 80, 200) / BATCHES;
    for (int i = 0; i < names; i++) {
      Way way = Way.values()[i % Way.values().length];
      long seconds = random.nextLong(2 * AROUND.toSeconds() + 1) - AROUND.toSeconds();
      Race race =
          new Race(freshName("com"), null, way, random.nextInt(4) > 0, Duration.ofSeconds(seconds));
      races.add(race);
    }
    return place(races);
  }

  private List<Race> place(List<Race> races) {
    stories.registry(
        races.stream()
            .map(RegistrantChangeRaceTest::setUp)
            .collect(Collectors.joining(",", "[", "]")));
    return races.stream()
        .map(
            race ->
                new Race(
                    race.domain(),
                    stories.placeChange(race.domain(), terms()),
                    race.way(),
                    race.yes(),
                    race.offset()))
        .toList();
  }

  private static String setUp(Race race) {
    Duration decided =
        switch (race.way()) {
          case BY_MAIL -> null;
          case AT_DEADLINE -> Duration.ofDays(14).plus(race.offset());
          case AT_CANCELLATION -> Duration.ofDays(16).plus(race.offset());
        };
    String next =
        decided == null
            ? ""
            : ", 'next': [{'command': 'TradeDomain', 'after': '%s', 'outcome': '%s', 'reason': 'declined'}]"
                .formatted(decided, race.yes() ? "SUCCESSFUL" : "FAILED");
    return ("{'domain': '%s', 'owner': 'OURS', 'expires': 'P700D',"
            + " 'zone': {'registrantChangeBy': 'ICANN-TRADE', 'tradePrice': '25.00'}%s}")
        .formatted(race.domain(), next);
  }

  private String terms() {
    String side =
        "{'side': '%s', 'basis': 'agreement', 'textVersion': '3',"
            + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1', 'optOutOfLock': %s}";
    return ", 'acceptPrice': {'amount': '25.00', 'currency': 'EUR'}, 'registrantChangeMode': '%s', 'consents': [%s, %s]"
        .formatted(
            random.nextBoolean() ? "WAIT_THEN_LOCK" : "WAIT_WITHOUT_LOCK",
            side.formatted("NEW", false),
            side.formatted("PRIOR", true));
  }

  /** The prior registrants answer while the time of their changes ends, and orders check. */
  private void answerMails(
      List<Race> races,
      Map<String, Instant> deadlines,
      Instant until,
      Map<String, JsonNode> mails,
      boolean events) {
    List<Future<?>> answers = new ArrayList<>();
    Set<Race> answered = new HashSet<>();
    for (Instant now = now(); now.isBefore(until); now = now()) {
      for (Race race : races) {
        if (race.way() == Way.BY_MAIL
            && !now.isBefore(deadlines.get(race.domain()).plus(race.offset()))
            && answered.add(race)) {
          answers.add(mailReaders.submit(() -> answer(race, mails.get(race.domain()))));
        }
      }
      if (events) {
        admin.post(
            "/engine-rest/message",
            "{'messageName': 'Msg_AccountToWatch', 'businessKey': 'sandbox'}");
      }
      stories.advance("PT1S");
    }
    awaitAll(answers);
    WatchByHand.await(runtime);
  }

  private static void awaitAll(List<Future<?>> doings) {
    for (Future<?> doing : doings) {
      try {
        doing.get();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  // A link used too late is refused, as it should be.
  private void answer(Race race, JsonNode mail) {
    String link = mail.at(race.yes() ? "/links/confirm" : "/links/refuse").asText();
    admin.post(link.substring(link.indexOf("/sandbox")), "");
  }

  private void judge(String batch, List<Race> races, String begun) {
    Map<String, String> registrants = registrants();
    Map<String, List<JsonNode>> ledger = ledger();
    for (Race race : races) {
      judge(batch, race, registrants.get(race.domain()), ledger.get(race.domain()), NOT_CONFIRMED);
    }
    List<JsonNode> late =
        stories.requests("since=" + begun).stream()
            .filter(request -> request.get("command").asText().equals("TradeDomain"))
            .filter(request -> request.get("code").asInt() != 200)
            .toList();
    tooLate += late.size();
    // The cancellation of a change that has ended since the check is refused, without effect.
    if (late.size() > races.size() / 10) {
      problems.add(batch + ": cancelled without a look: " + late);
    }
  }

  /** The mail address of the registrant of each name. */
  private Map<String, String> registrants() {
    JsonNode export = admin.get("/sandbox/export").body();
    Map<String, String> mailOf = new HashMap<>();
    export
        .get("contacts")
        .forEach(c -> mailOf.put(c.get("handle").asText(), c.at("/fields/EMAIL").asText()));
    Map<String, String> registrantOf = new HashMap<>();
    export
        .get("names")
        .forEach(
            n ->
                registrantOf.put(
                    n.get("domain").asText(), mailOf.get(n.at("/contacts/OWNER/0").asText())));
    return registrantOf;
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

  private void judge(
      String batch, Race race, String registrant, List<JsonNode> ledger, String whenCancelled) {
    JsonNode order = stories.get(race.reference());
    String status = order.get("status").asText();
    String end = status.equals("FAILED") ? "FAILED with " + reason(order) : status;
    ends.merge(end, 1, Integer::sum);
    boolean changed = registrant.equals("ada@example.net");
    List<String> actions =
        ledger.stream()
            .filter(entry -> entry.get("command").asText().equals("TradeDomain"))
            .map(entry -> entry.at("/parameters/ACTION").asText())
            .toList();
    long cancels = actions.stream().filter("CANCEL"::equals).count();
    cancelled += (int) cancels;
    BigDecimal paid =
        ledger.stream()
            .map(entry -> new BigDecimal(entry.get("charged").asText()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean agrees =
        status.equals("COMPLETED") == changed
            && order.get("charged").asText().equals(changed ? "YES" : "NO")
            && paid.compareTo(changed ? new BigDecimal("25") : BigDecimal.ZERO) == 0
            && actions.size() - cancels == 1
            && (cancels == 0 || (cancels == 1 && end.equals(whenCancelled)));
    if (!agrees) {
      problems.add(
          "%s, %s: registrant %s, paid %s, sent %s, %s"
              .formatted(batch, race, registrant, paid, actions, order));
    }
  }

  private static String reason(JsonNode order) {
    return order.at("/failure/reason").asText();
  }

  private Map<String, JsonNode> mails() {
    Map<String, JsonNode> mails = new HashMap<>();
    for (JsonNode mail : admin.get("/sandbox/mailbox").body()) {
      if (mail.get("kind").asText().equals("TRADE_CONFIRMATION")) {
        mails.put(mail.get("domain").asText(), mail);
      }
    }
    return mails;
  }

  private void advanceTo(Instant instant) {
    Instant now = now();
    if (now.isBefore(instant)) {
      stories.advance(Duration.between(now, instant).toString());
    }
  }

  private Instant now() {
    return Instant.parse(stories.now());
  }
}
