package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BuildSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Every command that changes something, under every fault, through whole orders: nothing is bought
 * that the order does not know of, nothing twice, and every order ends or waits for a person.
 *
 * <p>A seed decides how often a fault strikes, whether the registrar acts before it, which look at
 * the registrar fails as well, in which order the orders come, and which name another account wants
 * at the same moment. All orders of a seed run at the same time.
 */
@DomainflowTest
@TestPropertySource(
    properties = {"domainflow.worker.concurrency=16", "domainflow.transfer-watch.enabled=true"})
class FaultMatrixTest {

  private static final List<String> COMMANDS =
      List.of(
          "AddDomain",
          "AddDomainApplication",
          "AddContact",
          "DeleteContact",
          "SetDomainRenewalMode",
          "TransferDomain",
          "ModifyDomain",
          "TradeDomain");

  /** The ones that are sent for a name that comes from elsewhere. */
  private static final Set<String> OF_TRANSFERS = Set.of("TransferDomain", "ModifyDomain");

  /** With and without the registrar having acted, where the sandbox has both. */
  private static final List<List<String>> ALL_FAULTS =
      List.of(
          List.of("REFUSE"),
          List.of("RESET_BEFORE", "RESET_AFTER"),
          List.of("TIMEOUT_BEFORE"),
          List.of("TIMEOUT_AFTER"),
          List.of("HALF_BODY"),
          List.of("GARBAGE"),
          List.of("EMPTY"),
          List.of("HTTP_500"),
          List.of("CODE_421", "CODE_421_AFTER"),
          List.of("CODE_423", "CODE_423_AFTER"),
          List.of("CODE_425", "CODE_425_AFTER"),
          List.of("CODE_521", "CODE_521_AFTER"));

  /**
   * In the short build a call that is cut, one that is lost, one that is garbled and one refused.
   */
  private static final List<List<String>> FAULTS =
      BuildSize.choose(
          List.of(
              List.of("RESET_BEFORE", "RESET_AFTER"),
              List.of("TIMEOUT_AFTER"),
              List.of("HALF_BODY"),
              List.of("CODE_421", "CODE_421_AFTER")),
          ALL_FAULTS,
          ALL_FAULTS);

  private static final List<String> READINGS = BuildSize.readings();

  private static final List<String> LOOKS =
      List.of(
          "StatusDomain",
          "QueryDomainApplicationList",
          "StatusContact",
          "CheckDomains",
          "CheckDomainTransfer",
          "StatusDomainTransfer",
          "CheckDomainTrade",
          "StatusDomainTrade",
          "QueryObjectLogList");

  private static final Map<String, String> LOGINS =
      Map.of("sandbox", "test.user", "sandbox2", "test.user2");

  private static final int MOST_HALF_DAYS = 20;

  private final Caller shop;
  private final Registrations stories;
  private final Caller admin;

  private final Map<String, Integer> ends = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private int trials;
  private int struck;
  private int surplus;

  @Autowired
  FaultMatrixTest(@LocalServerPort int port) {
    this.shop = new Clients(port).consenting();
    this.stories = new Registrations(port);
    this.admin = new Caller(port, "admin");
  }

  /**
   * One order; {@code premium} names are applied for, {@code doomed} orders end by cancellation.
   */
  private record Placed(
      String trial,
      String reference,
      String account,
      String domain,
      String person,
      boolean doomed) {}

  /** How a change of registrant comes to be carried out. */
  private enum Course {
    AT_ONCE,
    BY_SCRIPT,
    BY_MAIL
  }

  @AfterEach
  void putTheRegistrarBack() {
    admin.delete("/sandbox/faults");
    admin.post("/sandbox/profile", "{'name': 'A'}");
  }

