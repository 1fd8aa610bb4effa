package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Billing systems that log in as users share the general limit; people have none. */
@SecurityTest
class TooManyRequestsTest {

  private static final String USER = "busy";
  private static final String PATH = "/api/v1/orders/nobodys-order";
  private static final int MANY = SecurityTest.REQUESTS_PER_MINUTE * 3 / 2;

  @LocalServerPort private int port;
  @Autowired private IdentityService identity;

  @BeforeEach
  void addUser() {
    User user = identity.newUser(USER);
    user.setPassword(USER);
    identity.saveUser(user);
  }

  @AfterEach
  void removeUser() {
    identity.deleteUser(USER);
  }

  @Test
  void stopsABillingSystemThatAsksTooOften() {
    identity.createMembership(USER, EngineGroup.BILLING.id());

    HttpResponse<String> last = ask();

    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(Caller.json(last).get("type").asText())
        .isEqualTo("urn:domainflow:problem:too-many-requests");
    assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(Caller.basic(port, "billing").get(PATH).statusCode()).isEqualTo(404);
    assertThat(Caller.basic(port, USER).get("/actuator/health").statusCode()).isEqualTo(200);
  }

  @Test
  void limitsNobodyElse() {
    identity.createMembership(USER, EngineGroup.ANALYSTS.id());

    assertThat(ask().statusCode()).isEqualTo(404);
  }

  /** Asks until it is stopped, or very often. */
  private HttpResponse<String> ask() {
    Caller busy = Caller.basic(port, USER);
    HttpResponse<String> answer = busy.get(PATH);
    for (int i = 1; i < MANY && answer.statusCode() != 429; i++) {
      answer = busy.get(PATH);
    }
    return answer;
  }
}
