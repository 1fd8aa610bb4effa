package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets which answer where. */
@SecurityTest
class AccessTest {

  private static final List<String> USERS =
      List.of("operator", "approver", "analyst", "billing", "admin");

  private static final String ORDERS = "/api/v1/orders";
  private static final String WEBAPP_TASKS = "/camunda/api/engine/engine/default/task/count";

  @LocalServerPort private int port;
  @Autowired private AuthorizationService authorizationService;
  @Autowired private RepositoryService repositoryService;
  @Autowired private IdentityService identityService;

  /**
   * One letter for each of operator, approver, analyst, billing and admin: {@code +} lets in
   * (whatever the answer then is), {@code -} is forbidden.
   */
  @ParameterizedTest(name = "{1} {2}: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          +++++ | GET    | /api/v1/orders
          +++++ | GET    | /api/v1/orders/B-1
          +++++ | GET    | /api/v1/order-troubles
          +++-+ | GET    | /api/v1/figures/orders-per-day
          +++-+ | GET    | /api/v1/figures/unknown
          +++-+ | POST   | /api/v1/figures/orders-per-day
          +++-+ | GET    | /api/v1/processes/DomainRegistrationProcess/instances
          +++-+ | GET    | /api/v1/processes/DomainRegistrationProcess/heat
          +++-+ | GET    | /api/v1/process-instances/x/audit
          +++-+ | GET    | /api/v1/failed-steps
          +++-+ | GET    | /api/v1/failed-steps/x
          ++-++ | GET    | /api/v1/orders/B-1/claims-notice
          ++-++ | POST   | /api/v1/orders
          ++-++ | POST   | /api/v1/orders/B-1/cancel
          ----+ | DELETE | /api/v1/orders/B-1
          +++++ | GET    | /api/v1/domains/example.com
          +++++ | GET    | /api/v1/domains/example.com/hold
          ----+ | PUT    | /api/v1/domains/example.com/hold
          ----+ | DELETE | /api/v1/domains/example.com/hold
          +++++ | GET    | /api/v1/tlds/ca/additional-fields
          ----+ | PUT    | /api/v1/tlds/ca/additional-fields
          +++++ | GET    | /api/v1/consents?domain=example.com
          ----+ | POST   | /api/v1/consents?domain=example.com
          ---++ | GET    | /api/v1/webhooks
          ---++ | POST   | /api/v1/webhooks
          ---++ | GET    | /api/v1/webhooks/1
          ---++ | PATCH  | /api/v1/webhooks/1
          ---++ | DELETE | /api/v1/webhooks/1
          ---++ | POST   | /api/v1/webhooks/1/secrets
          ---++ | POST   | /api/v1/webhooks/1/test
          ---++ | POST   | /api/v1/webhooks/1/replay
          ---++ | GET    | /api/v1/webhooks/1/deliveries
          ---++ | GET    | /api/v1/webhooks/1/deliveries/1
          ---++ | POST   | /api/v1/webhooks/1/deliveries/1/replay
          ----+ | GET    | /api/v1/accounts
          ----+ | GET    | /api/v1/accounts/sandbox
          ----+ | POST   | /api/v1/accounts
          ----+ | PATCH  | /api/v1/accounts/sandbox
          ----+ | DELETE | /api/v1/accounts/nobody
          ----+ | POST   | /api/v1/accounts/nobody/test
          ----+ | GET    | /api/v1/accounts/sandbox/authorizations
          ----+ | POST   | /api/v1/accounts/sandbox/authorizations
          ----+ | DELETE | /api/v1/accounts/sandbox/authorizations/1
          ----+ | GET    | /api/v1/clients
          ----+ | POST   | /api/v1/clients
          ----+ | GET    | /api/v1/clients/shop
          ----+ | PATCH  | /api/v1/clients/shop
          ----+ | DELETE | /api/v1/clients/shop
          ----+ | GET    | /api/v1/clients/shop/tokens
          ----+ | POST   | /api/v1/clients/shop/tokens
          ----+ | DELETE | /api/v1/clients/shop/tokens/1
          ----+ | GET    | /accounts
          ----+ | GET    | /accounts/accounts.js
          +++++ | GET    | /orders
          +++++ | GET    | /orders/orders.js
          +++++ | GET    | /pages/shared.js
          ----+ | GET    | /sandbox/ledger
          ----+ | POST   | /sandbox/clock
          ----+ | GET    | /sandbox
          ----+ | GET    | /sandbox/mailbox
          +++++ | GET    | /sandbox/mail/0/confirm
          +++++ | POST   | /sandbox/mail/0/refuse
          +++++ | GET    | /api-docs/
          ----- | GET    | /webjars-of-others
          ----+ | GET    | /actuator
          ----+ | GET    | /actuator/metrics
          ----+ | GET    | /actuator/env
          ----+ | GET    | /actuator/heapdump
          ----+ | POST   | /actuator/loggers/ROOT
          +++-+ | GET    | /engine-rest/process-definition/key/DomainUnknownProcess/xml
          +++++ | GET    | /engine-rest/process-definition/key/SecurityTestProcess
          ++-++ | POST   | /engine-rest/process-definition/key/SecurityTestProcess/start
          +++-+ | GET    | /engine-rest/task
          +++-+ | GET    | /engine-rest/version
          +++-+ | GET    | /engine-rest/metrics
          +++-+ | GET    | /engine-rest/engine
          +++-+ | GET    | /engine-rest/engine/default/task
          +++-+ | GET    | /engine-rest/process-instance
          +++-+ | GET    | /engine-rest/history/variable-instance
          +++-+ | POST   | /engine-rest/message
          ----- | POST   | /engine-rest/identity/verify
          ----- | POST   | /engine-rest/engine/default/identity/verify
          """)
  void letsInWhoMay(String expected, String method, String path) {
    StringBuilder actual = new StringBuilder();
    for (String user : USERS) {
      HttpResponse<String> response =
          Caller.basic(port, user).call(method, path, method.equals("GET") ? null : "{}");
      assertThat(response.statusCode()).as(user).isNotEqualTo(401);
      actual.append(response.statusCode() == 403 ? '-' : '+');
    }
    assertThat(actual).hasToString(expected);
  }

  @ParameterizedTest
  @MethodSource("engineRestPaths")
  void asksStrangersForALogin(String path) {
    for (String method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS")) {
      HttpResponse<String> response = Caller.anonymous(port).call(method, path, null);

      assertThat(response.statusCode()).as(method).isEqualTo(401);
      assertThat(response.headers().firstValue("WWW-Authenticate"))
          .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      assertThat(Caller.json(response).get("status").asInt()).isEqualTo(401);
    }
  }

  /** Each top resource of the engine's REST API, directly and under the engine's name. */
  static Stream<String> engineRestPaths() {
    List<String> resources =
        List.of(
            "",
            "/",
            "/authorization",
            "/batch",
            "/batch/statistics",
            "/case-definition",
            "/case-execution",
            "/case-instance",
            "/condition",
            "/decision-definition",
            "/decision-requirements-definition",
            "/deployment",
            "/deployment/create",
            "/engine",
            "/event-subscription",
            "/execution",
            "/external-task",
            "/external-task/fetchAndLock",
            "/filter",
            "/filter/create",
            "/group",
            "/history/activity-instance",
            "/history/cleanup",
            "/history/detail",
            "/history/external-task-log",
            "/history/identity-link-log",
            "/history/incident",
            "/history/job-log",
            "/history/process-instance",
            "/history/task",
            "/history/user-operation",
            "/history/variable-instance",
            "/identity/groups",
            "/identity/verify",
            "/incident",
            "/job",
            "/job-definition",
            "/message",
            "/metrics",
            "/migration/execute",
            "/modification/execute",
            "/process-definition",
            "/process-definition/key/DomainRegistrationProcess/start",
            "/process-instance",
            "/schema/log",
            "/signal",
            "/task",
            "/task/count",
            "/task/x/submit-form",
            "/telemetry",
            "/tenant",
            "/user",
            "/user/create",
            "/variable-instance",
            "/version");
    return Stream.concat(
        resources.stream().map(resource -> "/engine-rest" + resource),
        resources.stream().map(resource -> "/engine-rest/engine/default" + resource));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/orders",
        "/api/v1/order-troubles",
        "/api/v1/figures/accounts",
        "/api/v1/processes/x/heat",
        "/api/v1/process-instances/x/audit",
        "/api/v1/failed-steps",
        "/api/v1/anything",
        "/api/v1/accounts",
        "/api/v1/accounts/sandbox",
        "/api/v1/accounts/sandbox/authorizations",
        "/api/v1/clients",
        "/api/v1/clients/shop/tokens",
        "/api/v1/domains/example.com/hold",
        "/api/v1/consents?domain=example.com",
        "/api/v1/tlds/ca/additional-fields",
        "/api/v1/webhooks",
        "/api/v1/webhooks/1/deliveries",
        "/accounts",
        "/sandbox",
        "/sandbox/ledger",
        "/sandbox/api/call.cgi/x",
        "/sandbox/clock",
        "/actuator",
        "/actuator/env",
        "/actuator/heapdump",
        "/actuator/metrics",
        "/actuator/health/db",
        "/unknown"
      })
  void isClosedForStrangers(String path) {
    assertThat(Caller.anonymous(port).get(path).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orders",
        "/orders/orders.js",
        "/orders/orders.css",
        "/orders/pictures/DomainRegistrationProcess.svg"
      })
  void thePageOfOrdersIsOpenBecauseNothingOfAnOrderIsInIt(String path) {
    HttpResponse<String> page = Caller.anonymous(port).get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .isPresent()
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
  }

  @Test
  void whatAllScriptsShareIsOpenToo() {
    HttpResponse<String> script = Caller.anonymous(port).get("/pages/shared.js");

    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(script.headers().firstValue("Content-Type"))
        .hasValue("text/javascript;charset=UTF-8");
    assertThat(Caller.anonymous(port).get("/pages/other.js").statusCode()).isEqualTo(404);
  }

  @Test
  void aSessionOfAWebApplicationReads() {
    Caller operator = Caller.webapp(port, "operator", "tasklist");
    Caller analyst = Caller.webapp(port, "analyst", "cockpit");

    HttpResponse<String> answer = operator.get(ORDERS);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(analyst.get(ORDERS).statusCode()).isEqualTo(200);
    assertThat(operator.get("/api/v1/accounts").statusCode()).isEqualTo(403);
    assertThat(Caller.webapp(port, "admin", "admin").get("/api/v1/accounts").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/orders",
    "POST, /api/v1/orders/B-1/cancel",
    "POST, /api/v1/orders/B-1/input",
    "PUT, /api/v1/domains/example.com/hold",
    "DELETE, /api/v1/accounts/sandbox",
    "HEAD, /api/v1/orders",
    "GET, /engine-rest/task",
    "GET, /accounts",
    "GET, /sandbox/ledger",
    "GET, /actuator/metrics"
  })
  void aSessionChangesNothingAndReadsNothingElse(String method, String path) {
    Caller admin = Caller.webapp(port, "admin", "tasklist");

    assertThat(admin.call(method, path, method.equals("POST") ? "{}" : null).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aSessionHasTheRightsOfThisMoment() {
    User user = identityService.newUser("passing");
    user.setPassword("passing");
    identityService.saveUser(user);
    identityService.createMembership("passing", "operators");
    Caller caller = Caller.webapp(port, "passing", "tasklist");
    assertThat(caller.get(ORDERS).statusCode()).isEqualTo(200);

    identityService.deleteMembership("passing", "operators");
    assertThat(caller.get(ORDERS).statusCode()).isEqualTo(403);
    identityService.createMembership("passing", "analysts");
    assertThat(caller.get(ORDERS).statusCode()).isEqualTo(200);

    identityService.deleteUser("passing");
    assertThat(caller.get(ORDERS).statusCode()).isEqualTo(401);
  }

  @Test
  void whoIsAClientSeesNothingOfAllOrdersWhateverElseItIs() {
    for (String group : List.of("analysts", "camunda-admin")) {
      User user = identityService.newUser("both");
      user.setPassword("both");
      identityService.saveUser(user);
      identityService.createMembership("both", group);
      Caller both = Caller.basic(port, "both");
      assertThat(both.get("/api/v1/figures/orders-per-day").statusCode()).isEqualTo(200);

      identityService.createMembership("both", "billing");

      for (String path :
          List.of(
              "/api/v1/figures/orders-per-day",
              "/api/v1/processes/DomainRegistrationProcess/instances",
              "/api/v1/processes/DomainRegistrationProcess/heat",
              "/api/v1/process-instances/x/audit",
              "/api/v1/failed-steps",
              "/api/v1/failed-steps/x")) {
        assertThat(both.get(path).statusCode()).as(group + " " + path).isEqualTo(403);
      }
      assertThat(both.get(ORDERS).statusCode()).isEqualTo(200);
      identityService.deleteUser("both");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"operators", "approvers", "analysts", "camunda-admin"})
  void whoIsAClientGetsNothingOfTheWebApplicationsWhateverElseItIs(String group) {
    User user = identityService.newUser("shopkeeper");
    user.setPassword("shopkeeper");
    identityService.saveUser(user);
    identityService.createMembership("shopkeeper", group);
    Caller before = Caller.webapp(port, "shopkeeper", "welcome");
    assertThat(before.get(WEBAPP_TASKS).statusCode()).isEqualTo(200);
    assertThat(before.get(ORDERS).statusCode()).isEqualTo(200);

    identityService.createMembership("shopkeeper", "billing");
    try {
      for (String app : List.of("welcome", "tasklist", "cockpit", "admin")) {
        HttpResponse<String> login = Caller.anonymous(port).login("shopkeeper", "shopkeeper", app);
        assertThat(login.statusCode()).isEqualTo(403);
        assertThat(login.body()).contains("not-for-clients");
      }
      assertThat(Caller.basic(port, "shopkeeper").get(WEBAPP_TASKS).statusCode()).isEqualTo(401);
      assertThat(before.get(ORDERS).statusCode()).isEqualTo(401);
      assertThat(before.get(WEBAPP_TASKS).statusCode()).isEqualTo(403);
      assertThat(before.get(WEBAPP_TASKS).statusCode())
          .as("and its session is over")
          .isEqualTo(401);
    } finally {
      identityService.deleteUser("shopkeeper");
    }
  }

  @Test
  void aSessionOfTheWebApplicationsEndsWithItsUser() {
    User user = identityService.newUser("leaving");
    user.setPassword("leaving");
    identityService.saveUser(user);
    identityService.createMembership("leaving", "operators");
    Caller session = Caller.webapp(port, "leaving", "tasklist");
    assertThat(session.get(WEBAPP_TASKS).statusCode()).isEqualTo(200);

    identityService.deleteUser("leaving");

    assertThat(session.get(WEBAPP_TASKS).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api-docs/",
        "/api-docs/openapi.yaml",
        "/webjars/swagger-ui/swagger-ui.css",
        "/api/v1/orders",
        "/engine-rest/version",
        "/actuator",
        "/actuator/metrics",
        "/accounts",
        "/sandbox",
        "/no/such/page"
      })
  void whoReadsMetricsReadsNothingElse(String path) {
    Caller metrics = Caller.basic(port, "prometheus", "prometheus-demo");

    assertThat(metrics.get("/actuator/prometheus").statusCode()).isEqualTo(200);
    assertThat(metrics.get(path).statusCode()).isEqualTo(403);
  }

  @Test
  void aLoginThatIsSentCountsInsteadOfTheSession() {
    Caller operator = Caller.webapp(port, "operator", "tasklist");

    HttpResponse<String> wrong =
        operator.send(
            operator.request(ORDERS).header("Authorization", "Bearer nothing-that-is-known").GET());

    assertThat(wrong.statusCode()).isEqualTo(401);
  }

  @Test
  void aPageThatTellsHowToLogInIsNotOfferedThePromptOfItsBrowser() {
    Caller stranger = Caller.anonymous(port);

    HttpResponse<String> answer =
        stranger.send(stranger.request(ORDERS).header("X-Requested-With", "fetch").GET());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .singleElement()
        .satisfies(challenge -> assertThat(challenge).startsWith("Bearer"));
  }

  @Test
  void anotherSiteHasALoggedInBrowserChangeNothing() {
    Caller operator = Caller.webapp(port, "operator", "tasklist");

    for (String site : List.of("cross-site", "same-site")) {
      HttpResponse<String> answer =
          operator.send(
              operator
                  .request(ORDERS)
                  .header("Sec-Fetch-Site", site)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString("{}")));
      assertThat(answer.statusCode()).isEqualTo(401);
    }
  }

  @Test
  void linksInMailsAreForWhoeverHasTheMail() {
    HttpResponse<String> answer = Caller.anonymous(port).get("/sandbox/mail/0/confirm");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("No mail has this link.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/engine/engine/default/process-definition",
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
        "/camunda/api/admin/plugin/adminPlugins/default/x"
      })
  void webappDataIsClosedForStrangers(String path) {
    assertThat(Caller.anonymous(port).get(path).statusCode()).isIn(401, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"})
  void tellsAnybodyThatItIsHealthyButNothingMore(String path) {
    HttpResponse<String> response = Caller.anonymous(port).get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Caller.json(response).get("status").asText()).isEqualTo("UP");
    assertThat(response.body()).doesNotContain("PostgreSQL", "details", "components", "diskSpace");
    assertThat(Caller.basic(port, "admin").get(path).body()).doesNotContain("PostgreSQL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"env", "heapdump", "loggers", "mappings", "beans", "configprops"})
  void hasNoDangerousActuatorEvenForAdministrators(String endpoint) {
    assertThat(Caller.basic(port, "admin").get("/actuator/" + endpoint).statusCode())
        .isEqualTo(404);
  }

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
  void analystsOnlyLook() {
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
  void nobodyButAnAdministratorGivesRights(String user) {
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
  void whoMayOrderMayStartEachProcessOfOrders() {
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

  @Test
  void limitsListsInsteadOfRefusingThem() {
    Caller operator = Caller.basic(port, "operator");
    assertThat(operator.get("/engine-rest/process-definition").statusCode()).isEqualTo(200);
    assertThat(operator.get("/engine-rest/task?maxResults=2000").statusCode()).isEqualTo(200);
    assertThat(operator.post("/engine-rest/task?firstResult=0", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesARequestLargerThanAnyOrder() {
    Caller billing = Caller.basic(port, "billing");
    HttpResponse<String> response =
        billing.post(
            "/engine-rest/process-definition/key/" + TestProcess.KEY + "/start",
            "{\"businessKey\":\"" + "x".repeat(2_000_000) + "\"}");

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/camunda/app/tasklist/", "/api-docs", "/orders/"})
  void sendsNobodyToAnAddressThatACallerMadeUp(String path) {
    String answer =
        new RawHttp(port)
            .answer(
                "GET "
                    + path
                    + " HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n"
                    + RawHttp.login("operator")
                    + "\r\n");

    assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("elsewhere.example");
    if (path.equals("/")) {
      assertThat(answer).containsPattern("\r\nLocation: /camunda/");
    }
  }

  @Test
  void theDemoListensToThisMachineOnly() {
    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> new Socket("127.0.0.2", port).close());
  }

  @Test
  void answersWithProtectiveHeaders() {
    HttpResponse<String> api = Caller.basic(port, "operator").get("/engine-rest/version");
    assertThat(api.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(api.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(api.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).containsAnyOf("no-store", "no-cache"));
    assertThat(api.headers().firstValue("Set-Cookie")).isEmpty();

    HttpResponse<String> tasklist = Caller.anonymous(port).get("/camunda/app/tasklist/default/");
    assertThat(tasklist.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(tasklist.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(tasklist.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie).startsWith("JSESSIONID").contains("HttpOnly", "SameSite=Lax"));
  }

  @Test
  void tellsNothingAboutItselfInErrors() {
    HttpResponse<String> response = Caller.basic(port, "admin").get("/no/such/page");

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).doesNotContain("Exception", "trace", "org.");
  }

  private static void assertForbidden(Caller caller, String request, String body) {
    String[] methodAndPath = request.split(" ", 2);
    HttpResponse<String> response =
        caller.call(methodAndPath[0], methodAndPath[1], body.isEmpty() ? null : body);
    assertThat(response.statusCode()).as(request + " → " + response.body()).isEqualTo(403);
  }
}
