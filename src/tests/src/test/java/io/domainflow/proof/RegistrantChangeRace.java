package io.domainflow.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.springframework.test.context.TestPropertySource;

/**
 * Changes of registrant that are decided in the same seconds in which they end otherwise: each ends
 * in only one way, the registrar's.
 */
@DomainflowTest
@TestPropertySource(
    properties = {
      // nothing happens to these between their beginning and their deadline
      "domainflow.change-of-registrant.look-every=P30D",
      "domainflow.worker.concurrency=16"
    })
abstract class RegistrantChangeRace {

  final Registrations stories;
  final Caller admin;
  final Random random = new Random(14);
  final ExecutorService mailReaders = Executors.newFixedThreadPool(4);

  final Map<String, Integer> ends = new TreeMap<>();
  final List<String> problems = new ArrayList<>();
  int cancelled;
  int tooLate;

  RegistrantChangeRace(int port) {
    this.stories = new Registrations(port);
    this.admin = new Caller(port, "admin");
  }

  /** The ways in which a change is decided. */
  enum Way {
    /** By a link of the mail, at its deadline. */
    BY_MAIL,
    /** By the registry, at its deadline. */
    AT_DEADLINE,
    /** Confirmed in time; the registry decides when the order is about to cancel. */
    AT_CANCELLATION;

    /** The way of a change; they take turns. */
    static Way of(int change) {
      return values()[change % values().length];
    }
  }

  /**
   * One change.
   *
   * @param yes whether it is agreed to
   * @param offset when it is decided, from the deadline or the cancellation
   */
  record Race(String domain, String reference, Way way, boolean yes, Duration offset) {}

  @AfterEach
  void putTheRegistrarBack() {
    mailReaders.shutdownNow();
    stories.profile("A");
  }

  List<Race> place(List<Race> races) {
    stories.registry(
        races.stream().map(RegistrantChangeRace::setUp).collect(Collectors.joining(",", "[", "]")));
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

  static void awaitAll(List<Future<?>> doings) {
    for (Future<?> doing : doings) {
      try {
        doing.get();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  // A link used too late is refused, as it should be.
  void answer(Race race, JsonNode mail) {
    String link = mail.at(race.yes() ? "/links/confirm" : "/links/refuse").asText();
    admin.post(link.substring(link.indexOf("/sandbox")), "");
  }

  /** The mail address of the registrant of each name. */
  Map<String, String> registrants() {
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

  Map<String, List<JsonNode>> ledger() {
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

  void judge(
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

  Map<String, JsonNode> mails() {
    Map<String, JsonNode> mails = new HashMap<>();
    for (JsonNode mail : admin.get("/sandbox/mailbox").body()) {
      if (mail.get("kind").asText().equals("TRADE_CONFIRMATION")) {
        mails.put(mail.get("domain").asText(), mail);
      }
    }
    return mails;
  }
}
