package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.DomainflowApplication;
import io.domainflow.OneApplication;
import io.domainflow.TestDatabase;
import io.domainflow.database.PlanCaching;
import io.domainflow.model.Mail;
import io.domainflow.model.MailNotSent;
import io.domainflow.model.Mailer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/** The application without a profile, on an empty database. */
@SpringBootTest(
    classes = DomainflowApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "domainflow.masterkey=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
      "domainflow.admin.username=root",
      "domainflow.admin.password=" + ProductionStartTest.PASSWORD,
      // nobody listens there
      "spring.mail.host=127.0.0.1",
      "spring.mail.port=1",
      "domainflow.mail.from=noreply@example.net",
      TestDatabase.PLANS_AS_DELIVERED + "=true"
    })
@ContextConfiguration(initializers = {OneApplication.class, TestDatabase.class})
@TestExecutionListeners(listeners = OneApplication.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
class ProductionStartTest {

  static final String PASSWORD = "correct-horse-battery";

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;
  @Autowired private IdentityService identityService;
  @Autowired private AuthorizationService authorizationService;
  @Autowired private FilterService filterService;
  @Autowired private JdbcClient jdbc;
  @Autowired private Mailer mailer;

  /** See {@code PlanCachingTest}. */
  @Test
  void cachesPlansOnlyWhereAskedTo() {
    List<String> modes = new ArrayList<>();

    modes.add(plans());
    PlanCaching.during(() -> modes.add(plans())).run();
    modes.add(plans());

    assertThat(modes)
        .containsExactly("force_custom_plan", "force_generic_plan", "force_custom_plan");
  }

  private String plans() {
    return jdbc.sql("show plan_cache_mode").query(String.class).single();
  }

  @Test
  void hasItsAdministratorAndNoDemoUsers() {
    assertThat(identityService.createUserQuery().list())
        .extracting(User::getId)
        .containsExactly("root");
    assertThat(Caller.basic(port, "root", PASSWORD).get("/engine-rest/version").statusCode())
        .isEqualTo(200);
    assertThat(Caller.basic(port, "root", "root").get("/engine-rest/version").statusCode())
        .isEqualTo(401);
  }

  @Test
  void aSecondStartChangesNothing() {
    List<Long> before = counts();

    new FirstStart(jdbc).postProcessEngineBuild(engine);

    assertThat(counts()).isEqualTo(before).doesNotContain(0L);
  }

  @Test
  void sendsCookiesOverTlsOnly() {
    Caller browser = Caller.anonymous(port);
    HttpResponse<String> page = browser.get("/camunda/app/tasklist/default/");
    String token = page.headers().firstValue("Set-Cookie").orElseThrow().split("[=;]", 3)[1];
    // Over HTTP a browser would not send it.
    HttpResponse<String> login =
        browser.send(
            browser
                .withoutToken("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("Cookie", "XSRF-TOKEN=" + token)
                .header("X-XSRF-TOKEN", token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=root&password=" + PASSWORD)));

    assertThat(login.statusCode()).isEqualTo(200);
    assertThat(
            Stream.of(page, login)
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream()))
        .anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
        .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="))
        .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
    assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void isHealthyWithoutItsMailServer() {
    assertThatExceptionOfType(MailNotSent.class)
        .isThrownBy(
            () -> mailer.send(new Mail("TEST", "ada@example.net", "example.com", "A", "Text")));
    assertThat(Caller.anonymous(port).get("/actuator/health").statusCode()).isEqualTo(200);
    assertThat(Caller.anonymous(port).get("/actuator/health/readiness").statusCode())
        .isEqualTo(200);
  }

  @Test
  void requiresLongPasswords() {
    HttpResponse<String> response =
        Caller.basic(port, "root", PASSWORD)
            .post(
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"short\"},\"credentials\":{\"password\":\"elevenchars\"}}");

    assertThat(response.body()).contains("Password does not match policy");
    assertThat(identityService.createUserQuery().userId("short").count()).isZero();
  }

  private List<Long> counts() {
    return List.of(
        identityService.createUserQuery().count(),
        identityService.createGroupQuery().count(),
        authorizationService.createAuthorizationQuery().count(),
        filterService.createFilterQuery().count());
  }
}
