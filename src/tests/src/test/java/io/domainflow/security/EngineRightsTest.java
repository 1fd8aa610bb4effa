package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each group has its permissions in the web applications and on the engine. */
@SecurityTest
class EngineRightsTest {

  @LocalServerPort private int port;

  @Autowired private AuthorizationService authorizationService;
  @Autowired private RepositoryService repositoryService;

  @ParameterizedTest
  @CsvSource({
    "tasklist, operator, 200",
    "tasklist, approver, 200",
    "tasklist, analyst, 403",
    "tasklist, billing, 403",
    "cockpit, operator, 403",
    "cockpit, approver, 403",
    "cockpit, analyst, 200",
    "cockpit, billing, 403",
    "admin, operator, 403",
    "admin, analyst, 403",
    "admin, admin, 200",
    "welcome, operator, 200",
    "welcome, billing, 403",
    "cockpit, admin, 200",
    "tasklist, admin, 200"
  })
  void letsEachIntoTheirWebApplications(String app, String user, int status) {
    assertThat(Caller.anonymous(port).login(user, user, app).statusCode()).isEqualTo(status);
  }

  @Test
  void analystsMayOnlyRead() {
    Caller billing = Caller.basic(port, "billing");
    String instance =
        Caller.json(
                billing.post(
                    "/engine-rest/process-definition/key/" + TestProcess.KEY + "/start",
                    "{\"variables\":{\"domain\":{\"value\":\"example.com\",\"type\":\"String\"}}}"))
            .get("id")
            .asText();
    Caller analyst = Caller.basic(port, "analyst");
    assertThat(analyst.get("/engine-rest/process-instance/" + instance).statusCode())
        .isEqualTo(200);
    assertThat(analyst.get("/engine-rest/process-instance/" + instance + "/variables").body())
        .contains("example.com");
    assertThat(analyst.get("/engine-rest/history/process-instance/" + instance).statusCode())
        .isEqualTo(200);
    String task =
        Caller.json(analyst.get("/engine-rest/task?processInstanceId=" + instance))
            .get(0)
            .get("id")
            .asText();

    Map<String, String> writes =
        Map.of(
            "POST /engine-rest/process-definition/key/" + TestProcess.KEY + "/start",
            "{}",
            "DELETE /engine-rest/process-instance/" + instance,
            "",
            "PUT /engine-rest/process-instance/" + instance + "/suspended",
            "{\"suspended\":true}",
            "PUT /engine-rest/process-instance/" + instance + "/variables/x",
            "{\"value\":1}",
            "POST /engine-rest/process-instance/" + instance + "/modification",
            "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Ended\"}]}",
            "POST /engine-rest/task/" + task + "/claim",
            "{\"userId\":\"analyst\"}",
            "POST /engine-rest/task/" + task + "/complete",
            "{}",
            "POST /engine-rest/filter/create",
            "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{},\"properties\":{}}");
    writes.forEach((request, body) -> assertForbidden(analyst, request, body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "approver", "analyst", "billing"})
  void onlyAdministratorsGrantRights(String user) {
    Caller caller = Caller.basic(port, user);
    Map<String, String> writes =
        Map.of(
            "POST /engine-rest/user/create",
            "{\"profile\":{\"id\":\"friend\"},\"credentials\":{\"password\":\"friend\"}}",
            "POST /engine-rest/group/create",
            "{\"id\":\"friends\",\"name\":\"friends\",\"type\":\"WORKFLOW\"}",
            "PUT /engine-rest/group/camunda-admin/members/" + user,
            "",
            "POST /engine-rest/authorization/create",
            "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\""
                + user
                + "\",\"resourceType\":0,\"resourceId\":\"*\"}",
            "DELETE /engine-rest/user/operator2",
            "");
    writes.forEach((request, body) -> assertForbidden(caller, request, body));
  }

  @Test
  void everyLoginThatMayOrderMayStartEachOrderProcess() {
    for (String process : AccessRights.STARTABLE) {
      for (String group : List.of("operators", "approvers", "billing")) {
        assertThat(mayStart(group, process)).as(group + " " + process).isTrue();
      }
      assertThat(mayStart("analysts", process)).as(process).isFalse();
    }
    assertThat(mayStart("billing", "TransferLockProcess")).isFalse();
  }

  private boolean mayStart(String group, String process) {
    return authorizationService.isUserAuthorized(
        "somebody",
        List.of(group),
        ProcessDefinitionPermissions.CREATE_INSTANCE,
        Resources.PROCESS_DEFINITION,
        process);
  }

  @Test
  void billingStartsByIdTooButNothingElse() {
    String id =
        repositoryService
            .createProcessDefinitionQuery()
            .processDefinitionKey(TestProcess.KEY)
            .latestVersion()
            .singleResult()
            .getId();
    Caller billing = Caller.basic(port, "billing");

    HttpResponse<String> started =
        billing.post("/engine-rest/process-definition/" + id + "/start", "{}");

    assertThat(started.statusCode()).isEqualTo(200);
    String instance = Caller.json(started).get("id").asText();
    HttpResponse<String> look = billing.get("/engine-rest/process-instance/" + instance);
    assertThat(look.statusCode()).isEqualTo(403);
    assertThat(look.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(Caller.json(look).get("detail").asText()).contains("Nothing was changed");
  }

  private static void assertForbidden(Caller caller, String request, String body) {
    String[] methodAndPath = request.split(" ", 2);
    HttpResponse<String> response =
        caller.call(methodAndPath[0], methodAndPath[1], body.isEmpty() ? null : body);
    assertThat(response.statusCode()).as(request + " → " + response.body()).isEqualTo(403);
  }
}
