package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No answer reveals or does more than it should, and the demo answers only its own machine. */
@SecurityTest
class ProtectiveAnswersTest {

  @LocalServerPort private int port;

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
  @ValueSource(strings = {"/", "/camunda/app/tasklist/", "/api-docs", "/orders/", "/accounts"})
  void doesNotRedirectToAnAddressOfTheCaller(String path) {
    String answer =
        new RawHttp(port)
            .answer(
                "GET "
                    + path
                    + " HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n"
                    + (path.equals("/accounts")
                        ? "Accept: text/html,application/xhtml+xml\r\n"
                        : RawHttp.login("operator"))
                    + "\r\n");

    assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("elsewhere.example");
    if (path.equals("/accounts")) {
      assertThat(answer).contains("\r\nLocation: /login?to=%2Faccounts\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /engine-rest/process-instance",
    "GET, /engine-rest/process-definition",
    "GET, /engine-rest/filter",
    "GET, /engine-rest/user",
    "GET, /engine-rest/group",
    "GET, /engine-rest/authorization",
    "GET, /engine-rest/deployment",
    "GET, /engine-rest/engine",
    "OPTIONS, /engine-rest/filter",
    "OPTIONS, /engine-rest/user",
    "OPTIONS, /engine-rest/authorization",
    "GET, /camunda/api/engine/engine/default/filter",
    "OPTIONS, /camunda/api/engine/engine/default/user",
    "GET, /api/v1/orders",
    "GET, /api/v1/accounts",
    "GET, /login/session",
    "GET, /api-docs/",
    "GET, /nowhere",
    "POST, /engine-rest/process-definition/key/SecurityTestProcess/start"
  })
  void noAnswerRepeatsAHostOfTheCaller(String method, String path) {
    String answer =
        new RawHttp(port)
            .answer(
                method
                    + " "
                    + path
                    + " HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n"
                    + RawHttp.login("admin")
                    + "Content-Type: application/json\r\n"
                    + (method.equals("POST") ? "Content-Length: 2\r\n\r\n{}" : "\r\n"));

    assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("elsewhere.example");
  }

  @Test
  void linksOfTheEngineLeadToItsOwnPaths() {
    assertThat(Caller.json(Caller.basic(port, "admin").get("/engine-rest/filter")).get(0))
        .isNotNull();
    Caller.json(Caller.basic(port, "admin").call("OPTIONS", "/engine-rest/filter", null))
        .get("links")
        .forEach(link -> assertThat(link.get("href").asText()).startsWith("/engine-rest/filter"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/domains/%00",
        "/api/v1/tlds?account=%00",
        "/engine-rest/task?assignee=a%00b",
        "/api/v1/domains/m\u00fcller.de",
        "/api/v1/domains/a|b.com",
        "/api/v1/domains/%zz"
      })
  void answersAProgramWhoseAddressTheServerCannotRead(String path) {
    String answer =
        new RawHttp(port)
            .answer(
                "GET "
                    + path
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + RawHttp.login("operator")
                    + "\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains("Content-Type: application/problem+json")
        .contains("urn:domainflow:problem:unreadable")
        .doesNotContain("<html", "Tomcat");
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
    assertThat(
            Caller.anonymous(port)
                .login("operator", "operator", "tasklist")
                .headers()
                .allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie).startsWith("JSESSIONID").contains("HttpOnly", "SameSite=Lax"));
  }

  @Test
  void revealsNothingAboutItselfInErrors() {
    HttpResponse<String> response = Caller.basic(port, "admin").get("/no/such/page");

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).doesNotContain("Exception", "trace", "org.");
  }
}