  @Test
  void buysNothingTwiceAndLosesNothingUnderAnyFault() {
    int seeds = BuildSize.choose(1, 1, 20);
    for (String profile : READINGS) {
      admin.post("/sandbox/profile", "{'name': '" + profile + "'}");
      for (int seed = 1; seed <= seeds; seed++) {
        run(profile, seed);
      }
    }

    Figures.write(
        "fault-matrix",
        "%d commands x %d faults x %d seeds x %d readings of the registrar = %d trials, %d calls struck"
            .formatted(COMMANDS.size(), FAULTS.size(), seeds, READINGS.size(), trials, struck),
        "ends: " + ends,
        "surplus ledger entries: "
            + surplus
            + ", everything else that is not as it should be: "
            + problems.size());
    assertThat(problems).isEmpty();
    assertThat(surplus).isZero();
  }

  private void run(String profile, int seed) {
    Random random = new Random(seed * 31L + profile.hashCode());
    List<Runnable> placements = new ArrayList<>();
    List<Placed> placed = new ArrayList<>();
    Map<String, Integer> waiting = new LinkedHashMap<>();
    for (String command : COMMANDS) {
      for (List<String> kinds : FAULTS) {
        String fault = kinds.get(random.nextInt(kinds.size()));
        int times = 1 + random.nextInt(3);
        String trial = "%s %s x %d, %s, seed %d".formatted(command, fault, times, profile, seed);
        String domain = freshName("com");
        boolean ofContacts = command.endsWith("Contact");
        fault(command, fault, times, ofContacts ? "*" : domain);
        waiting.put(command + fault + (ofContacts ? "*" : domain), times);
        if (random.nextInt(3) == 0) {
          List<String> more = FAULTS.get(random.nextInt(FAULTS.size()));
          String look = LOOKS.get(random.nextInt(LOOKS.size()));
          fault(look, more.get(0), 1 + random.nextInt(2), domain);
        }
        trials++;
        if (command.equals("TradeDomain")) {
          // In profile B the mails leave after days.
          int course = random.nextInt(profile.equals("A") ? 3 : 2);
          placements.add(() -> placed.add(placeChange(trial, domain, Course.values()[course])));
          continue;
        }
        if (OF_TRANSFERS.contains(command)) {
          placements.add(() -> placed.add(placeTransfer(trial, domain)));
          continue;
        }
        boolean premium = !ofContacts && !command.equals("AddDomain");
        boolean doomed = command.equals("DeleteContact");
        boolean rival = command.equals("AddDomain") && random.nextInt(4) == 0;
        placements.add(() -> placed.add(place(trial, "sandbox", domain, premium, doomed)));
        if (rival) {
          placements.add(() -> placed.add(place(trial, "sandbox2", domain, false, false)));
        }
      }
    }
    Collections.shuffle(placements, random);
    placements.forEach(Runnable::run);

    advance("PT10M");
    placed.stream().filter(Placed::doomed).forEach(this::cancel);
    advanceHalfADay();
    confirmByMail();
    // The slower the machine, the more of the registrar's pauses lie between two tries.
    for (int again = 0;
        again < MOST_HALF_DAYS && placed.stream().anyMatch(this::isUnderWay);
        again++) {
      advanceHalfADay();
      confirmByMail();
    }

    Map<String, Integer> purchases = purchases();
    placed.forEach(one -> judge(one, purchases));
    judgeContacts(placed);
    countStruck(waiting);
    admin.delete("/sandbox/faults");
  }

  /** A fault strikes less often than it could once the registrar has acted in spite of it. */
  private void countStruck(Map<String, Integer> faults) {
    Map<String, Integer> left = new LinkedHashMap<>();
    for (JsonNode fault : admin.get("/sandbox/faults").body()) {
      String key =
          fault.get("command").asText()
              + fault.get("fault").asText()
              + fault.get("domain").asText();
      left.merge(key, fault.get("times").asInt(), Integer::sum);
    }
    faults.forEach(
        (key, times) -> {
          int unused = left.getOrDefault(key, 0);
          struck += times - unused;
          if (unused == times) {
            problems.add("this fault has struck nothing: " + key);
          }
        });
  }

