package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BuildSize;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A year of renewals with a leap day in it: names that are paid for early, on time, late, twice or
 * not at all. The times, numbers and prices of renewals are compared with a plan that is calculated
 * here, from the calendar alone.
 */
@DomainflowTest
class RenewalYearTest {

  private static final Duration STEP = Duration.ofDays(7);
  private static final Duration FAILURE = Duration.ofDays(44);

  /** The day on which the first names end, so that all can be paid weeks before. */
  private static final int FIRST_END = 50;

  private static final int LAST_END = 350;

  /** The days until 29 February. */
  private static final int LEAP_DAY = 200;

  private static final BigDecimal PREMIUM = new BigDecimal("300.00");

  private static final Map<String, String> PRICES =
      Map.of("com", "12.00", "net", "14.00", "org", "13.00", "de", "6.00");

  private static final List<String> ZONES = List.of("com", "net", "org", "de");

  private final Registrations stories;
  private final Caller billing;
  private final Caller admin;

  private final Map<String, int[]> figures = new TreeMap<>();
  private final Map<String, BigDecimal> spent = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  @Autowired
  RenewalYearTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.billing = new Caller(port, "billing");
    this.admin = new Caller(port, "admin");
  }

  /** When the customer pays. */
  private enum Payment {
    EARLY,
    ON_TIME,
    IN_GRACE,
    IN_REDEMPTION,
    /** The order is sent twice, with one reference. */
    REPLAYED,
    /** The same period is ordered again a week later, with another reference. */
    ORDERED_AGAIN,
    /** The customer pays only once, before the registrar's automatic charge. */
    TOO_EARLY,
    MISSING;

    boolean renews() {
      return this != TOO_EARLY && this != MISSING;
    }
  }

  /**
   * The plan for one name.
   *
   * @param explicit whether its registry renews by a command
   * @param years number of ordered years
   * @param step the week of the order; -1 if there is none
   */
  private record Plan(
      String domain,
      Payment payment,
      boolean explicit,
      boolean premium,
      Instant end,
      int years,
      int step) {

    LocalDate day() {
      return end.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** When a name that was never paid for is deleted. */
    Instant deletedAt() {
      return end.plus(FAILURE);
    }

    Instant renewedEnd() {
      return end.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
    }

    List<String> commands() {
      List<String> commands = new ArrayList<>();
      if (payment == Payment.IN_REDEMPTION) {
        commands.add("RestoreDomain");
      }
      if (payment.renews()) {
        commands.add(explicit ? "RenewDomain" : "PayDomainRenewal");
      }
      return commands;
    }

    BigDecimal cost() {
      if (!payment.renews()) {
        return BigDecimal.ZERO;
      }
      BigDecimal year =
          premium ? PREMIUM : new BigDecimal(PRICES.get(domain.substring(domain.indexOf('.') + 1)));
      int times = years + (payment == Payment.IN_REDEMPTION ? 5 : 0);
      return year.multiply(BigDecimal.valueOf(times));
    }

    /** The order that the caller sends. */
    String order(String reference) {
      return ("{'reference': '%s', 'operation': 'RENEW', 'account': 'sandbox', 'domain': '%s',"
              + " 'period': '%dY', 'expires': '%s'%s}")
          .formatted(
              reference,
              domain,
              years,
              day(),
              premium || payment == Payment.IN_REDEMPTION
                  ? ", 'acceptPrice': {'amount': '%s', 'currency': 'EUR'}".formatted(cost())
                  : "");
    }
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.startOver();
    stories.profile("A");
  }

  @Test
  void renewsEachNameOnceForWhatWasPaid() {
    Duration taken = Duration.ZERO;
    for (String profile : BuildSize.readings()) {
      long start = System.nanoTime();
      run(profile, BuildSize.choose(32, profile.equals("A") ? 64 : 24, 200));
      taken = taken.plusNanos(System.nanoTime() - start);
    }

    List<String> lines = new ArrayList<>();
    lines.add(
        "reading, payment: names, orders, renewed or paid ahead, restored, deleted, refused,"
            + " charged");
    figures.forEach(
        (row, counts) ->
            lines.add(
                "%s: %s, %s EUR"
                    .formatted(
                        row,
                        Arrays.stream(counts)
                            .mapToObj(String::valueOf)
                            .collect(Collectors.joining(", ")),
                        spent.get(row))));
    lines.add("not as planned: " + problems.size() + ", all years took " + Figures.seconds(taken));
    Figures.write("renewal-year", lines.toArray(String[]::new));
    assertThat(problems).isEmpty();
  }

  private void run(String profile, int names) {
    stories.startOver();
    stories.profile(profile);
    stories.account(
        "{'login': 'test.user', 'balance': '1000000.00', 'softQuota': 1000000,"
            + " 'hardQuota': 1000000}");
    Instant leapDay = nextLeapDay();
    stories.advance(Duration.between(now(), leapDay.minus(Duration.ofDays(LEAP_DAY))).toString());

    List<Plan> plans = setUp(names, leapDay);
    Map<String, List<String>> orders = new HashMap<>();
    Map<Integer, Instant> placedAt = new HashMap<>();
    Map<String, Instant> deletions = new HashMap<>();
    int steps = (int) ((LAST_END + FAILURE.toDays()) / STEP.toDays()) + 4;
    for (int step = 0; step < steps; step++) {
      placedAt.put(step, now());
      for (Plan plan : plans) {
        place(plan, step, orders);
      }
      stories.advance(STEP.toString());
      if (step % 4 == 3 || step == steps - 1) {
        noteDeletions(deletions);
      }
    }
    judge(profile, plans, orders, placedAt, deletions);
  }

  private Instant nextLeapDay() {
    LocalDate earliest = now().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(LEAP_DAY + 5L);
    int year = earliest.getYear();
    while (!Year.isLeap(year) || LocalDate.of(year, 2, 29).isBefore(earliest)) {
      year++;
    }
    return LocalDate.of(year, 2, 29).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  /** The ends are spread over the year; some are on the leap day. */
  private List<Plan> setUp(int names, Instant leapDay) {
    Instant start = now();
    List<Plan> plans = new ArrayList<>();
    List<String> objects = new ArrayList<>();
    for (int i = 0; i < names; i++) {
      Payment payment = Payment.values()[i % Payment.values().length];
      int round = i / Payment.values().length;
      Duration until =
          round % 4 == 1
              ? Duration.between(start, leapDay)
              : Duration.ofDays(FIRST_END + (long) i * (LAST_END - FIRST_END) / names);
      boolean explicit = payment != Payment.TOO_EARLY && round % 3 != 2;
      boolean premium = payment.renews() && payment != Payment.IN_REDEMPTION && round % 5 == 3;
      int years = payment == Payment.IN_REDEMPTION || !explicit ? 1 : 1 + round % 3 % 2;
      String domain = freshName(ZONES.get(round % ZONES.size()));
      plans.add(
          new Plan(
              domain,
              payment,
              explicit,
              premium,
              start.plusSeconds(until.toSeconds()),
              years,
              step(payment, until)));
      objects.add(
          ("{'domain': '%s', 'owner': 'OURS', 'expires': '%s', 'renewalMode': 'AUTOEXPIRE',"
                  + " 'zone': {'explicitRenewal': %s}%s}")
              .formatted(
                  domain,
                  Duration.ofSeconds(until.toSeconds()),
                  explicit,
                  premium
                      ? ", 'class': 'PREMIUM_YEAR', 'price': '900.00', 'renewalPrice': '"
                          + PREMIUM
                          + "', 'currency': 'EUR'"
                      : ""));
    }
    stories.registry(String.join(",", objects).transform(list -> "[" + list + "]"));
    // The registrar's dates have no fractions of a second, and begin with the command.
    Map<String, Instant> ends = new HashMap<>();
    for (JsonNode name : admin.get("/sandbox/export").body().get("names")) {
      ends.put(name.get("domain").asText(), Instant.parse(name.get("expiresAt").asText()));
    }
    return plans.stream()
        .map(
            plan ->
                new Plan(
                    plan.domain(),
                    plan.payment(),
                    plan.explicit(),
                    plan.premium(),
                    ends.get(plan.domain()),
                    plan.years(),
                    plan.step()))
        .toList();
  }

  private static int step(Payment payment, Duration until) {
    int last = (int) until.minusHours(1).dividedBy(STEP);
    return switch (payment) {
      case EARLY, REPLAYED -> last - 5;
      case ORDERED_AGAIN -> last - 3;
      case ON_TIME -> last;
      case IN_GRACE -> last + 3;
      case IN_REDEMPTION -> (int) until.plus(FAILURE).plusDays(1).dividedBy(STEP) + 1;
      case TOO_EARLY -> until.toDays() > 75 ? last - 9 : -1;
      case MISSING -> -1;
    };
  }

  private void place(Plan plan, int step, Map<String, List<String>> orders) {
    List<String> references = orders.computeIfAbsent(plan.domain(), name -> new ArrayList<>());
    if (step == plan.step()) {
      String reference = "year-" + UUID.randomUUID();
      references.add(reference);
      taken(plan.order(reference));
      if (plan.payment() == Payment.REPLAYED) {
        taken(plan.order(reference));
      }
    } else if (step == plan.step() + 1 && plan.payment() == Payment.REPLAYED) {
      taken(plan.order(references.get(0)));
    } else if (step == plan.step() + 1 && plan.payment() == Payment.ORDERED_AGAIN) {
      String reference = "year-" + UUID.randomUUID();
      references.add(reference);
      taken(plan.order(reference));
    }
  }

  private void taken(String order) {
    Answer answer = billing.post("/api/v1/orders", order);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
  }

  private void noteDeletions(Map<String, Instant> deletions) {
    for (JsonNode deleted : admin.get("/sandbox/export").body().get("deleted")) {
      deletions.put(
          deleted.get("domain").asText(), Instant.parse(deleted.get("deletedAt").asText()));
    }
  }

  private void judge(
      String profile,
      List<Plan> plans,
      Map<String, List<String>> orders,
      Map<Integer, Instant> placedAt,
      Map<String, Instant> deletions) {
    Map<String, Instant> ends = new HashMap<>();
    for (JsonNode name : admin.get("/sandbox/export").body().get("names")) {
      ends.put(name.get("domain").asText(), Instant.parse(name.get("expiresAt").asText()));
    }
    Map<String, List<JsonNode>> ledger = new HashMap<>();
    for (JsonNode entry : admin.get("/sandbox/ledger").body()) {
      ledger.computeIfAbsent(entry.get("domain").asText(), name -> new ArrayList<>()).add(entry);
    }
    for (Plan plan : plans) {
      List<JsonNode> executed = ledger.getOrDefault(plan.domain(), List.of());
      judgeName(profile, plan, executed, ends.get(plan.domain()), deletions.get(plan.domain()));
      judgeTimes(profile, plan, executed, placedAt);
      judgeOrders(profile, plan, orders.getOrDefault(plan.domain(), List.of()));
    }
  }

  private void judgeName(
      String profile, Plan plan, List<JsonNode> executed, Instant end, Instant deletedAt) {
    List<String> commands = executed.stream().map(entry -> entry.get("command").asText()).toList();
    BigDecimal paid =
        executed.stream()
            .map(entry -> new BigDecimal(entry.get("charged").asText()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Instant planned = plan.payment().renews() ? plan.renewedEnd() : null;
    boolean deletionFits = plan.payment().renews() || plan.deletedAt().equals(deletedAt);
    if (!commands.equals(plan.commands())
        || paid.compareTo(plan.cost()) != 0
        || !Objects.equals(planned, end)
        || !deletionFits) {
      problems.add(
          "%s, %s: planned %s for %s until %s; executed %s for %s, ends %s, deleted %s"
              .formatted(
                  profile,
                  plan,
                  plan.commands(),
                  plan.cost(),
                  planned,
                  commands,
                  paid,
                  end,
                  deletedAt));
    }
    String row = profile + ", " + plan.payment();
    int[] counts = figures.computeIfAbsent(row, key -> new int[6]);
    counts[0]++;
    counts[2] += (int) commands.stream().filter(c -> !c.equals("RestoreDomain")).count();
    counts[3] += (int) commands.stream().filter("RestoreDomain"::equals).count();
    counts[4] += end == null ? 1 : 0;
    spent.merge(row, paid, BigDecimal::add);
  }

  /** Checks that a renewal is in the week of the order, and a restore within two days of it. */
  private void judgeTimes(
      String profile, Plan plan, List<JsonNode> executed, Map<Integer, Instant> placedAt) {
    for (JsonNode entry : executed) {
      Instant at = Instant.parse(entry.get("at").asText());
      Instant from = placedAt.get(plan.step()).minusSeconds(1);
      Duration within =
          plan.payment() == Payment.IN_REDEMPTION ? Duration.ofDays(3) : Duration.ofHours(1);
      if (at.isBefore(from) || at.isAfter(from.plus(within))) {
        problems.add("%s, %s: %s at another time than %s".formatted(profile, plan, entry, from));
      }
    }
  }

  private void judgeOrders(String profile, Plan plan, List<String> references) {
    int[] counts = figures.get(profile + ", " + plan.payment());
    for (String reference : references) {
      JsonNode order = stories.get(reference);
      counts[1]++;
      boolean buys = plan.payment().renews() && reference.equals(references.get(0));
      String end = order.get("status").asText() + " " + order.at("/failure/reason").asText("");
      boolean fits =
          buys
              ? order.get("status").asText().equals("COMPLETED")
                  && order.get("charged").asText().equals("YES")
                  && new BigDecimal(order.at("/price/amount").asText()).compareTo(plan.cost()) == 0
                  && Instant.parse(order.at("/outcome/expiresAt").asText())
                      .equals(plan.renewedEnd())
              : order.get("charged").asText().equals("NO") && refusals(plan).contains(end);
      counts[5] += buys ? 0 : 1;
      if (!fits) {
        problems.add("%s, %s: %s".formatted(profile, plan, order));
      }
    }
  }

  private static List<String> refusals(Plan plan) {
    return plan.payment() == Payment.TOO_EARLY
        ? List.of("FAILED TOO_EARLY")
        : List.of(plan.explicit() ? "FAILED EXPIRY_DIFFERS" : "FAILED ALREADY_RENEWED");
  }

  private Instant now() {
    return Instant.parse(stories.now());
  }
}
