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
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Calls of the engine that could run code or bypass the model are closed, on both its REST APIs.
 */
@SecurityTest
class ClosedDoorsTest {

  private static final String EXPRESSION = "${probe.hit()}";

  @LocalServerPort private int port;
  @Autowired private Probe probe;
  @Autowired private JdbcTemplate database;
  @Autowired private RepositoryService repositoryService;
  @Autowired private RuntimeService runtimeService;
  @Autowired private IdentityService identityService;

  /** The engine's two REST APIs. */
  enum Api {
    ENGINE_REST("/engine-rest"),
    WEBAPP("/camunda/api/engine/engine/default");

    private final String path;

    Api(String path) {
      this.path = path;
    }

    Caller as(String user, int port) {
      return this == ENGINE_REST
          ? Caller.basic(port, user)
          : Caller.webapp(port, user, user.equals("analyst") ? "cockpit" : "tasklist");
    }
  }

  @BeforeEach
  void hasAnOrder() {
    runtimeService.startProcessInstanceByKey(TestProcess.KEY);
    probe.reset();
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void theLastAdministratorStaysOneAndGroupsWithRightsStay(Api api) {
    Caller admin = api.as("admin", port);
    for (String path :
        List.of("/group/camunda-admin/members/admin", "/user/admin", "/group/camunda-admin")) {
      HttpResponse<String> refused = admin.send(admin.request(api.path + path).DELETE());

      assertThat(refused.statusCode()).as(path + " → " + refused.body()).isEqualTo(400);
      assertThat(refused.body()).contains("Nothing was changed");
    }
    HttpResponse<String> operators =
        admin.send(admin.request(api.path + "/group/operators").DELETE());
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
  @EnumSource(Api.class)
  void saysThatThereIsNoSuchTask(Api api) {
    Caller operator = api.as("operator", port);
    for (String call : List.of("submit-form", "complete")) {
      HttpResponse<String> answer = operator.post(api.path + "/task/gone/" + call, "{}");

      assertThat(answer.statusCode()).as(call + " → " + answer.body()).isEqualTo(404);
      assertThat(answer.body()).contains("There is no such task");
    }
    for (String form : List.of("deployed-form", "rendered-form", "form-variables")) {
      HttpResponse<String> answer =
          operator.send(operator.request(api.path + "/task/gone/" + form).GET());

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
        Api.WEBAPP
            .as("admin", port)
            .post(Api.WEBAPP.path + "/external-task/fetchAndLock", "{\"workerId\":\"x\"}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void acceptsAPlainQuery(Api api) {
    HttpResponse<String> response =
        api.as("operator", port)
            .post(api.path + "/task", "{\"orQueries\":[{\"candidateGroup\":\"operators\"}]}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Caller.json(response)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void runsNoExpressionOfAQuery(Api api) {
    for (String user : List.of("operator", "approver", "admin")) {
      Caller caller = api.as(user, port);
      for (String query : expressionQueries()) {
        for (String path : List.of("/task", "/task/count", "/task?maxResults=5")) {
          assertRefused(caller.post(api.path + path, query), user + " " + path + " " + query);
        }
      }
      assertRefused(
          caller.get(api.path + "/task?assigneeExpression=$%7Bprobe.hit()%7D"), user + " GET");
      assertThat(
              caller
                  .get(
                      api.path
                          + "/task?orQueries=%5B%7B%22assigneeExpression%22:"
                          + "%22$%7Bprobe.hit()%7D%22%7D%5D")
                  .statusCode())
          .isGreaterThanOrEqualTo(400);
    }
    assertThat(probe.hits()).isZero();
  }

  @Test
  void runsNoExpressionOfAnAnalyst() {
    Caller cockpit = Api.WEBAPP.as("analyst", port);
    for (String query : expressionQueries()) {
      assertRefused(cockpit.post(Api.WEBAPP.path + "/task", query), query);
    }
    assertThat(probe.hits()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void savesNoFilterWithAnExpression(Api api) {
    Caller admin = api.as("admin", port);
    for (String query : expressionQueries()) {
      assertRefused(admin.post(api.path + "/filter/create", filter(query)), query);
    }
    HttpResponse<String> plain = admin.post(api.path + "/filter/create", filter("{}"));
    assertThat(plain.statusCode()).isEqualTo(200);
    String id = Caller.json(plain).get("id").asText();
    for (String query : expressionQueries()) {
      assertRefused(admin.call("PUT", api.path + "/filter/" + id, filter(query)), query);
    }
    assertThat(probe.hits()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void runsNoExpressionThatExtendsAFilter(Api api) {
    Caller operator = api.as("operator", port);
    HttpResponse<String> filters = operator.get(api.path + "/filter?name=All%20open%20tasks");
    String id = Caller.json(filters).get(0).get("id").asText();
    assertThat(operator.post(api.path + "/filter/" + id + "/list?maxResults=5", "{}").statusCode())
        .isEqualTo(200);

    for (String query : expressionQueries()) {
      for (String path :
          List.of("/list", "/list?firstResult=0&maxResults=5", "/count", "/singleResult")) {
        assertRefused(operator.post(api.path + "/filter/" + id + path, query), path + query);
      }
    }
    assertThat(probe.hits()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void runsNoExpressionOfAFilterThatWasThereBefore(Api api) {
    Caller admin = api.as("admin", port);
    String id =
        Caller.json(admin.post(api.path + "/filter/create", filter("{}"))).get("id").asText();
    for (String query : expressionQueries().subList(0, 3)) {
      database.update("UPDATE act_ru_filter SET query_ = ? WHERE id_ = ?", query, id);

      for (String path : List.of("/list?maxResults=5", "/count", "/singleResult")) {
        assertRefused(admin.get(api.path + "/filter/" + id + path), path + query);
      }
    }
    assertThat(probe.hits()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void nobodyDeploys(Api api) {
    long before = repositoryService.createDeploymentQuery().count();
    String deployment = repositoryService.createDeploymentQuery().list().get(0).getId();
    Caller admin = api.as("admin", port);

    assertThat(deploy(admin, api.path).statusCode()).isEqualTo(403);
    assertThat(
            admin
                .post(api.path + "/deployment/" + deployment + "/redeploy", "{\"source\":\"x\"}")
                .statusCode())
        .isEqualTo(403);
    assertThat(admin.call("DELETE", api.path + "/deployment/" + deployment, null).statusCode())
        .isEqualTo(403);
    assertThat(
            admin
                .call(
                    "DELETE",
                    api.path + "/process-definition/key/" + TestProcess.KEY + "/delete",
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
  @EnumSource(Api.class)
  void readsNoSerialisedJavaObject(Api api) {
    long before = runtimeService.createProcessInstanceQuery().count();
    HttpResponse<String> response =
        api.as("operator", port)
            .post(
                api.path + "/process-definition/key/DomainRegistrationProcess/start",
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
                .request(Api.WEBAPP.path + "/task")
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

  private static List<String> expressionQueries() {
    return List.of(
        "{\"assigneeExpression\":\"" + EXPRESSION + "\"}",
        "{\"orQueries\":[{\"assigneeExpression\":\"" + EXPRESSION + "\"}]}",
        "{\"orQueries\":[{\"assignee\":\"x\"},{\"candidateGroupsExpression\":\""
            + EXPRESSION
            + "\"}]}",
        "{\"orQueries\":[{\"orQueries\":[{\"ownerExpression\":\"" + EXPRESSION + "\"}]}]}",
        "{\"orQueries\":[{\"assignee\\u0045xpression\":\"" + EXPRESSION + "\"}]}",
        "{\"orQueries\":[],\"orQueries\":[{\"dueBeforeExpression\":\"" + EXPRESSION + "\"}]}");
  }

  private static String filter(String query) {
    return "{\"resourceType\":\"Task\",\"name\":\"mine\",\"properties\":{},\"query\":"
        + query
        + "}";
  }

  private static void assertRefused(HttpResponse<String> response, String what) {
    assertThat(response.statusCode()).as(what + " → " + response.body()).isEqualTo(400);
    assertThat(response.body()).doesNotContain("probe");
  }
}