  private Placed place(
      String trial, String account, String domain, boolean premium, boolean doomed) {
    String reference = "fault-" + UUID.randomUUID();
    String person = "P" + UUID.randomUUID().toString().substring(0, 13);
    String more = "";
    if (premium) {
      admin.post(
          "/sandbox/registry",
          ("{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_A', 'price': '9.00',"
                  + " 'currency': 'EUR'}")
              .formatted(domain));
      more = ", 'acceptPrice': {'amount': '9.00', 'currency': 'EUR'}";
    }
    String json =
        order(reference, domain, more)
            .replace("\"Example\"", '"' + person + '"')
            .replace("\"account\": \"sandbox\"", "\"account\": \"" + account + '"');
    if (doomed) {
      json = json.replace("ns1.example.net", "ns1.unknown.example");
    }
    Answer answer = shop.postExactly("/api/v1/orders", json);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return new Placed(trial, reference, account, domain, person, doomed);
  }

  private Placed placeTransfer(String trial, String domain) {
    String reference = "fault-" + UUID.randomUUID();
    control(
        "/sandbox/registry",
        ("{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'next': [{'command': 'TransferDomain',"
                + " 'after': 'PT1H', 'outcome': 'SUCCESSFUL'}]}")
            .formatted(domain));
    Answer answer =
        shop.post(
            "/api/v1/orders",
            ("{'reference': '%s', 'operation': 'TRANSFER', 'account': 'sandbox', 'domain': '%s',"
                    + " 'authCode': 'secret1'}")
                .formatted(reference, domain));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return new Placed(trial, reference, "sandbox", domain, "nobody", false);
  }

  private Placed placeChange(String trial, String domain, Course course) {
    String reference = "fault-" + UUID.randomUUID();
    String person = "P" + UUID.randomUUID().toString().substring(0, 13);
    String next =
        course == Course.BY_SCRIPT
            ? ", 'next': [{'command': 'TradeDomain', 'after': 'PT1H', 'outcome': 'SUCCESSFUL'}]"
            : "";
    control(
        "/sandbox/registry",
        ("{'domain': '%s', 'owner': 'OURS', 'expires': 'P700D',"
                + " 'zone': {'registrantChangeBy': 'ICANN-TRADE', 'tradePrice': '9.00'}%s}")
            .formatted(domain, next));
    stories.give(domain, Clients.CONSENTING_LOGIN);
    String consent =
        "{'side': '%s', 'basis': 'agreement', 'textVersion': '3',"
            + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'}";
    Answer answer =
        shop.post(
            "/api/v1/orders",
            ("{'reference': '%s', 'operation': 'CHANGE_REGISTRANT', 'account': 'sandbox',"
                    + " 'domain': '%s', 'registrantChangeMode': '%s', 'consents': [%s, %s],"
                    + " 'acceptPrice': {'amount': '9.00', 'currency': 'EUR'},"
                    + " 'registrant': {'firstName': 'Ada', 'lastName': '%s',"
                    + " 'street': ['Main Street 1'], 'city': 'Berlin', 'postalCode': '10115',"
                    + " 'country': 'DE', 'phone': '+49.301234567', 'email': 'ada@example.net'}}")
                .formatted(
                    reference,
                    domain,
                    course == Course.AT_ONCE ? "LOCK_AT_ONCE" : "WAIT_THEN_LOCK",
                    consent.formatted("NEW"),
                    consent.formatted("PRIOR"),
                    person));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return new Placed(trial, reference, "sandbox", domain, person, false);
  }

  /** The prior registrants confirm; a link that is not needed any more is refused. */
  private void confirmByMail() {
    for (JsonNode mail : admin.get("/sandbox/mailbox").body()) {
      if (mail.get("kind").asText().equals("TRADE_CONFIRMATION")) {
        String link = mail.at("/links/confirm").asText();
        admin.post(link.substring(link.indexOf("/sandbox")), "");
      }
    }
  }

