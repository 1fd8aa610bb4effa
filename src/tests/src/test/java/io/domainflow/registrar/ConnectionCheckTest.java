package io.domainflow.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.FreePort;
import io.domainflow.Registrations;
import io.domainflow.account.AccountBalances;
import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.build.TestTimeout;
import io.domainflow.ispapi.IspapiDialect;
import io.domainflow.lineprotocol.LineProtocolHttp;
import io.domainflow.registrar.ConnectionReport.Cause;
import io.domainflow.registrar.RegistrarStub.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** The check names each cause of a failing connection. */
@DomainflowTest
class ConnectionCheckTest {

  private final int port;
  private final Caller admin;
  private final Registrations registrations;
  private final Accounts accounts;
  private final AccountBalances balances;
  private final AccountThrottle throttle;
  private final Environment environment;
  private final Clock clock;
  private final String name = "conn-" + UUID.randomUUID().toString().substring(0, 8);

  @Autowired
  ConnectionCheckTest(
      @LocalServerPort int port,
      Accounts accounts,
      AccountBalances balances,
      AccountThrottle throttle,
      Environment environment,
      Clock clock) {
    this.throttle = throttle;
    this.port = port;
    this.admin = new Caller(port, "admin");
    this.registrations = new Registrations(port);
    this.accounts = accounts;
    this.balances = balances;
    this.environment = environment;
    this.clock = clock;
  }

  @BeforeEach
  void add() {
    accounts.insert(
        ResellerAccount.of(name, RegistrarSystem.SANDBOX, "test.user"), "test.passw0rd");
  }

  @AfterEach
  void remove() {
    accounts.delete(name);
    registrations.noFaults();
  }

  @Test
  void reportsAWorkingLoginAndItsBalance() {
    Answer answer = test("");

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    JsonNode report = answer.body();
    assertThat(report.get("good").asBoolean()).isTrue();
    assertThat(report.get("cause").asText()).isEqualTo("GOOD");
    assertThat(report.get("user").asText()).isEqualTo("test.user");
    assertThat(report.at("/balance/currency").asText()).isEqualTo("EUR");
    assertThat(report.at("/balance/amount").asText()).matches("-?\\d+\\.\\d\\d");
    assertThat(report.get("message").asText())
        .isEqualTo(
            "The registrar accepts this login on the sandbox. Nothing was changed or bought.");
  }

  @Test
  void triesAnotherPasswordWithoutStoringIt() {
    JsonNode wrong = test("{'password': 'wrong'}").body();
    JsonNode stored = test("{}").body();
    Answer loginAlone = test("{'login': 'test.user2'}");
    JsonNode other = test("{'login': 'test.user2', 'password': 'test.passw0rd2'}").body();

    assertThat(wrong.get("cause").asText()).isEqualTo("LOGIN_REFUSED");
    assertThat(wrong.get("registrarCode").asInt()).isEqualTo(530);
    assertThat(wrong.get("message").asText()).contains("Check the password first");
    assertThat(stored.get("cause").asText()).isEqualTo("GOOD");
    assertThat(loginAlone.status()).isEqualTo(400);
    assertThat(other.get("user").asText()).isEqualTo("test.user2");
    assertThat(accounts.find(name).orElseThrow().login()).isEqualTo("test.user");
    assertThat(admin.post("/api/v1/accounts/nobody/test", "{}").status()).isEqualTo(404);
  }

  @Test
  void namesTheRightThatARoleUserLacks() throws IOException, InterruptedException {
    String role = "r" + UUID.randomUUID().toString().substring(0, 8);
    createRole(
        role, "ACL0=StatusUser():ALLOW\nACL1=CheckDomains():ALLOW\nACL2=StatusDomain():ALLOW");

    JsonNode report =
        test("{'login': 'test.user!%s', 'password': 'role-passw0rd'}".formatted(role)).body();

    assertThat(report.get("cause").asText()).isEqualTo("MISSING_RIGHT");
    assertThat(report.get("missingRights")).hasSize(1);
    assertThat(report.at("/missingRights/0").asText()).isEqualTo("StatusAccount");
    assertThat(report.get("user").asText()).isEqualTo("test.user");
  }

  @Test
  void reportsTheAddressOfTheClientToALoginThatIsLimitedToSome()
      throws IOException, InterruptedException {
    String role = "r" + UUID.randomUUID().toString().substring(0, 8);
    createRole(role, "ALLOWEDIP0=192.0.2.0/24\nDEFAULTPOLICY=ALLOW");
    String login = "'login': 'test.user!%s', 'password': 'role-passw0rd'".formatted(role);

    JsonNode outside = test("{" + login + "}").body();
    JsonNode inside = test("{" + login + ", 'clientAddress': '192.0.2.7:80'}").body();

    assertThat(outside.get("cause").asText()).isEqualTo("LOGIN_REFUSED");
    assertThat(outside.get("message").asText()).contains("limited to other addresses");
    assertThat(inside.get("cause").asText()).isEqualTo("GOOD");
  }

  @ParameterizedTest
  @CsvSource({
    "CODE_422, ACCOUNT_STOPPED",
    "CODE_535, ADDRESS_REFUSED",
    "CODE_425, THROTTLED",
    "CODE_521, THROTTLED",
    "CODE_421, REGISTRAR_BUSY",
    "GARBAGE, NOT_THE_REGISTRAR",
    "EMPTY, NOT_THE_REGISTRAR",
    "HTTP_500, NOT_THE_REGISTRAR",
    "TIMEOUT_BEFORE, NO_ANSWER_IN_TIME",
    "RESET_BEFORE, CONNECTION_LOST"
  })
  void namesWhatGoesWrongAtTheRegistrar(String fault, String cause) {
    registrations.fault(
        "{'command': 'StatusUser', 'fault': '%s', 'times': 1, 'domain': '*'}".formatted(fault));

    assertThat(test("").body().get("cause").asText()).isEqualTo(cause);
  }

