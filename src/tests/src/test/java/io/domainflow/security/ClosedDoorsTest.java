package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Calls of the engine that could run code or bypass the model are closed, on both its REST APIs.
 * {@link QueryExpressionsTest} covers expressions in queries.
 */
@SecurityTest
class ClosedDoorsTest {

  @LocalServerPort private int port;
  @Autowired private RepositoryService repositoryService;
  @Autowired private RuntimeService runtimeService;
  @Autowired private IdentityService identityService;

  @BeforeEach
  void hasAnOrder() {
    runtimeService.startProcessInstanceByKey(TestProcess.KEY);
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void theLastAdministratorStaysOneAndGroupsWithRightsStay(EngineApi api) {
    Caller admin = api.as("admin", port);
    for (String path :
        List.of("/group/camunda-admin/members/admin", "/user/admin", "/group/camunda-admin")) {
      HttpResponse<String> refused = admin.send(admin.request(api.path() + path).DELETE());

      assertThat(refused.statusCode()).as(path + " → " + refused.body()).isEqualTo(400);
      assertThat(refused.body()).contains("Nothing was changed");
    }
    HttpResponse<String> operators =
        admin.send(admin.request(api.path() + "/group/operators").DELETE());
    assertThat(operators.body()).contains("Domainflow grants permissions to the group operators");
    assertThat(
            identityService
                .createUserQuery()
                .userId("admin")
                .memberOfGroup("camunda-admin")
                .count())
        .isOne();
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void saysThatThereIsNoSuchTask(EngineApi api) {
    Caller operator = api.as("operator", port);
    for (String call : List.of("submit-form", "complete")) {
      HttpResponse<String> answer = operator.post(api.path() + "/task/gone/" + call, "{}");

      assertThat(answer.statusCode()).as(call + " → " + answer.body()).isEqualTo(404);
      assertThat(answer.body()).contains("There is no such task");
    }
    for (String form : List.of("deployed-form", "rendered-form", "form-variables")) {
      HttpResponse<String> answer =
          operator.send(operator.request(api.path() + "/task/gone/" + form).GET());

      assertThat(answer.statusCode()).as(form + " → " + answer.body()).isBetween(400, 404);
      assertThat(answer.body()).doesNotContain("NullPointer");
    }
  }

  @Test
  void aRequestWithoutABodyIsTheCallersMistake() {
    HttpResponse<String> answer =
        Caller.basic(port, "admin").post("/engine-rest/external-task/fetchAndLock", "null");

    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
    assertThat(answer.body()).doesNotContain("NullPointer", "camunda");
  }

  @Test
  void nobodyFetchesWorkOverTheWebApplications() {
    HttpResponse<String> answer =
        EngineApi.TASKLIST
            .as("admin", port)
            .post(
                EngineApi.TASKLIST.path() + "/external-task/fetchAndLock", "{\"workerId\":\"x\"}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void nobodyDeploys(EngineApi api) {
    long before = repositoryService.createDeploymentQuery().count();
    String deployment = repositoryService.createDeploymentQuery().list().get(0).getId();
    Caller admin = api.as("admin", port);

    assertThat(deploy(admin, api.path()).statusCode()).isEqualTo(403);
    assertThat(
            admin
                .post(api.path() + "/deployment/" + deployment + "/redeploy", "{\"source\":\"x\"}")
                .statusCode())
        .isEqualTo(403);
    assertThat(admin.call("DELETE", api.path() + "/deployment/" + deployment, null).statusCode())
        .isEqualTo(403);
    assertThat(
            admin
                .call(
                    "DELETE",
                    api.path() + "/process-definition/key/" + TestProcess.KEY + "/delete",
                    null)
                .statusCode())
        .isEqualTo(403);
    assertThat(repositoryService.createDeploymentQuery().count()).isEqualTo(before);
  }

  @Test
  void startsOnlyAtTheBeginning() {
    String start = "/engine-rest/process-definition/key/" + TestProcess.KEY + "/start";
    String around =
        """
        {"startInstructions":[{"type":"startBeforeActivity","activityId":"Task_Approve"}],
         "skipCustomListeners":true}""";
    for (String user : List.of("billing", "operator", "approver")) {
      long before = runtimeService.createProcessInstanceQuery().count();
      assertThat(Caller.basic(port, user).post(start, around).statusCode()).isEqualTo(403);
      assertThat(runtimeService.createProcessInstanceQuery().count()).isEqualTo(before);
      assertThat(Caller.basic(port, user).post(start, "{}").statusCode()).isEqualTo(200);
    }
    assertThat(Caller.basic(port, "admin").post(start, around).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/setup/default/user/create/",
        "/camunda/api/admin/setup/other/user/create",
        "/camunda/api/admin/setup;x=1/default/user/create",
        "/camunda/api/admin;/setup/default/user/create",
        "/camunda/api/admin//setup/default/user/create",
        "//camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/./setup/default/user/create",
        "/camunda/api/x/../admin/setup/default/user/create",
        "/camunda/api/%2e/admin/setup/default/user/create",
        "/camunda/api/admin/%73etup/default/user/create",
        "/camunda/api/admin%2Fsetup/default/user/create",
        "/%63amunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/SETUP/default/user/create",
        "/camunda/API/admin/setup/default/user/create",
        "/camunda/api/admin/setup%20/default/user/create",
        "/engine-rest/../camunda/api/admin/setup/default/user/create"
      })
  void createsNoAdministratorEvenWhenThereIsNone(String path) {
    identityService.deleteMembership("admin", EngineGroup.ADMINISTRATORS.id());
    try {
      Caller browser = Caller.anonymous(port);
      browser.get("/camunda/app/admin/default/");

      assertThat(createAdministrator(browser, path).statusCode()).isBetween(400, 404);
      assertThat(identityService.createUserQuery().userId("intruder").count()).isZero();
    } finally {
      identityService.createMembership("admin", EngineGroup.ADMINISTRATORS.id());
    }
  }

  @Test
  void saysThatSetUpIsClosed() {
    HttpResponse<String> response =
        createAdministrator(Caller.anonymous(port), "/camunda/api/admin/setup/default/user/create");

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("Set-up is closed");
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void readsNoSerialisedJavaObject(EngineApi api) {
    long before = runtimeService.createProcessInstanceQuery().count();
    HttpResponse<String> response =
        api.as("operator", port)
            .post(
                api.path() + "/process-definition/key/DomainRegistrationProcess/start",
                """
                {"variables":{"x":{"type":"Object","value":"rO0ABXQAAXg=",
                 "valueInfo":{"objectTypeName":"java.lang.String",
                  "serializationDataFormat":"application/x-java-serialized-object"}}}}""");

    assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(response.body()).contains("must be of type String, Boolean or Json");
    assertThat(runtimeService.createProcessInstanceQuery().count()).isEqualTo(before);
  }

  /** Not even for the application itself, which no filter protects. */
  @Test
  void theEngineReadsNoSerialisedJavaObject() {
    VariableMap written =
        Variables.putValueTyped(
            "x",
            Variables.serializedObjectValue("rO0ABXQAAXg=")
                .objectTypeName("java.lang.String")
                .serializationDataFormat("application/x-java-serialized-object")
                .create());

    assertThatThrownBy(() -> runtimeService.startProcessInstanceByKey(TestProcess.KEY, written))
        .hasMessageContaining("Java serialization format is prohibited");
  }

  @Test
  void webappRefusesAPostWithoutItsToken() {
    Caller operator = Caller.webapp(port, "operator", "tasklist");
    HttpResponse<String> response =
        operator.send(
            operator
                .request(EngineApi.TASKLIST.path() + "/task")
                .header("Content-Type", "application/json")
                .setHeader("X-XSRF-TOKEN", "guessed")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(response.statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void takesNoFormOfAnotherSiteFromALoggedInBrowser(String site) {
    Caller admin = Caller.basic(port, "admin");
    String start = "/engine-rest/process-definition/key/" + TestProcess.KEY + "/start";
    HttpResponse<String> response =
        admin.send(
            admin
                .request(start)
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString("{}")));

    assertThat(response.statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> createAdministrator(Caller caller, String path) {
    return caller.post(
        path,
        """
        {"profile":{"id":"intruder","firstName":"I","lastName":"N","email":""},
         "credentials":{"password":"intruder-intruder"}}""");
  }

  private static HttpResponse<String> deploy(Caller caller, String api) {
    String multipart =
        """
        --part\r
        Content-Disposition: form-data; name="deployment-name"\r
        \r
        intruder\r
        --part\r
        Content-Disposition: form-data; name="x.bpmn"; filename="x.bpmn"\r
        Content-Type: application/octet-stream\r
        \r
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">\
        <process id="x" isExecutable="true"><startEvent id="s"/></process></definitions>\r
        --part--\r
        """;
    return caller.send(
        caller
            .request(api + "/deployment/create")
            .header("Content-Type", "multipart/form-data; boundary=part")
            .POST(BodyPublishers.ofString(multipart)));
  }
}
