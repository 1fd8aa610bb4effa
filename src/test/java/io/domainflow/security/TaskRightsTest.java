package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Operators work on the tasks of operators, approvers on those of approvers. */
@SecurityTest
class TaskRightsTest {

  private static final String TASKLIST = "/camunda/api/engine/engine/default";

  @LocalServerPort private int port;
  @Autowired private RuntimeService runtimeService;
  private String instance;
  private Caller operator;
  private Caller approver;

  @BeforeEach
  void startsAnOrder() {
    operator = Caller.basic(port, "operator");
    approver = Caller.basic(port, "approver");
    HttpResponse<String> started =
        Caller.basic(port, "billing")
            .post(
                "/engine-rest/process-definition/key/" + TestProcess.KEY + "/start",
                "{\"variables\":{\"domain\":{\"value\":\"example.com\",\"type\":\"String\"}}}");
    instance = Caller.json(started).get("id").asText();
  }

  @Test
  void anOperatorWorksOnATaskFromClaimToSubmit() {
    String task = onlyTask(operator);
    String path = "/engine-rest/task/" + task;

    assertThat(operator.post(path + "/claim", "{\"userId\":\"operator\"}").statusCode())
        .isEqualTo(204);
    assertThat(Caller.json(operator.get(path + "/form")).at("/camundaFormRef/key").asText())
        .isEqualTo("security-test");
    assertThat(operator.get(path + "/deployed-form").body()).contains("Legal type");
    assertThat(operator.get(path + "/form-variables").body()).contains("example.com");
    assertThat(
            operator
                .post(
                    path + "/submit-form",
                    "{\"variables\":{\"legalType\":{\"value\":\"CCT\",\"type\":\"String\"}}}")
                .statusCode())
        .isEqualTo(204);
    assertThat(runtimeService.getVariable(instance, "legalType")).isEqualTo("CCT");
  }

  @Test
  void anOperatorWorksInTasklist() {
    Caller tasklist = Caller.webapp(port, "operator2", "tasklist");
    JsonNode filters =
        Caller.json(tasklist.get(TASKLIST + "/filter?resourceType=Task&maxResults=2000"));
    assertThat(filters.findValuesAsText("name"))
        .contains("Unassigned", "My tasks", "All open tasks");
    String task = onlyTask(operator);

    assertThat(
            tasklist
                .post(TASKLIST + "/task/" + task + "/claim", "{\"userId\":\"operator2\"}")
                .statusCode())
        .isEqualTo(204);
    assertThat(tasklist.get(TASKLIST + "/task/" + task + "/deployed-form").statusCode())
        .isEqualTo(200);
    assertThat(
            tasklist
                .post(TASKLIST + "/task/" + task + "/submit-form", "{\"variables\":{}}")
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void anApproverDoesNotSeeOrTouchAnOperatorsTask() {
    String task = onlyTask(operator);

    assertThat(tasks(approver)).isEmpty();
    assertThat(approver.get("/engine-rest/task/" + task).statusCode()).isIn(403, 404);
    for (String write : new String[] {"/claim", "/complete", "/submit-form", "/assignee"}) {
      assertThat(
              approver
                  .post("/engine-rest/task/" + task + write, "{\"userId\":\"approver\"}")
                  .statusCode())
          .as(write)
          .isEqualTo(403);
    }
    assertThat(onlyTask(operator)).isEqualTo(task);
  }

  @Test
  void anOperatorDoesNotApprove() {
    operator.post("/engine-rest/task/" + onlyTask(operator) + "/complete", "{}");
    String approval = onlyTask(approver);

    assertThat(tasks(operator)).isEmpty();
    assertThat(operator.post("/engine-rest/task/" + approval + "/complete", "{}").statusCode())
        .isEqualTo(403);
    assertThat(approver.post("/engine-rest/task/" + approval + "/complete", "{}").statusCode())
        .isEqualTo(204);
  }

  @Test
  void aTaskIsNotPassedToAnotherGroup() {
    String task = onlyTask(operator);

    assertThat(
            operator
                .post(
                    "/engine-rest/task/" + task + "/identity-links",
                    "{\"groupId\":\"approvers\",\"type\":\"candidate\"}")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void whoHasClaimedATaskGivesItBackAndNobodyElseDoes() {
    String path = "/engine-rest/task/" + onlyTask(operator);
    Caller operator2 = Caller.basic(port, "operator2");
    operator.post(path + "/claim", "{\"userId\":\"operator\"}");

    assertThat(operator2.post(path + "/unclaim", "").statusCode()).isEqualTo(403);
    assertThat(operator.post(path + "/assignee", "{\"userId\":\"billing\"}").statusCode())
        .isEqualTo(403);
    assertThat(operator.post(path + "/unclaim", "").statusCode()).isEqualTo(204);
    assertThat(operator.post(path + "/unclaim", "").statusCode()).isEqualTo(403);
    assertThat(operator2.post(path + "/claim", "{\"userId\":\"operator2\"}").statusCode())
        .isEqualTo(204);
  }

  private String onlyTask(Caller caller) {
    JsonNode tasks = tasks(caller);
    assertThat(tasks).hasSize(1);
    return tasks.get(0).get("id").asText();
  }

  private JsonNode tasks(Caller caller) {
    return Caller.json(caller.get("/engine-rest/task?processInstanceId=" + instance));
  }
}
