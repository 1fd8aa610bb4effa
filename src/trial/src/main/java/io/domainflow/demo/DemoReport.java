package io.domainflow.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The existing demo data.
 *
 * @param orders how many orders of each operation are in each state, such as {@code REGISTER
 *     WAITING PRICE}
 * @param tasks how many tasks of each kind are open, by the key of the process and of the task
 * @param stopped the stories that could not be completed, each with the reason
 */
public record DemoReport(
    Map<String, Integer> orders, Map<String, Integer> tasks, List<String> stopped) {

  /** The orders that were created here. */
  static final String ORDERS = "/api/v1/orders?metadata=source:" + OrderBook.SOURCE;

  private static final int PAGE = 250;

  static DemoReport of(Calls calls, List<String> stopped) {
    return new DemoReport(orders(calls), tasks(calls), List.copyOf(stopped));
  }

  private static Map<String, Integer> orders(Calls calls) {
    Map<String, Integer> counts = new TreeMap<>();
    String after = "";
    do {
      JsonNode page = calls.get("admin", ORDERS + "&limit=" + PAGE + after);
      page.get("orders")
          .forEach(
              order ->
                  counts.merge(
                      order.get("operation").asText() + " " + state(order), 1, Integer::sum));
      after = page.get("next").isNull() ? "" : "&after=" + Calls.encoded(page.get("next").asText());
    } while (!after.isEmpty());
    return counts;
  }

  private static String state(JsonNode order) {
    String status = order.get("status").asText();
    return switch (status) {
      case "WAITING" -> status + " " + order.at("/waitingFor/code").asText();
      case "COMPLETED" -> status + " " + order.at("/outcome/code").asText();
      case "FAILED" -> status + " " + order.at("/failure/reason").asText();
      default -> status;
    };
  }

  private static Map<String, Integer> tasks(Calls calls) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode task : calls.get("admin", "/engine-rest/task")) {
      String process = task.get("processDefinitionId").asText();
      counts.merge(
          process.substring(0, process.indexOf(':')) + " " + task.get("taskDefinitionKey").asText(),
          1,
          Integer::sum);
    }
    return counts;
  }

  /** Everything, for people. */
  String table() {
    return "Orders:\n"
        + lines(orders)
        + "\nOpen tasks:\n"
        + lines(tasks)
        + (stopped.isEmpty() ? "" : "\nStories that ended early:\n" + String.join("\n", stopped));
  }

  private static String lines(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> "%6d  %s".formatted(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining("\n"));
  }
}
