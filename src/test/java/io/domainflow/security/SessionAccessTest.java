package io.domainflow.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A session of the web applications has its permissions, and ends in time. */
@SecurityTest
class SessionAccessTest {

  private static final String ORDERS = "/api/v1/orders";

  private static final List<String> WRITES =
      List.of(
          "POST /api/v1/orders",
          "POST /api/v1/orders/B-1/cancel",
          "POST /api/v1/orders/B-1/input",
          "POST /api/v1/availability",
          "PUT /api/v1/domains/example.com/hold",
          "POST /api/v1/accounts",
          "PATCH /api/v1/accounts/nobody",
          "DELETE /api/v1/accounts/nobody",
          "POST /api/v1/webhooks",
          "POST /api/v1/clients",
          "POST /sandbox/clock",
          "POST /sandbox/faults",
          "POST /engine-rest/task",
          "POST /engine-rest/message",
          "POST /engine-rest/identity/verify",
          "POST /actuator/loggers/ROOT",
          "POST /unknown");

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

  @ParameterizedTest
  @ValueSource(strings = {"operator", "approver", "analyst", "admin"})
  void aSessionChangesWithItsTokenWhatTheSameLoginChangesWithItsPassword(String user) {
    Caller session = Caller.webapp(port, user, "welcome");
    Caller other = Caller.webapp(port, user, "welcome");
    for (String call : WRITES) {
      String method = call.substring(0, call.indexOf(' '));
      String path = call.substring(call.indexOf(' ') + 1);
      HttpResponse<String> own = Caller.basic(port, user).call(method, path, "{}");

      assertThat(session.call(method, path, "{}").statusCode())
          .as(call)
          .isEqualTo(own.statusCode());
      assertRefused(call, "no-token", session.send(write(session.withoutToken(path), method)));
      for (String wrong :
          List.of(
              "guessed",
              other.cookie("XSRF-TOKEN").orElseThrow(),
              session.cookie("XSRF-TOKEN").orElseThrow().toLowerCase(Locale.ROOT) + "x")) {
        assertRefused(
            call,
            "wrong-token",
            session.send(write(session.withoutToken(path).header("X-XSRF-TOKEN", wrong), method)));
      }
    }
  }

