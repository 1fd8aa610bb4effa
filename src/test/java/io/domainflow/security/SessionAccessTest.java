package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a session of the web applications may do, and when it ends. */
@SecurityTest
class SessionAccessTest {

  private static final String ORDERS = "/api/v1/orders";

  private static final String WEBAPP_TASKS = "/camunda/api/engine/engine/default/task/count";

  @LocalServerPort private int port;

  @Autowired private IdentityService identityService;

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
  void aSessionHasTheCurrentRightsOfItsUser() {
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
  void aClientNeverSeesAllOrdersWhateverItsOtherGroups() {
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
  void aClientGetsNothingOfTheWebApplicationsWhateverItsOtherGroups(String group) {
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
  void anotherSiteCannotMakeALoggedInBrowserChangeAnything() {
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
}
