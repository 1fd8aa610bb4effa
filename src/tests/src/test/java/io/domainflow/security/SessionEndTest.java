package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A session of the web applications ends with the logout, the password, the permissions and the
 * user that it was made with.
 */
@SecurityTest
class SessionEndTest {

  private static final String ORDERS = "/api/v1/orders";

  private static final String WEBAPP_TASKS = "/camunda/api/engine/engine/default/task/count";

  @LocalServerPort private int port;

  @Autowired private IdentityService identityService;

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
}