  @Test
  void recognisesAPasswordOfTheOtherSystemWithoutSendingItThere() {
    ResellerAccount live = ResellerAccount.of(name + "-live", RegistrarSystem.LIVE, "acme");
    accounts.insert(live, "canary-live");
    try (RegistrarStub ote = new RegistrarStub(form -> Reply.code(530, "Authentication failed"))) {

      ConnectionReport report =
          tester(refused(), ote.url(), TestTimeout.LIMIT)
              .test(
                  new Accounts.Access(
                      ResellerAccount.of("x", RegistrarSystem.OTE, "acme"), "canary-live"));

      assertThat(report.cause()).isEqualTo(Cause.OTHER_SYSTEM);
      assertThat(report.message())
          .contains("stored for an account on the live system")
          .doesNotContain("canary");
    } finally {
      accounts.delete(live.name());
    }
  }

  @Test
  void namesAnAddressThatIsNotAllowed() {
    assertThat(oteAnswering(form -> Reply.code(530, "Authentication failed; IP not allowed")))
        .isEqualTo(Cause.ADDRESS_REFUSED);
    assertThat(oteAnswering(form -> new Reply(403, ""))).isEqualTo(Cause.ADDRESS_REFUSED);
  }

  @Test
  void namesAnswersThatAreNotTheRegistrars() {
    assertThat(oteAnswering(form -> new Reply(200, "<html>Welcome</html>")))
        .isEqualTo(Cause.NOT_THE_REGISTRAR);
    assertThat(oteAnswering(form -> new Reply(302, ""))).isEqualTo(Cause.NOT_THE_REGISTRAR);
    assertThat(oteAnswering(form -> Reply.code(502, "Invalid entity value")))
        .isEqualTo(Cause.UNEXPECTED_ANSWER);
    assertThat(oteAnswering(form -> Reply.code(299, "Something new")))
        .isEqualTo(Cause.UNEXPECTED_ANSWER);
  }

  @Test
  void namesWhyASystemCannotBeReached() throws IOException {
    assertThat(ote(refused())).isEqualTo(Cause.CONNECTION_REFUSED);
    assertThat(ote(URI.create("https://no-such-host.invalid/api/call.cgi")))
        .isEqualTo(Cause.HOST_UNKNOWN);
    try (RegistrarStub plain = new RegistrarStub(form -> Reply.code(200, "ok"))) {
      assertThat(ote(URI.create(plain.url().toString().replace("http:", "https:"))))
          .isEqualTo(Cause.NO_SECURE_CONNECTION);
    }
    CountDownLatch done = new CountDownLatch(1);
    try (RegistrarStub silent =
        new RegistrarStub(
            form -> {
              try {
                done.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Reply.code(200, "late");
            })) {
      assertThat(ote(silent.url(), Duration.ofSeconds(1))).isEqualTo(Cause.NO_ANSWER_IN_TIME);
      done.countDown();
    }
  }

  private Answer test(String body) {
    String path = "/api/v1/accounts/" + name + "/test";
    return body.isEmpty() ? admin.postExactly(path, "") : admin.post(path, body);
  }

  private Cause oteAnswering(Function<Map<String, String>, Reply> script) {
    try (RegistrarStub stub = new RegistrarStub(script)) {
      return ote(stub.url());
    }
  }

  private Cause ote(URI url) {
    return ote(url, TestTimeout.LIMIT);
  }

  private Cause ote(URI url, Duration callTimeout) {
    return tester(refused(), url, callTimeout)
        .test(
            new Accounts.Access(
                ResellerAccount.of("x", RegistrarSystem.OTE, "acme!robot"), "canary"))
        .cause();
  }

  private ConnectionCheck tester(URI live, URI ote, Duration callTimeout) {
    RegistrarProperties properties =
        new RegistrarProperties(
            live,
            ote,
            null,
            TestTimeout.LIMIT,
            callTimeout,
            Duration.ofSeconds(1),
            Duration.ofMinutes(5));
    IspapiDialect dialect =
        new IspapiDialect(
            LineProtocolHttp.create(properties.connectTimeout()),
            List.of(),
            properties,
            environment);
    Dialects dialects = new Dialects(List.of(dialect), accounts);
    return new ConnectionCheck(
        new RegistrarConnection(dialects, accounts, throttle, properties, event -> {}, clock),
        accounts,
        balances,
        dialects,
        properties);
  }

  private static URI refused() {
    return URI.create("http://127.0.0.1:" + FreePort.find() + "/api/call.cgi");
  }

  private void createRole(String role, String lines) throws IOException, InterruptedException {
    String command =
        "COMMAND=CreateRoleUser\nROLEID=%s\nPASSWORD=role-passw0rd\n%s".formatted(role, lines);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sandbox/api/call.cgi"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "s_entity=1234&s_login=test.user&s_pw=test.passw0rd&s_command="
                        + URLEncoder.encode(command, StandardCharsets.UTF_8)))
            .build();
    assertThat(
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body())
        .containsIgnoringCase("code=200");
  }
}
