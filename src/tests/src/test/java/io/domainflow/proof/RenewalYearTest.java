package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BuildSize;
import io.domainflow.proof.RenewalPlan.Payment;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A year of renewals with a leap day in it: names that are paid for early, on time, late, twice or
 * not at all. The times, numbers and prices of renewals are compared with a plan that is calculated
 * from the calendar alone.
 */
@DomainflowTest
class RenewalYearTest {

  /** The day on which the first names end, so that all can be paid weeks before. */
  private static final int FIRST_END = 50;

  private static final int LAST_END = 350;

  /** The days until 29 February. */
  private static final int LEAP_DAY = 200;

  private static final List<String> ZONES = List.of("com", "net", "org", "de");

  private final Registrations stories;
  private final Caller billing;
  private final Caller admin;
  private final RenewalVerdicts verdicts;

  @Autowired
  RenewalYearTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.billing = new Caller(port, "billing");
    this.admin = new Caller(port, "admin");
    this.verdicts = new RenewalVerdicts(stories, admin);
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
      run(profile, BuildSize.choose(8, profile.equals("A") ? 64 : 24, 200));
      taken = taken.plusNanos(System.nanoTime() - start);
    }

    List<String> lines = new ArrayList<>();
    lines.add(
        "reading, payment: names, orders, renewed or paid ahead, restored, deleted, refused,"
            + " charged");
    verdicts
        .figures()
        .forEach(
            (row, counts) ->
                lines.add(
                    "%s: %s, %s EUR"
                        .formatted(
                            row,
                            Arrays.stream(counts)
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining(", ")),
                            verdicts.spent().get(row))));
    lines.add(
        "not as planned: "
            + verdicts.problems().size()
            + ", all years took "
            + Figures.seconds(taken));
    Figures.write("renewal-year", lines.toArray(String[]::new));
    assertThat(verdicts.problems()).isEmpty();
  }

  private void run(String profile, int names) {
    stories.startOver();
    stories.profile(profile);
    stories.account(
        "{'login': 'test.user', 'balance': '1000000.00', 'softQuota': 1000000,"
            + " 'hardQuota': 1000000}");
    Instant leapDay = nextLeapDay();
    stories.advance(Duration.between(now(), leapDay.minus(Duration.ofDays(LEAP_DAY))).toString());

    List<RenewalPlan> plans = setUp(names, leapDay);
    Map<String, List<String>> orders = new HashMap<>();
    Map<Integer, Instant> placedAt = new HashMap<>();
    Map<String, Instant> deletions = new HashMap<>();
    int steps = (int) ((LAST_END + RenewalPlan.FAILURE.toDays()) / RenewalPlan.STEP.toDays()) + 4;
    for (int step = 0; step < steps; step++) {
      placedAt.put(step, now());
      for (RenewalPlan plan : plans) {
        place(plan, step, orders);
      }
      stories.advance(RenewalPlan.STEP.toString());
      if (step % 4 == 3 || step == steps - 1) {
        noteDeletions(deletions);
      }
    }
    verdicts.judge(profile, plans, orders, placedAt, deletions);
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
  private List<RenewalPlan> setUp(int names, Instant leapDay) {
    Instant start = now();
    List<RenewalPlan> plans = new ArrayList<>();
    List<String> objects = new ArrayList<>();
    for (int i = 0; i < names; i++) {
      Payment payment = Payment.of(i);
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
          new RenewalPlan(
              domain,
              payment,
              explicit,
              premium,
              start.plusSeconds(until.toSeconds()),
              years,
              RenewalPlan.step(payment, until)));
      objects.add(
          ("{'domain': '%s', 'owner': 'OURS', 'expires': '%s', 'renewalMode': 'AUTOEXPIRE',"
                  + " 'zone': {'explicitRenewal': %s}%s}")
              .formatted(
                  domain,
                  Duration.ofSeconds(until.toSeconds()),
                  explicit,
                  premium
                      ? ", 'class': 'PREMIUM_YEAR', 'price': '900.00', 'renewalPrice': '"
                          + RenewalPlan.PREMIUM
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
                new RenewalPlan(
                    plan.domain(),
                    plan.payment(),
                    plan.explicit(),
                    plan.premium(),
                    ends.get(plan.domain()),
                    plan.years(),
                    plan.step()))
        .toList();
  }

  private void place(RenewalPlan plan, int step, Map<String, List<String>> orders) {
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

  private Instant now() {
    return Instant.parse(stories.now());
  }
}
