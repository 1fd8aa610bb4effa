package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser gets our error page with a link back; programs get a problem. */
@SecurityTest
class BrowserAnswersTest {

  private static final String HTML =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  @LocalServerPort private int port;
  @Autowired private IdentityService identityService;

  @ParameterizedTest(name = "{0} {1} as {2}")
  @CsvSource({
    "GET, /unknown, nobody, 404, Nothing at this address",
    "GET, /unknown, admin, 404, Nothing at this address",
    "GET, /camunda/unknown, nobody, 404, Nothing at this address",
    "GET, /handbook/unknown, nobody, 404, Nothing at this address",
    "GET, /accounts/unknown, admin, 404, Nothing at this address",
    "GET, /pages/unknown.js, nobody, 404, Nothing at this address",
    "GET, /api/v1/orders/B-1, admin, 404, No such order",
    "POST, /, nobody, 405, Not offered here",
    "DELETE, /accounts, admin, 405, Not offered here",
    "POST, /accounts, nobody, 401, Login required",
    "GET, /accounts, operator, 403, Not allowed",
    "GET, /sandbox, analyst, 403, Not allowed",
    "GET, /camunda/api/admin/setup/default/user/create, nobody, 403, Set-up is closed",
    "GET, /a;b, nobody, 400, Address refused"
  })
  void showsAPageOfOurs(String method, String path, String user, int status, String title) {
    HttpResponse<String> answer = asked(caller(user), method, path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
    assertThat(answer.headers().allValues("WWW-Authenticate")).isEmpty();
    assertThat(answer.body())
        .contains("<h2>" + title + "</h2>", "<a href=\"/\">Back to the start page</a>")
        .doesNotContain("Exception", "io.domainflow", "org.", "	at ");
  }

  @Test
  void leadsToTheSpecificationOnlyWhoLooksForAnAddressOfTheApi() {
    assertThat(asked(caller("admin"), "GET", "/api/v1/unknown").body()).contains("/api-docs/");
    assertThat(asked(caller("nobody"), "GET", "/handbook/unknown").body())
        .doesNotContain("/api-docs/");
  }

  @Test
  void showsWhatWasAskedForAsText() {
    HttpResponse<String> answer = asked(caller("admin"), "GET", "/api/v1/orders/%3Cimg%20src=x%3E");

    assertThat(answer.body()).doesNotContain("<img");
  }

  @ParameterizedTest
  @CsvSource({
    "/accounts, %2Faccounts",
    "/sandbox, %2Fsandbox",
    "/api-docs/, %2Fapi-docs%2F",
    "/api/v1/orders?status=WAITING&domain=a, %2Fapi%2Fv1%2Forders%3Fstatus%3DWAITING%26domain%3Da",
    "/accounts?to=//elsewhere.example, %2Faccounts%3Fto%3D%2F%2Felsewhere.example"
  })
  void sendsABrowserToTheLoginAndNeverHasItAskForAPassword(String path, String to) {
    HttpResponse<String> answer = asked(Caller.anonymous(port), "GET", path);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue("/login?to=" + to);
    assertThat(answer.headers().allValues("WWW-Authenticate")).isEmpty();
  }

  @Test
  void aLoginOfABrowserThatIsNotValidLeadsToNoWindowEither() {
    HttpResponse<String> answer = asked(Caller.basic(port, "admin", "old"), "GET", "/accounts");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate")).isEmpty();
    assertThat(answer.body()).contains("<a href=\"/login\">Log in</a>");
  }

  @Test
  void theSessionOfAUserWhoIsGoneLeadsToTheLogin() {
    User user = identityService.newUser("going");
    user.setPassword("going");
    identityService.saveUser(user);
    identityService.createMembership("going", "camunda-admin");
    Caller session = Caller.webapp(port, "going", "welcome");
    assertThat(asked(session, "GET", "/accounts").statusCode()).isEqualTo(200);

    identityService.deleteUser("going");

    assertThat(asked(session, "GET", "/accounts").headers().firstValue("Location"))
        .hasValue("/login?to=%2Faccounts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "*/*", "text/csv"})
  void programsAreAnsweredAsBefore(String accept) {
    Caller stranger = Caller.anonymous(port);
    for (String path : new String[] {"/accounts", "/unknown"}) {
      HttpResponse<String> answer =
          stranger.send(stranger.request(path).header("Accept", accept).GET());

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate"))
          .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
      assertThat(Caller.json(answer).get("type").asText())
          .isEqualTo("urn:domainflow:problem:login-required");
    }
    Caller admin = Caller.basic(port, "admin");
    HttpResponse<String> lost =
        admin.send(admin.request("/accounts/unknown").header("Accept", accept).GET());
    assertThat(lost.statusCode()).isEqualTo(404);
    assertThat(lost.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  private Caller caller(String user) {
    return user.equals("nobody") ? Caller.anonymous(port) : Caller.basic(port, user);
  }

  private static HttpResponse<String> asked(Caller caller, String method, String path) {
    return caller.send(
        caller.request(path).header("Accept", HTML).method(method, BodyPublishers.noBody()));
  }
}