  private void cancel(Placed order) {
    Answer answer = shop.postExactly("/api/v1/orders/" + order.reference() + "/cancel", "");
    assertThat(answer.status()).as(order.trial() + ": " + answer.body()).isEqualTo(200);
  }

  private boolean isUnderWay(Placed one) {
    return end(shop.get("/api/v1/orders/" + one.reference()).body()).startsWith("NOWHERE");
  }

  private void judge(Placed one, Map<String, Integer> purchases) {
    JsonNode order = shop.get("/api/v1/orders/" + one.reference()).body();
    int bought = purchases.getOrDefault(LOGINS.get(one.account()) + " " + one.domain(), 0);
    String end = end(order);
    ends.merge(end, 1, Integer::sum);
    boolean honest =
        switch (order.path("charged").asText()) {
          case "YES" -> bought == 1;
          case "NO" -> bought == 0;
          default -> end.startsWith("WAITING for OPERATOR");
        };
    surplus += Math.max(0, bought - 1);
    if (end.startsWith("NOWHERE") || !honest || (end.equals("COMPLETED") && bought != 1)) {
      problems.add(one.trial() + ": bought " + bought + " times, " + order);
    }
  }

  private static String end(JsonNode order) {
    String status = order.path("status").asText();
    return switch (status) {
      case "COMPLETED", "CANCELLED" -> status;
      case "FAILED" -> "FAILED with " + order.at("/failure/reason").asText();
      case "WAITING" ->
          order.at("/waitingFor/who").asText().equals("OPERATOR")
                  || order.at("/waitingFor/taskId").isTextual()
              ? "WAITING for OPERATOR with " + order.at("/waitingFor/code").asText()
              : "NOWHERE: waiting for " + order.at("/waitingFor/code").asText();
      default -> "NOWHERE: " + status;
    };
  }

  /** One contact for each person, and none left of an order that was cancelled. */
  private void judgeContacts(List<Placed> placed) {
    Map<String, Integer> contacts = new LinkedHashMap<>();
    for (JsonNode contact : admin.get("/sandbox/export").body().get("contacts")) {
      contacts.merge(contact.at("/fields/LASTNAME").asText(), 1, Integer::sum);
    }
    for (Placed one : placed) {
      int kept = contacts.getOrDefault(one.person(), 0);
      surplus += Math.max(0, kept - (one.doomed() ? 0 : 1));
      if (kept > (one.doomed() ? 0 : 1)) {
        problems.add(one.trial() + ": " + kept + " contacts are left");
      }
    }
  }

  /** How often a name was bought, by login and name. */
  private Map<String, Integer> purchases() {
    Map<String, Integer> purchases = new LinkedHashMap<>();
    for (JsonNode entry : admin.get("/sandbox/ledger").body()) {
      String command = entry.get("command").asText();
      if (command.equals("AddDomain")
          || command.equals("AddDomainApplication")
          || command.equals("TransferDomain")
          || (command.equals("TradeDomain") && !isCancel(entry))) {
        purchases.merge(
            entry.get("account").asText() + " " + entry.get("domain").asText(), 1, Integer::sum);
      }
    }
    return purchases;
  }

  private static boolean isCancel(JsonNode entry) {
    return entry.at("/parameters/ACTION").asText().equalsIgnoreCase("CANCEL");
  }

  private void fault(String command, String fault, int times, String domain) {
    control(
        "/sandbox/faults",
        "{'command': '%s', 'fault': '%s', 'times': %d, 'domain': '%s'}"
            .formatted(command, fault, times, domain));
  }

  // By the hour: however busy the machine is, no step takes longer than a call may.
  private void advanceHalfADay() {
    for (int hour = 0; hour < 12; hour++) {
      advance("PT1H");
    }
  }

  private void advance(String duration) {
    control("/sandbox/clock", "{'advance': '" + duration + "'}");
  }

  private void control(String path, String json) {
    Answer answer = admin.post(path, json);
    assertThat(answer.status()).as(path + ": " + answer.body()).isBetween(200, 299);
  }
}
