package io.domainflow.sandbox.cnr;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CentralNic Reseller's protocol of calls and answers, with any command. */
class CnrApiTest {

  private static final String LOGIN = "s_login=test.user&s_pw=test.passw0rd";

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  @Test
  void answersInSmallLettersWithoutAnEmptyLine() {
    assertThat(sandbox.cnrBody(LOGIN + "&s_command=COMMAND%3DStatusAccount"))
        .isEqualTo(
            """
            [RESPONSE]
            code = 200
            description = Command completed successfully
            runtime = 0.006
            queuetime = 0
            property[amount][0] = 1000000.00
            property[credit][0] = 0.00
            property[credit threshold][0] = 0.00
            property[currency][0] = EUR
            property[registrar][0] = test.user
            property[vat][0] = 0.00
            EOF
            """);
  }

  @Test
  void saysNothingOfItsTimeWhenItRefusesTheSyntax() {
    assertThat(sandbox.cnrBody(LOGIN + "&s_command=COMMAND%3DStatusDomain%0ALIMIT%3D1"))
        .isEqualTo(
            """
            [RESPONSE]
            code = 503
            description = Invalid attribute name; LIMIT
            EOF
            """);
  }

  @Test
  void readsEveryParameterAsAFieldOfItsOwnInAnyCase() {
    String same = "[RESPONSE]\ncode = 210\n";

    assertThat(sandbox.cnrBody(LOGIN + "&s_opmode=OTE&command=checkdomain&domain=free.com"))
        .startsWith(same);
    assertThat(sandbox.cnrBody("s_entity=1234&" + LOGIN + "&COMMAND=CheckDomain&Domain=FREE.com"))
        .startsWith(same);
  }

  @Test
  void readsTheFieldsFromTheAddressToo() throws IOException {
    String query = "?" + LOGIN + "&command=CheckDomain&domain=free.com";
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.uri("/sandbox/cnr/api/call" + query)).GET().build();

    assertThat(sandbox.send(request).body()).startsWith("[RESPONSE]\ncode = 210\n");
  }

  @Test
  void dropsEmptyLinesAndCarriageReturns() {
    String text = "COMMAND%3DCheckDomain%0D%0A%0D%0ADOMAIN%3Dfree.com%0A%0A";

    assertThat(sandbox.cnrBody(LOGIN + "&s_command=" + text)).startsWith("[RESPONSE]\ncode = 210");
  }

  @Test
  void takesNamesInUnicode() {
    registry.name("xn--mller-kva.com", "\"owner\":\"OTHER_REGISTRAR\"");

    assertThat(sandbox.cnr("CheckDomain", "DOMAIN=müller.com").code()).isEqualTo(211);
  }

  @Test
  void keepsASessionUntilItIsStopped() {
    CnrAnswer login = CnrAnswer.parse(sandbox.cnrBody("persistent=1&" + LOGIN));
    String session = login.first("sessionid");
    String inSession = "s_login=test.user&s_sessionid=" + session + "&s_command=COMMAND%3D";

    assertThat(session).matches("[0-9a-f]{32}");
    assertThat(login.first("expiration date")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    assertThat(sandbox.cnrBody(inSession + "StatusAccount")).startsWith("[RESPONSE]\ncode = 200");
    assertThat(CnrAnswer.parse(sandbox.cnrBody(inSession + "StopSession")).properties()).isEmpty();
    assertThat(CnrAnswer.parse(sandbox.cnrBody(inSession + "StatusAccount")).says())
        .isEqualTo("530 Authentication failed");
  }

  @Test
  void checksCredentialsByStartSession() {
    String start = "COMMAND=StartSession\nLOGIN=test.user\nPASSWORD=%s\npersistent=1";

    assertThat(commandOnly(start.formatted("test.passw0rd")).code()).isEqualTo(200);
    assertThat(commandOnly(start.formatted("wrong")).code()).isEqualTo(530);
  }

  private CnrAnswer commandOnly(String text) {
    return CnrAnswer.parse(sandbox.cnrBody("s_command=" + RawRequest.encode(text)));
  }

  @Test
  void letsInRoleUsersAndKeepsThePlatformsApart() {
    assertThat(sandbox.cnrAs("test.user:anybody", "test.passw0rd", "StatusAccount").code())
        .isEqualTo(200);
    assertThat(sandbox.cnrAs("test.user", "wrong", "StatusAccount").says())
        .isEqualTo("530 Authentication failed");
    assertThat(sandbox.callAs("cnr/test.user", "test.passw0rd", "StatusAccount").code())
        .isEqualTo(530);
    String session = sandbox.call("StartSession").first("SESSION");
    String form = "s_sessionid=" + session + "&s_command=COMMAND%3DStatusAccount";
    assertThat(CnrAnswer.parse(sandbox.cnrBody(form)).code()).isEqualTo(530);
  }

  @Test
  void showsTheDataOfASubUser() {
    String subUser = "{\"login\":\"sub1\",\"platform\":\"CNR\",\"parent\":\"%s\"}";
    assertThat(sandbox.cnr("StatusAccount", "SUBUSER=sub1").says())
        .isEqualTo("531 Authorization failed");
    assertThat(sandbox.control("POST", "/sandbox/accounts", subUser.formatted("nobody")).body())
        .contains("parent");
    registry.post("/sandbox/accounts", subUser.formatted("test.user"));

    CnrAnswer account = sandbox.cnr("StatusAccount", "SUBUSER=sub1");
    assertThat(account.first("registrar")).isEqualTo("sub1");
    assertThat(account.first("amount")).isEqualTo("0.00");
    assertThat(sandbox.cnr("StatusAccount").first("registrar")).isEqualTo("test.user");
    assertThat(
            sandbox.cnrAs("test.user2", "test.passw0rd2", "StatusAccount", "SUBUSER=sub1").code())
        .isEqualTo(531);
    assertThat(sandbox.cnrAs("sub1", "", "StatusAccount").code()).isEqualTo(530);
    assertThat(sandbox.cnr("QueryUserList").says()).isEqualTo("500 Invalid command name");
  }

  @Test
  void knowsItsOwnCommandsOnly() {
    assertThat(sandbox.cnr("PayDomainRenewal").says()).isEqualTo("500 Invalid command name");
    assertThat(sandbox.call("StopSession").code()).isEqualTo(500);
  }

  @Test
  void fallsOverAsAFaultAsks() {
    registry.post("/sandbox/faults", "{\"command\":\"StatusAccount\",\"fault\":\"CODE_421\"}");

    assertThat(sandbox.cnr("StatusAccount").code()).isEqualTo(421);
    assertThat(sandbox.cnr("StatusAccount").code()).isEqualTo(200);
  }
}
