package io.domainflow.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A session of the web applications changes something only with its own token, so that no page of
 * another site does.
 */
@SecurityTest
class SessionTokenTest {

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

  @LocalServerPort private int port;

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
    String token = browser.cookie("XSRF-TOKEN").orElseThrow();
    assertThat(browser.login("admin", "admin", "welcome").statusCode()).isEqualTo(200);
    browser.get("/camunda/api/admin/auth/user/default");
    String session = browser.cookie("JSESSIONID").orElseThrow();
    assertThat(Caller.json(browser.get("/login/session")).get("token").asText())
        .isEqualTo(browser.cookie("XSRF-TOKEN").orElseThrow());
    String first = browser.cookie("XSRF-TOKEN").orElseThrow();

    assertThat(browser.login("admin", "admin", "welcome").statusCode()).isEqualTo(200);
    browser.get("/camunda/api/admin/auth/user/default");

    assertThat(browser.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(session);
    assertThat(browser.cookie("XSRF-TOKEN")).isPresent().get().isNotEqualTo(first);
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

  @ParameterizedTest
  @ValueSource(strings = {"", "guessed", "0123456789ABCDEF0123456789ABCDEF"})
  void nobodyIsLoggedInByAPageOfSomebodyElse(String token) {
    Caller browser = Caller.anonymous(port);
    browser.get("/camunda/api/admin/auth/user/default");
    HttpRequest.Builder login =
        browser
            .withoutToken("/camunda/api/admin/auth/user/default/login/welcome")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("username=admin&password=admin"));
    if (!token.isEmpty()) {
      login.header("X-XSRF-TOKEN", token);
    }

    assertThat(browser.send(login).statusCode()).isEqualTo(403);
    assertThat(browser.cookie("JSESSIONID")).isEmpty();
    assertThat(Caller.json(browser.get("/login/session")).get("login").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/camunda/api/admin/auth/user/default/logout",
    "/camunda/api/admin/auth/user/default/login/welcome",
    "/camunda/api/engine/engine/default/task",
    "/camunda/app/tasklist/default/"
  })
  void noPageOfSomebodyElseEndsASession(String path) {
    Caller operator = Caller.webapp(port, "operator", "tasklist");
    for (String token : List.of("", "guessed", "0123456789ABCDEF0123456789ABCDEF")) {
      HttpRequest.Builder request = write(operator.withoutToken(path), "POST");
      if (!token.isEmpty()) {
        request.header("X-XSRF-TOKEN", token);
      }
      assertRefused(path, token.isEmpty() ? "no-token" : "wrong-token", operator.send(request));
    }

    assertThat(Caller.json(operator.get("/login/session")).get("login").asText())
        .isEqualTo("operator");
    assertThat(operator.post("/camunda/api/engine/engine/default/task", "{}").statusCode())
        .isEqualTo(200);
  }
}
