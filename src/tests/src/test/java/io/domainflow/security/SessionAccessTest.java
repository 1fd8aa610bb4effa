package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A session of the web applications reads what its login may read. {@link SessionTokenTest} covers
 * what it changes, {@link SessionEndTest} how it ends.
 */
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
  @ValueSource(strings = {"operator", "approver", "analyst", "admin"})
  void aSessionReadsWhatTheSameLoginReadsWithItsPassword(String user) {
    Caller session = Caller.webapp(port, user, "welcome");
    for (String path :
        List.of(
            "/",
            "/orders/",
            "/accounts",
            "/accounts/accounts.js",
            "/sandbox",
            "/sandbox/ledger",
            "/api-docs/",
            "/webjars/swagger-ui/swagger-ui.css",
            "/api/v1/accounts",
            "/api/v1/clients",
            "/api/v1/webhooks",
            "/api/v1/domain-owners",
            "/api/v1/figures/orders-per-day",
            "/api/v1/orders/B-1/claims-notice",
            "/engine-rest/task",
            "/actuator/metrics",
            "/actuator/env",
            "/unknown")) {
      assertThat(session.send(session.withoutToken(path).GET()).statusCode())
          .as(path)
          .isEqualTo(Caller.basic(port, user).get(path).statusCode());
    }
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
}
