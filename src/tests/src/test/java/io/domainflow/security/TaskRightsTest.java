package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Operators work on the tasks of operators, approvers on those of approvers. */
@SecurityTest
class TaskRightsTest {

  private static final String TASKLIST = "/camunda/api/engine/engine/default";

  @LocalServerPort private int port;
  @Autowired private AuthorizationService authorizationService;
  @Autowired private IdentityService identityService;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
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
  void onlyTheAssigneeReturnsATask() {
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

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest", TASKLIST})
  void aUserClaimsOnlyForHimself(String api) {
    String task = onlyTask(operator);
    String claim = api + "/task/" + task + "/claim";
    Caller caller = api.equals(TASKLIST) ? Caller.webapp(port, "operator", "tasklist") : operator;

    for (String other : List.of("\"operator2\"", "\"billing2\"", "\"nobody\"", "null")) {
      HttpResponse<String> refused = caller.post(claim, "{\"userId\":" + other + "}");

      assertThat(refused.statusCode()).as(other).isEqualTo(403);
      assertThat(refused.body()).contains("claim a task only for yourself", "Nothing was changed");
    }
    assertThat(taskService.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
    assertThat(rightsOfUsers(task)).isZero();

    Caller.basic(port, "operator2")
        .post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"operator2\"}");
    assertThat(caller.post(claim, "{\"userId\":null}").statusCode()).isEqualTo(403);
    assertThat(taskService.createTaskQuery().taskId(task).singleResult().getAssignee())
        .isEqualTo("operator2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest", TASKLIST})
  void anAdministratorAssignsTasksOnlyToUsersWhoMayWorkOnThem(String api) {
    String task = onlyTask(operator);
    String path = api + "/task/" + task;
    Caller admin =
        api.equals(TASKLIST)
            ? Caller.webapp(port, "admin", "tasklist")
            : Caller.basic(port, "admin");

    for (String other : List.of("approver", "billing", "analyst", "nobody")) {
      String user = "{\"userId\":\"" + other + "\"}";
      HttpResponse<String> refused = admin.post(path + "/assignee", user);
      assertThat(refused.statusCode()).as(other).isEqualTo(400);
      assertThat(refused.body()).contains("There is no user " + other + " who may work on");
      assertThat(admin.call("PUT", path, "{\"assignee\":\"" + other + "\"}").statusCode())
          .as(other)
          .isEqualTo(400);
      assertThat(admin.post(path + "/delegate", user).statusCode()).as(other).isEqualTo(403);
    }
    assertThat(taskService.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();

    for (String one : List.of("operator2", "admin")) {
      assertThat(admin.post(path + "/assignee", "{\"userId\":\"" + one + "\"}").statusCode())
          .as(one)
          .isEqualTo(204);
      assertThat(taskService.createTaskQuery().taskId(task).singleResult().getAssignee())
          .isEqualTo(one);
    }
    assertThat(admin.post(path + "/unclaim", "").statusCode()).isEqualTo(204);
    assertThat(rightsOfUsers(task)).isZero();
  }

  @Test
  void aFormerGroupMemberHasNoRightsOnATaskClaimedEarlier() {
    operator.post("/engine-rest/task/" + onlyTask(operator) + "/complete", "{}");
    String path = "/engine-rest/task/" + onlyTask(approver);
    identityService.createMembership("operator", "approvers");
    try {
      assertThat(operator.post(path + "/claim", "{\"userId\":\"operator\"}").statusCode())
          .isEqualTo(204);
    } finally {
      identityService.deleteMembership("operator", "approvers");
    }

    assertThat(operator.get(path + "/form-variables").statusCode()).isEqualTo(403);
    assertThat(operator.post(path + "/complete", "{}").statusCode()).isEqualTo(403);
    assertThat(Caller.basic(port, "admin").post(path + "/unclaim", "").statusCode()).isEqualTo(204);
    assertThat(operator.post(path + "/complete", "{}").statusCode()).isEqualTo(403);
    assertThat(approver.post(path + "/complete", "{}").statusCode()).isEqualTo(204);
  }

  private long rightsOfUsers(String task) {
    return authorizationService
        .createAuthorizationQuery()
        .resourceType(Resources.TASK)
        .resourceId(task)
        .list()
        .stream()
        .filter(right -> right.getUserId() != null)
        .count();
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
