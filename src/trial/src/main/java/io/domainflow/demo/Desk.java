package io.domainflow.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes the task list look used: some tasks are claimed, and one has a comment. */
final class Desk {

  private static final int EVERY = 5;

  private Desk() {}

  static void open(Shop shop) {
    JsonNode tasks =
        shop.calls()
            .get(
                "operator",
                "/engine-rest/task?candidateGroup=operators&unassigned=true&sortBy=created&sortOrder=asc");
    for (int i = 0; i < tasks.size(); i += EVERY) {
      String task = tasks.get(i).get("id").asText();
      shop.claim(i % (3 * EVERY) == 0 ? "operator2" : "operator", task);
      if (i == EVERY) {
        // operators may read comments in Tasklist, but not write any
        shop.comment(
            "admin", task, "Called the customer on Monday; the answer is to come by mail.");
      }
    }
  }
}
