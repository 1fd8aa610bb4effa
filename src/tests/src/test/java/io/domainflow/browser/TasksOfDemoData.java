package io.domainflow.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The tasks of the demo data, and their names, as an administrator reads them. */
final class TasksOfDemoData {

  private final Caller admin;

  TasksOfDemoData(Caller admin) {
    this.admin = admin;
  }

  JsonNode tasks(String condition) {
    return admin
        .get("/engine-rest/task?maxResults=1000&sortBy=created&sortOrder=asc" + condition)
        .body();
  }

  Map<String, String> businessKeys() {
    Map<String, String> keys = new HashMap<>();
    admin
        .get("/engine-rest/process-instance?maxResults=1000")
        .body()
        .forEach(
            process -> keys.put(process.get("id").asText(), process.get("businessKey").asText()));
    return keys;
  }

  /** The domain of such a task that nobody has taken. */
  String unclaimed(String key) {
    String process =
        tasks("&unassigned=true&taskDefinitionKey=" + key).get(0).get("processInstanceId").asText();
    return variable(process, "domain");
  }

  String reference(String domain) {
    return admin.get("/api/v1/orders?domain=" + domain).body().at("/orders/0/reference").asText();
  }

  String variable(String process, String name) {
    return admin
        .get("/engine-rest/process-instance/" + process + "/variables/" + name)
        .body()
        .get("value")
        .asText();
  }

  /** A task that an approver has completed, of a change that has ended since. */
  JsonNode decisionOnAnEndedChange() {
    JsonNode tasks =
        admin
            .get(
                "/engine-rest/history/task?finished=true&taskDeleteReason=completed"
                    + "&processFinished=true&taskDefinitionKey=Task_ApproveForNewRegistrant")
            .body();
    return StreamSupport.stream(tasks.spliterator(), false)
        .filter(this::isOfAnEndedChange)
        .findFirst()
        .orElseThrow();
  }

  // The process of a consent ends long before the change that has called it.
  private boolean isOfAnEndedChange(JsonNode task) {
    return !admin
        .get("/engine-rest/history/process-instance/" + task.get("rootProcessInstanceId").asText())
        .body()
        .path("endTime")
        .isNull();
  }

  String variableOfEnded(JsonNode task, String name) {
    return admin
        .get(
            "/engine-rest/history/variable-instance?variableName="
                + name
                + "&processInstanceId="
                + task.get("processInstanceId").asText())
        .body()
        .at("/0/value")
        .asText();
  }
}
