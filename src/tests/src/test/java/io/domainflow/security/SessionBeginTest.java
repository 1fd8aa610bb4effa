package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** A session begins with a login, and not before; and nobody has any number of them. */
@SecurityTest
class SessionBeginTest {

  @LocalServerPort private int port;
  @Autowired private ServletWebServerApplicationContext application;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/login/session",
        "/orders",
        "/handbook",
        "/accounts",
        "/api-docs",
        "/api/v1/orders",
        "/engine-rest/task",
        "/sandbox",
        "/error",
        "/favicon.ico",
        "/nowhere",
        "/actuator/health",
        "/camunda",
        "/camunda/",
        "/camunda/nowhere",
        "/camunda/app/tasklist/default/",
        "/camunda/app/cockpit/default/",
        "/camunda/app/admin/default/",
        "/camunda/app/welcome/default/",
        "/camunda/lib/deps.js",
        "/camunda/api/admin/auth/user/default",
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics"
      })
  void nobodyGetsASessionWithoutALogin(String path) {
    int before = sessions();
    for (String method : List.of("GET", "HEAD", "POST", "DELETE")) {
      HttpResponse<String> answer = Caller.anonymous(port).call(method, path, null);

      assertThat(answer.headers().allValues("Set-Cookie"))
          .as(method)
          .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }
    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void aWrongPasswordGivesNoSession() {
    int before = sessions();

    assertThat(Caller.anonymous(port).login("operator", "wrong", "tasklist").statusCode())
        .isEqualTo(401);

    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void theOldestSessionOfAUserEndsWhenThereAreTooMany() {
    List<Caller> browsers = new ArrayList<>();
    for (int i = 0; i <= SessionLimit.SESSIONS_OF_A_USER; i++) {
      browsers.add(Caller.webapp(port, "operator2", "tasklist"));
    }

    assertThat(login(browsers.get(0))).isEqualTo("null");
    assertThat(browsers.subList(1, browsers.size()))
        .allSatisfy(browser -> assertThat(login(browser)).isEqualTo("operator2"));
    Caller another = Caller.webapp(port, "operator", "tasklist");
    assertThat(login(another)).isEqualTo("operator");
    assertThat(login(browsers.get(1))).isEqualTo("operator2");
  }

  private static String login(Caller browser) {
    return Caller.json(browser.get("/login/session")).get("login").asText();
  }

  private int sessions() {
    TomcatWebServer server = (TomcatWebServer) application.getWebServer();
    return ((Context) server.getTomcat().getHost().findChildren()[0])
        .getManager()
        .getActiveSessions();
  }
}
