package io.domainflow.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.account.Platform;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges the orders of the trials by the registrar's books: each has ended or waits for a person,
 * has been carried out as often as it says, and stands at the registrar as it was wanted.
 */
final class TrialVerdicts {

  private final Map<String, Integer> ends = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private int surplus;

  private final FaultedOrders orders;
  private final Platform platform;

  TrialVerdicts(FaultedOrders orders, Platform platform) {
    this.orders = orders;
    this.platform = platform;
  }

  /** Whether an order has yet to end, or to wait for a person. */
  boolean isUnderWay(FaultTrial trial) {
    return end(orders.get(trial)).startsWith("NOWHERE");
  }

  /** Counts the end of an order, and notes what is wrong with it. */
  void judge(FaultTrial trial, RegistrarBooks books) {
    FaultedOrder kind = orders.of(trial);
    JsonNode order = orders.get(trial);
    String end = end(order);
    ends.merge(end, 1, Integer::sum);
    boolean completed = end.equals("COMPLETED");
    boolean cancelled = end.equals("CANCELLED");
    int carriedOut = books.onlyOnce(trial);
    int contacts = books.contacts(trial);
    int mostContacts = cancelled && platform == Platform.ISPAPI ? 0 : 1;
    surplus +=
        Math.max(0, carriedOut - Math.max(1, kind.onlyOnce()))
            + Math.max(0, contacts - mostContacts);
    if (end.startsWith("NOWHERE")) {
      problem(trial, "has no end", order);
    }
    if (!isHonest(kind, end, order.path("charged").asText(), carriedOut, books.spent(trial))) {
      problem(
          trial, "carried out %d times for %s".formatted(carriedOut, books.spent(trial)), order);
    }
    if (completed && carriedOut != kind.onlyOnce()) {
      problem(trial, "is done, and was carried out " + carriedOut + " times", order);
    }
    if ((completed || cancelled) && !kind.stands().test(books, trial)) {
      problem(trial, "does not stand so at the registrar", order);
    }
    if (contacts > mostContacts) {
      problem(trial, contacts + " contacts are left", order);
    }
  }

  /** Notes something else that is not as it should be. */
  void problem(String what) {
    problems.add(what);
  }

  /** How often each end occurred. */
  Map<String, Integer> ends() {
    return ends;
  }

  /** Everything that is not as it should be, but for what was bought twice. */
  List<String> problems() {
    return problems;
  }

  /** The number of operations and contacts beyond those that were ordered. */
  int surplus() {
    return surplus;
  }

  /** Whether an order's statement about money is true. */
  private static boolean isHonest(
      FaultedOrder kind, String end, String charged, int carriedOut, BigDecimal spent) {
    return switch (charged) {
      case "YES" -> carriedOut == Math.max(1, kind.onlyOnce()) && spent.signum() > 0;
      // The registrar refunds cancelled purchases.
      case "NO" ->
          spent.signum() == 0 && (carriedOut == 0 || !kind.paid() || end.equals("CANCELLED"));
      default -> end.startsWith("WAITING for OPERATOR");
    };
  }

  private void problem(FaultTrial trial, String what, JsonNode order) {
    problems.add(trial.text() + ": " + what + ", " + order);
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
}
