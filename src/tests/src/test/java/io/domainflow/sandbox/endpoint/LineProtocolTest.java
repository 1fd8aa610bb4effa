package io.domainflow.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineProtocolTest {

  private static final String LOGIN = "s_entity=1234&s_login=test.user&s_pw=test.passw0rd";

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  @Test
  void answersAsPlainTextWithHttp200EvenWhenItRefuses() {
    HttpResponse<String> answer = sandbox.post(LOGIN + "&s_command=COMMAND%3DNoSuchThing");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
    assertThat(ParsedAnswer.parse(answer.body()).says()).isEqualTo("500 Invalid command name");
  }

  @Test
  void readsTheRoleAfterTheMarkInTheLogin() {
    ParsedAnswer answer =
        sandbox.callAs(
            "test.user!robot", "test.passw0rd", "AddDomain", RawRequest.registration("role.com"));

    assertThat(answer.code()).isEqualTo(200);
    assertThat(sandbox.get("/sandbox/ledger?domain=role.com"))
        .contains("\"account\":\"test.user\",\"role\":\"robot\"");
  }

  @ParameterizedTest
  @CsvSource({
    "test.user, wrong",
    "test.user, test.passw0rd2",
    "other.user, test.passw0rd",
    "'', ''"
  })
  void refusesAWrongLogin(String login, String password) {
    assertThat(sandbox.callAs(login, password, "StatusAccount").says())
        .isEqualTo("530 Authentication failed");
  }

  @ParameterizedTest
  @CsvSource({
    "A, s_entity=54cd&, 530",
    "A, s_entity=12345&, 530",
    "A, '', 200",
    "B, '', 530",
    "B, s_entity=1234&, 200"
  })
  void refusesAnotherSystem(String profile, String entity, int code) {
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"" + profile + "\"}");
    String form = entity + "s_login=test.user&s_pw=test.passw0rd&s_command=COMMAND%3DStatusAccount";

    assertThat(ParsedAnswer.parse(sandbox.post(form).body()).code()).isEqualTo(code);
  }

  @Test
  void acceptsTheKeysAsFormFieldsToo() {
    String form = LOGIN + "&command=checkdomain&domain=free.com";

    assertThat(ParsedAnswer.parse(sandbox.post(form).body()).code()).isEqualTo(210);
  }

  @Test
  void acceptsALineFeedAtTheEnd() {
    String form = LOGIN + "&s_command=COMMAND%3DCheckDomain%0ADOMAIN%3Dfree.com%0A";

    assertThat(ParsedAnswer.parse(sandbox.post(form).body()).code()).isEqualTo(210);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s_command=[COMMAND]%0ACOMMAND%3DStatusAccount%0AEOF",
        "s_command=COMMAND%3DCheckDomain%0D%0ADOMAIN%3Dfree.com",
        "s_command=COMMAND%3DCheckDomain%0ADOMAIN%3Dfree.com%0ADOMAIN%3Dfree.net",
        "s_command=COMMAND%3DCheckDomain%0ADOMAIN%3Dfree%00.com",
        "s_command=COMMAND%3DCheckDomain%0ADOMAIN%3D%FF",
        "s_command=COMMAND%3DCheckDomain%0ADOMAIN%3D%2",
        "s_command=COMMAND%3DStatusAccount&s_command=COMMAND%3DStatusAccount",
        "s_command=COMMAND%3DStatusAccount&s_what=1",
        "s_command=COMMAND%3DStatusAccount&DOMAIN=free.com",
        "s_command=COMMAND%3DStatusAccount&loose"
      })
  void refusesMalformedValues(String rest) {
    assertThat(ParsedAnswer.parse(sandbox.post(LOGIN + "&" + rest).body()).description())
        .startsWith("Invalid command format; ");
  }

  @Test
  void refusesARequestThatIsTooLong() {
    String form = LOGIN + "&s_command=COMMAND%3DCheckDomain%0ADOMAIN%3D" + "a".repeat(300_000);

    assertThat(ParsedAnswer.parse(sandbox.post(form).body()).code()).isEqualTo(507);
  }

  @ParameterizedTest
  @CsvSource({"s_session=abc, 530", "s_otp=123456, 530", "s_user=sub, 531"})
  void refusesUnknownSessionsAndViewsAndSecondFactors(String field, int code) {
    String form = LOGIN + "&" + field + "&s_command=COMMAND%3DStatusAccount";

    assertThat(ParsedAnswer.parse(sandbox.post(form).body()).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, application/x-www-form-urlencoded;charset=UTF-8, 210",
    "POST, text/plain;charset=UTF-8, 210",
    "POST, text/html; charset=UTF-8, 210",
    "POST, application/json, 210",
    "PUT, text/plain, 507",
    "DELETE, text/plain, 507"
  })
  void readsAFormThatIsPostedAndAnswersAnythingElseInTheSameWay(
      String method, String type, int code) throws IOException {
    HttpResponse<String> answer =
        sandbox.send(
            HttpRequest.newBuilder(sandbox.uri("/sandbox/api/call.cgi"))
                .header("Content-Type", type)
                .header("Accept", "text/html")
                .method(
                    method,
                    HttpRequest.BodyPublishers.ofString(
                        LOGIN + "&s_command=COMMAND%3DCheckDomain%0ADOMAIN%3Dfree.com"))
                .build());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ParsedAnswer.parse(answer.body()).code()).isEqualTo(code);
  }

  /** As acme.sh asks, and as the API reference writes an address. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "&command=CheckDomain&domain=free.com",
        "&COMMAND=CheckDomain&DOMAIN=free.com",
        "&s_command=COMMAND%3DCheckDomain%0ADOMAIN%3Dfree.com"
      })
  void readsTheFieldsFromTheAddressOfAGet(String rest) throws IOException {
    String fields = LOGIN.replace("s_login", "S_Login") + rest;

    HttpResponse<String> answer =
        sandbox.send(
            HttpRequest.newBuilder(sandbox.uri("/sandbox/api/call.cgi?" + fields)).GET().build());

    assertThat(ParsedAnswer.parse(answer.body()).code()).isEqualTo(210);
  }

  @Test
  void acceptsWhatTheRegistrarsOwnModulesSend() {
    assertThat(
            sandbox
                .call("CheckDomains", "DOMAIN0=free.com", "PREMIUMCHANNELS=")
                .first("DOMAINCHECK"))
        .isEqualTo("210 Available");
    assertThat(sandbox.call("ConvertIDN", "DOMAIN=m\u00fcller.com").code()).isEqualTo(200);
    assertThat(sandbox.call("GetEnvironment", "ENVIRONMENTKEY=_system/defaults/renewalmode").code())
        .isEqualTo(200);
    assertThat(sandbox.call("QueryDomainList", "OBJECTCLASS=DOMAIN").code()).isEqualTo(200);
    assertThat(sandbox.call("AddDomain", RawRequest.registration("years.com", "PERIOD=2")).code())
        .isEqualTo(200);
    assertThat(sandbox.call("AddDomain", RawRequest.registration("years2.com", "PERIOD=11")).says())
        .isEqualTo("541 Invalid attribute value; PERIOD");
  }

  @Test
  void namesTheParameterItDoesNotKnow() {
    assertThat(sandbox.call("StatusAccount", "LIMIT=1").says())
        .isEqualTo("503 Invalid attribute name; LIMIT");
    assertThat(sandbox.call("CheckDomains", "DOMAIN0=a.com", "DOMAIN01=b.com").says())
        .isEqualTo("503 Invalid attribute name; DOMAIN01");
    assertThat(
            sandbox
                .call("AddDomain", RawRequest.registration("a.com", "NAMESERVER13=ns.b.com"))
                .says())
        .isEqualTo("503 Invalid attribute name; NAMESERVER13");
  }

  @Test
  void namesTheParameterThatIsMissing() {
    assertThat(sandbox.call("StatusDomain").says())
        .isEqualTo("504 Missing required attribute; DOMAIN");
    assertThat(sandbox.call("CheckDomains").says())
        .isEqualTo("504 Missing required attribute; DOMAIN0");
    assertThat(sandbox.call("StatusObjectLog").says())
        .isEqualTo("504 Missing required attribute; LOGINDEX");
  }

  @ParameterizedTest
  @CsvSource({
    "CheckDomain, DOMAIN=no dots, 505",
    "CheckDomain, DOMAIN=müller.com, 505",
    "CheckDomain, DOMAIN=a.nosuchzone, 541",
    "CheckDomain, DOMAIN=www.example.com, 541",
    "StatusObjectLog, LOGINDEX=x, 505",
    "QueryObjectLogList, ORDERBY=NOTHING, 541",
    "QueryDomainApplicationList, ORDERBY=example.com, 541",
    "QueryDomainApplicationList, ORDERBY=DOMAIN, 200",
    "QueryEventList, LIMIT=0, 541",
    "QueryObjectLogList, MINDATE=2027-02-30, 505",
    "QueryEventList, LIMIT=all, 505"
  })
  void refusesOnlyTheImpossibleValue(String command, String line, int code) {
    assertThat(sandbox.call(command, line).code()).isEqualTo(code);
  }

  @Test
  void keepsEveryCallForTheTester() {
    sandbox.call("CheckDomain", "DOMAIN=seen.com");
    sandbox.call("AddDomain", RawRequest.registration("seen.com"));
    sandbox.callAs("test.user", "wrong", "AddDomain", RawRequest.registration("seen.com"));

    assertThat(sandbox.get("/sandbox/requests?domain=seen.com"))
        .contains("\"command\":\"CheckDomain\"", "\"code\":210,\"mutation\":false")
        .contains("\"command\":\"AddDomain\"", "\"code\":200,\"mutation\":true")
        .contains("\"code\":530");
    assertThat(sandbox.get("/sandbox/requests?since=2999-01-01T00:00:00Z")).isEqualTo("[]");
  }

  /** As the registrar's Go and Perl SDKs do. */
  @ParameterizedTest
  @CsvSource({
    "/sandbox/api/call.cgi, '', HTTP/1.1 200",
    "/sandbox/api/call.cgi, something, HTTP/1.1 417",
    "/sandbox/ledger, '', HTTP/1.1 417"
  })
  void acceptsAnEmptyExpectation(String address, String expect, String status) throws IOException {
    String form = LOGIN + "&s_command=COMMAND%3DCheckDomain%0ADOMAIN%3Dfree.com";
    URI server = sandbox.uri(address);
    String answer;
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("POST "
                      + address
                      + " HTTP/1.1\r\nHost: "
                      + server.getAuthority()
                      + "\r\nExpect: "
                      + expect
                      + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                      + form.length()
                      + "\r\n\r\n"
                      + form)
                  .getBytes(StandardCharsets.US_ASCII));
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    assertThat(answer).startsWith(status);
    assertThat(answer.contains("CODE=210")).isEqualTo(status.endsWith("200"));
  }
}
