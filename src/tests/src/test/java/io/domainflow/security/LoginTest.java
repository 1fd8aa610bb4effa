package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Clients;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Wrong passwords let nobody in, and lock nobody out. */
@SecurityTest
@ExtendWith(OutputCaptureExtension.class)
class LoginTest {

  @LocalServerPort private int port;

  @Test
  void acceptsTheCorrectPasswordAfterAnyNumberOfWrongOnes(CapturedOutput log) {
    for (int i = 1; i <= LoginAttempts.LIMIT; i++) {
      assertThat(version("billing2", "wrong-" + i).statusCode()).isEqualTo(401);
    }
    for (int i = 0; i < 5; i++) {
      HttpResponse<String> tooMany = version("billing2", "wrong-again");
      assertThat(tooMany.statusCode()).isEqualTo(429);
      assertThat(Long.parseLong(tooMany.headers().firstValue("Retry-After").orElseThrow()))
          .isBetween(1L, 60L);
    }
    assertThat(log).contains("failed logins as «billing2»").doesNotContain("wrong-again");

    HttpResponse<String> correct =
        Caller.basic(port, "billing2")
            .get("/engine-rest/process-definition/key/" + TestProcess.KEY);
    assertThat(correct.statusCode()).isEqualTo(200);
  }

  @Test
  void webApplicationsLockOutNobodyEither() {
    Caller stranger = Caller.anonymous(port);
    for (int i = 0; i < LoginAttempts.LIMIT; i++) {
      assertThat(stranger.login("operator2", "wrong", "tasklist").statusCode()).isEqualTo(401);
    }
    assertThat(stranger.login("operator2", "wrong", "tasklist").statusCode()).isEqualTo(429);

    assertThat(Caller.anonymous(port).login("operator2", "operator2", "tasklist").statusCode())
        .isEqualTo(200);
  }

  @Test
  void ourLoginPageCountsLikeTheWebApplications() {
    Caller stranger = Caller.anonymous(port);
    for (int i = 0; i < LoginAttempts.LIMIT; i++) {
      assertThat(stranger.login("somebody", "wrong", "welcome").statusCode()).isEqualTo(401);
    }
    HttpResponse<String> tooMany = stranger.login("somebody", "wrong", "welcome");

    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.body()).contains("too-many-failed-logins");
    assertThat(version("somebody", "wrong").statusCode()).as("counted together").isEqualTo(429);
  }

  @ParameterizedTest
  @CsvSource({
    "approver2, /camunda/api/engine/engine/default/user/approver2/credentials",
    "operator2, /engine-rest/user/operator2/credentials"
  })
  void wrongOldPasswordsCountAsWellAsWrongLogins(String user, String path) {
    Caller session = Caller.webapp(port, user, "tasklist");
    String guess = "{\"password\":\"a new long password\",\"authenticatedUserPassword\":\"wrong\"}";
    for (int i = 0; i < LoginAttempts.LIMIT; i++) {
      assertThat(session.call("PUT", path, guess).statusCode()).isEqualTo(400);
    }

    HttpResponse<String> tooMany = session.call("PUT", path, guess);

    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.body()).contains("Nothing was changed").doesNotContain("java", "camunda");
    assertThat(version(user, "wrong").statusCode()).as("counted together").isEqualTo(429);
    assertThat(version(user, user).statusCode()).as("the right one").isEqualTo(200);
  }

  @Test
  void tokensOfClientsOpenNoWebApplication() {
    Clients clients = new Clients(port);
    String name = clients.add();
    String token = clients.token(name);

    for (String app : List.of("tasklist", "cockpit", "admin")) {
      for (String user : List.of(name, "client/" + name)) {
        assertThat(Caller.anonymous(port).login(user, token, app).statusCode()).isEqualTo(401);
      }
    }
  }

  @Test
  void theDefaultUserOfTheFrameworkDoesNotExist() {
    assertThat(version("user", "").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "", "admin' OR '1'='1", "*"})
  void answersAnUnknownUserLikeAWrongPassword(String user) {
    HttpResponse<String> unknown = version(user, "x");
    HttpResponse<String> wrong = version("approver2", "x");

    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrong.body());
  }

  private HttpResponse<String> version(String user, String password) {
    return Caller.basic(port, user, password).get("/engine-rest/version");
  }
}
