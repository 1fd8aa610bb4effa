package io.domainflow.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Registrations;
import io.domainflow.proof.RenewalPlan.Payment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Compares the times, numbers and prices of renewals, as the registrar and the orders state them,
 * with the plans of the names.
 */
final class RenewalVerdicts {

  private final Map<String, int[]> figures = new TreeMap<>();
  private final Map<String, BigDecimal> spent = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private final Registrations stories;
  private final Caller admin;

  RenewalVerdicts(Registrations stories, Caller admin) {
    this.stories = stories;
    this.admin = admin;
  }

  /** Compares the names and orders of a year with their plans. */
  void judge(
      String profile,
      List<RenewalPlan> plans,
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
    for (RenewalPlan plan : plans) {
      List<JsonNode> executed = ledger.getOrDefault(plan.domain(), List.of());
      judgeName(profile, plan, executed, ends.get(plan.domain()), deletions.get(plan.domain()));
      judgeTimes(profile, plan, executed, placedAt);
      judgeOrders(profile, plan, orders.getOrDefault(plan.domain(), List.of()));
    }
  }

  private void judgeName(
      String profile, RenewalPlan plan, List<JsonNode> executed, Instant end, Instant deletedAt) {
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
      String profile, RenewalPlan plan, List<JsonNode> executed, Map<Integer, Instant> placedAt) {
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

  private void judgeOrders(String profile, RenewalPlan plan, List<String> references) {
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

  private static List<String> refusals(RenewalPlan plan) {
    return plan.payment() == Payment.TOO_EARLY
        ? List.of("FAILED TOO_EARLY")
        : List.of(plan.explicit() ? "FAILED EXPIRY_DIFFERS" : "FAILED ALREADY_RENEWED");
  }

  /** The counts of each way to pay. */
  Map<String, int[]> figures() {
    return figures;
  }

  /** What was charged for each way to pay. */
  Map<String, BigDecimal> spent() {
    return spent;
  }

  /** Everything that is not as planned. */
  List<String> problems() {
    return problems;
  }
}
