package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Each login gets the right answer at each path. {@link SessionAccessTest} covers sessions of the
 * web applications, {@link EngineRightsTest} permissions on the engine.
 */
@SecurityTest
class AccessTest {

  private static final List<String> USERS =
      List.of("operator", "approver", "analyst", "billing", "admin");

  @LocalServerPort private int port;

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
          +++++ | GET    | /api/v1/orders?format=csv&waitingOn=OPERATOR&term=B-1
          +++++ | GET    | /api/v1/orders/B-1
          +++++ | GET    | /api/v1/orders/B-1/actions
          +++++ | GET    | /api/v1/order-troubles
          +++-+ | GET    | /api/v1/figures/orders-per-day
          +++-+ | GET    | /api/v1/figures/unknown
          +++-+ | POST   | /api/v1/figures/orders-per-day
          +++-+ | GET    | /api/v1/processes/DomainRegistrationProcess/instances
          +++-+ | GET    | /api/v1/processes/DomainRegistrationProcess/heat
          +++-+ | GET    | /api/v1/figures/charges
          +++-+ | GET    | /api/v1/figures/decided-tasks
          +++-+ | GET    | /api/v1/figures/tasks-to-do
          +++-+ | GET    | /api/v1/process-instances/x/audit
          +++-+ | GET    | /api/v1/process-instances/x/path
          +++-+ | GET    | /api/v1/failed-steps
          +++-+ | GET    | /api/v1/failed-steps/x
          +++++ | GET    | /api/v1/outgoing-transfers
          ++-++ | GET    | /api/v1/orders/B-1/claims-notice
          -+--+ | GET    | /api/v1/outgoing-transfers/x/answers
          ++-++ | POST   | /api/v1/orders
          ++-++ | POST   | /api/v1/orders/B-1/cancel
          ----+ | DELETE | /api/v1/orders/B-1
          +++++ | GET    | /api/v1/domains/example.com
          +++++ | POST   | /api/v1/domains/example.com/refresh
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
          +++++ | GET    | /
          +++++ | GET    | /login
          +++++ | GET    | /login/session
          +++++ | GET    | /pages/pages.css
          +++++ | GET    | /handbook/
          +++++ | GET    | /handbook/order-api
          +++++ | GET    | /orders
          +++++ | GET    | /orders/B-1
          +++++ | GET    | /orders/orders.js
          +++++ | GET    | /pages/shared.js
          ----+ | GET    | /sandbox/ledger
          ----+ | POST   | /sandbox/clock
          ----+ | GET    | /sandbox
          ----+ | GET    | /sandbox/sandbox.js
          ----+ | GET    | /sandbox/choices
          ----+ | GET    | /sandbox/registry
          ----+ | DELETE | /sandbox/faults/1
          ----+ | GET    | /sandbox/demo-data
          ----+ | POST   | /sandbox/demo-data
          ----+ | GET    | /sandbox/mailbox
          +++++ | GET    | /sandbox/mail/0/confirm
          +++++ | POST   | /sandbox/mail/0/refuse
          +++++ | GET    | /holder/nobody-has-this-secret
          +++++ | POST   | /holder/nobody-has-this-secret
          ----- | GET    | /holder
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
  void admitsUsersWithTheRight(String expected, String method, String path) {
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
  void asksAnonymousCallersToLogIn(String path) {
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
        "/api/v1/orders?format=csv",
        "/api/v1/orders/B-1/actions",
        "/api/v1/order-troubles",
        "/api/v1/figures/accounts",
        "/api/v1/processes/x/heat",
        "/api/v1/process-instances/x/audit",
        "/api/v1/process-instances/x/path",
        "/api/v1/failed-steps",
        "/api/v1/anything",
        "/api/v1/accounts",
        "/api/v1/accounts/sandbox",
        "/api/v1/accounts/sandbox/authorizations",
        "/api/v1/clients",
        "/api/v1/clients/shop/tokens",
        "/api/v1/domains/example.com/hold",
        "/api/v1/domains/example.com/refresh",
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
        "/",
        "/login",
        "/pages/start.js",
        "/pages/login.js",
        "/pages/pages.css",
        "/orders",
        "/orders/B-1",
        "/orders/orders.js",
        "/orders/parts/list.js",
        "/orders/orders.css",
        "/orders/pictures/DomainRegistrationProcess.svg"
      })
  void thePagesThatAreTheSameForEverybodyAreOpen(String path) {
    HttpResponse<String> page = Caller.anonymous(port).get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .isPresent()
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
  }

  @Test
  void sharedScriptsAreOpenToo() {
    HttpResponse<String> script = Caller.anonymous(port).get("/pages/shared.js");

    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(script.headers().firstValue("Content-Type"))
        .hasValue("text/javascript;charset=UTF-8");
    assertThat(Caller.anonymous(port).get("/pages/other.js").statusCode()).isEqualTo(404);
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
  void theMetricsLoginReadsNothingElse(String path) {
    Caller metrics = Caller.basic(port, "prometheus", "prometheus-demo");

    assertThat(metrics.get("/actuator/prometheus").statusCode()).isEqualTo(200);
    assertThat(metrics.get(path).statusCode()).isEqualTo(403);
  }

  /** As the specification says at {@code method-not-offered}. */
  @ParameterizedTest
  @CsvSource({
    "billing, DELETE, /api/v1/orders, 403, forbidden",
    "billing, PUT, /api/v1/orders/B-1, 403, forbidden",
    "billing, PATCH, /api/v1/domains/example.com, 403, forbidden",
    "operator, DELETE, /api/v1/orders, 403, forbidden",
    "admin, DELETE, /api/v1/orders, 405, method-not-offered",
    "billing, POST, /api/v1/orders/B-1, 405, method-not-offered",
    "billing, GET, /api/v1/dry-runs, 405, method-not-offered",
    "billing, PUT, /api/v1/webhooks, 405, method-not-offered"
  })
  void saysThatAMethodIsNotOfferedOnlyWhereTheLoginMayDoMore(
      String user, String method, String path, int status, String problem) {
    HttpResponse<String> answer = Caller.basic(port, user).call(method, path, "{}");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("urn:domainflow:problem:" + problem + "\"");
  }

  @Test
  void linksInMailsNeedNoLogin() {
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
}