  private static HttpRequest.Builder write(HttpRequest.Builder request, String method) {
    return request
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString("{}"));
  }

  private static void assertRefused(String call, String why, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(call).isEqualTo(403);
    assertThat(answer.body()).as(call).contains("urn:domainflow:problem:" + why);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /sandbox/reset",
    "POST, /sandbox/faults",
    "POST, /api/v1/accounts",
    "POST, /api/v1/accounts/sandbox/test",
    "POST, /api/v1/orders/B-1/cancel",
    "POST, /engine-rest/message",
    "POST, /engine-rest/deployment/create",
    "DELETE, /sandbox/faults",
    "OPTIONS, /api/v1/orders"
  })
  void noFormOfAnotherSiteChangesAnythingByTheCookie(String method, String path) {
    Caller admin = Caller.webapp(port, "admin", "welcome");
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
      for (String site : List.of("", "cross-site", "same-site", "same-origin")) {
        HttpRequest.Builder form =
            admin
                .withoutToken(path + "?X-XSRF-TOKEN=" + admin.cookie("XSRF-TOKEN").orElseThrow())
                .header("Content-Type", type)
                .method(
                    method,
                    HttpRequest.BodyPublishers.ofString(
                        "{\"command\":\"AddDomain\",\"fault\":\"EMPTY\",\"times\":1}"));
        if (!site.isEmpty()) {
          form.header("Sec-Fetch-Site", site);
        }
        assertRefused(method + " " + path + " " + type + " " + site, "no-token", admin.send(form));
      }
    }
    assertThat(admin.get("/sandbox/faults").body()).doesNotContain("EMPTY");
  }

  @Test
  void anotherSiteThatKnewTheTokenWouldBeRefusedAllTheSame() {
    Caller admin = Caller.webapp(port, "admin", "welcome");

    HttpResponse<String> answer =
        admin.send(
            write(admin.request("/sandbox/faults"), "POST").header("Sec-Fetch-Site", "cross-site"));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void aLoginThatIsSentNeedsNoToken() {
    Caller session = Caller.webapp(port, "analyst", "welcome");
    String basic = "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes(UTF_8));

    HttpResponse<String> answer =
        session.send(
            write(session.withoutToken("/sandbox/faults"), "POST").header("Authorization", basic));

    assertThat(answer.statusCode()).as("judged as admin").isEqualTo(400);
  }

  @Test
  void theLinksInMailsWorkForWhoIsLoggedInToo() {
    Caller admin = Caller.webapp(port, "admin", "welcome");

    assertThat(admin.send(write(admin.withoutToken("/sandbox/mail/0/refuse"), "POST")).body())
        .contains("No mail has this link.");
  }

  @Test
  void aLoginMakesANewSessionWithATokenOfItsOwn() {
    Caller browser = Caller.anonymous(port);
    browser.get("/camunda/api/admin/auth/user/default");
    String session = browser.cookie("JSESSIONID").orElseThrow();
    String token = browser.cookie("XSRF-TOKEN").orElseThrow();
    assertThat(Caller.json(browser.get("/login/session")).get("token").asText()).isEqualTo(token);

    assertThat(browser.login("admin", "admin", "welcome").statusCode()).isEqualTo(200);
    browser.get("/camunda/api/admin/auth/user/default");

    assertThat(browser.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(session);
    assertThat(browser.cookie("XSRF-TOKEN")).isPresent().get().isNotEqualTo(token);
    assertRefused(
        "old token",
        "wrong-token",
        browser.send(
            write(browser.withoutToken("/sandbox/faults").header("X-XSRF-TOKEN", token), "POST")));
    Caller fixed = Caller.anonymous(port);
    HttpResponse<String> old =
        fixed.send(
            fixed.withoutToken("/login/session").header("Cookie", "JSESSIONID=" + session).GET());
    assertThat(Caller.json(old).get("login").isNull()).isTrue();
    assertThat(Caller.json(old).get("token").isNull()).isTrue();
  }

  @Test
  void nobodyIsLoggedInByAPageOfSomebodyElse() {
    Caller browser = Caller.anonymous(port);
    browser.get("/camunda/api/admin/auth/user/default");

    HttpResponse<String> answer =
        browser.send(
            browser
                .withoutToken("/camunda/api/admin/auth/user/default/login/welcome")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=admin&password=admin")));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Caller.json(browser.get("/login/session")).get("login").isNull()).isTrue();
  }

  @Test
  void whoHasLoggedOutIsOutEverywhere() {
    Caller admin = Caller.webapp(port, "admin", "welcome");
    assertThat(Caller.json(admin.get("/login/session")).get("login").asText()).isEqualTo("admin");

    assertThat(admin.post("/camunda/api/admin/auth/user/default/logout", "").statusCode())
        .isEqualTo(200);

    assertThat(admin.get("/accounts").statusCode()).isEqualTo(401);
    assertThat(admin.post("/sandbox/faults", "{}").statusCode()).isEqualTo(401);
    assertThat(Caller.json(admin.get("/login/session")).get("login").isNull()).isTrue();
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

    assertThat(caller.post("/sandbox/faults", "{}").statusCode()).isEqualTo(403);
    identityService.createMembership("passing", "camunda-admin");
    assertThat(caller.post("/sandbox/faults", "{}").statusCode()).isEqualTo(400);

    identityService.deleteUser("passing");
    assertThat(caller.get(ORDERS).statusCode()).isEqualTo(401);
    assertThat(caller.post("/sandbox/faults", "{}").statusCode()).isEqualTo(401);
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
  void aSessionEndsWhenItsPasswordIsReset() {
    Caller session = staff("robbed", "robbed");
    Caller thief = Caller.webapp(port, "robbed", "welcome");
    assertThat(thief.get(ORDERS).statusCode()).isEqualTo(200);

    User user = identityService.createUserQuery().userId("robbed").singleResult();
    user.setPassword("another one");
    identityService.saveUser(user);

    for (Caller before : List.of(session, thief)) {
      assertThat(before.get(ORDERS).statusCode()).isEqualTo(401);
      assertThat(Caller.json(before.get("/login/session")).get("login").isNull()).isTrue();
      assertThat(before.get(WEBAPP_TASKS).statusCode()).isEqualTo(401);
    }
    identityService.deleteUser("robbed");
  }

  @Test
  void aSessionIsNotThatOfALaterUserOfTheSameName() {
    Caller session = staff("returning", "returning");
    assertThat(session.get(ORDERS).statusCode()).isEqualTo(200);

    identityService.deleteUser("returning");
    assertThat(session.get(ORDERS).statusCode()).isEqualTo(401);
    staff("returning", "returning");

    assertThat(session.get(ORDERS).statusCode()).isEqualTo(401);
    identityService.deleteUser("returning");
  }

  private Caller staff(String name, String password) {
    User user = identityService.newUser(name);
    user.setPassword(password);
    identityService.saveUser(user);
    identityService.createMembership(name, "operators");
    return Caller.webapp(port, name, "tasklist");
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
