package io.domainflow.sandbox.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleUserTest {

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  private ParsedAnswer create(String... lines) {
    return sandbox.call(
        "CreateRoleUser",
        RawRequest.join(new String[] {"ROLEID=myrole", "PASSWORD=topsecret"}, lines));
  }

  private int asRole(String command, String... lines) {
    return sandbox.callAs("test.user!myrole", "topsecret", command, lines).code();
  }

  @Test
  void mayDoNothingUnlessSomethingIsAllowed() {
    create();

    assertThat(asRole("StatusAccount")).isEqualTo(531);
    assertThat(asRole("NoSuchCommand")).isEqualTo(500);
    assertThat(asRole("StartSession")).isEqualTo(200);
  }

  @Test
  void readsTheDocumentedExample() {
    ParsedAnswer answer =
        create(
            "ACL0=QueryDomainList[]:ALLOW",
            "ACL1=QueryExtendedDomainList():ALLOW",
            "ACL2=DeleteDomain():ALLOW",
            "ACL3=RenewDomain[",
            "ACL4=DOMAIN = *.uk",
            "ACL5=PERIOD = 1",
            "ACL6=]:ALLOW",
            "DEFAULTPOLICY=DENY",
            "DESCRIPTION0=Test User",
            "DESCRIPTION1=This is only a test user");

    assertThat(answer.says()).isEqualTo("200 Command completed successfully");
    ParsedAnswer status = sandbox.call("StatusRoleUser", "ROLEID=myrole");
    assertThat(status.all("ACL"))
        .startsWith("QueryDomainList[]:ALLOW", "QueryExtendedDomainList():ALLOW")
        .endsWith("RenewDomain[", "DOMAIN=*.uk", "PERIOD=1", "]:ALLOW");
    assertThat(status.all("DESCRIPTION")).containsExactly("Test User", "This is only a test user");
    assertThat(status.first("DEFAULTPOLICY")).isEqualTo("DENY");
    assertThat(status.first("STATUS")).isEqualTo("ACTIVE");
  }

  @ParameterizedTest
  @CsvSource({
    "A, '[', *.com, PHASE=claims, 210",
    "A, '[', *.net, PHASE=claims, 531",
    "A, '[', *.com, '', 210",
    "B, '[', *.com, '', 531",
    "B, '[', *.com, PHASE=claims, 210"
  })
  void keepsToConditionsInSquareBrackets(
      String profile, String bracket, String domain, String phase, int code) {
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"" + profile + "\"}");
    create("ACL0=CheckDomain" + bracket, "ACL1=domain=" + domain, "ACL2=PHASE=*", "ACL3=]:ALLOW");

    String[] lines = {"DOMAIN=free.com", phase};
    assertThat(
            phase.isEmpty()
                ? asRole("CheckDomain", "DOMAIN=free.com")
                : asRole("CheckDomain", lines))
        .isEqualTo(code);
  }

  @Test
  void mustGiveTheParameterThatStandsInRoundBrackets() {
    create("ACL0=CheckDomain(", "ACL1=PHASE=claims", "ACL2=):ALLOW");

    assertThat(asRole("CheckDomain", "DOMAIN=free.com", "PHASE=claims")).isEqualTo(210);
    assertThat(asRole("CheckDomain", "DOMAIN=free.com")).isEqualTo(531);
  }

  @Test
  void isMatchedToTheFirstEntryThatFits() {
    create("ACL0=CheckDomain[", "ACL1=DOMAIN=secret.*", "ACL2=]:DENY", "ACL3=Check*():ALLOW");

    assertThat(asRole("CheckDomain", "DOMAIN=secret.com")).isEqualTo(531);
    assertThat(asRole("CheckDomain", "DOMAIN=open.com")).isEqualTo(210);
    assertThat(asRole("CheckDomains", "DOMAIN0=open.com")).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CheckDomain",
        "CheckDomain():PERHAPS",
        "CheckDomain(]:ALLOW",
        "CheckDomain[",
        "Check Domain():ALLOW",
        "():ALLOW"
      })
  void isRefusedWithAListThatCannotBeRead(String line) {
    ParsedAnswer answer = create("ACL0=" + line);

    assertThat(answer.code()).isEqualTo(505);
    assertThat(answer.description()).contains("ACL0");
    assertThat(sandbox.call("QueryRoleUserList").first("TOTAL")).isEqualTo("0");
  }

  @Test
  void acceptsOneConditionOnlyInRoundBrackets() {
    assertThat(
            create("ACL0=CheckDomain(", "ACL1=DOMAIN=*.uk", "ACL2=PHASE=claims", "ACL3=):ALLOW")
                .says())
        .isEqualTo("505 Invalid attribute value syntax; ACL2");
  }

  @Test
  void changesInPartsOnly() {
    create("ACL0=StatusAccount():ALLOW", "DESCRIPTION0=first");

    sandbox.call("UpdateRoleUser", "ROLEID=myrole", "DESCRIPTION0=second", "PASSWORD=other");

    ParsedAnswer status = sandbox.call("StatusRoleUser", "ROLEID=myrole");
    assertThat(status.all("DESCRIPTION")).containsExactly("second");
    assertThat(status.all("ACL")).containsExactly("StatusAccount():ALLOW");
    assertThat(asRole("StatusAccount")).isEqualTo(530);
    assertThat(sandbox.callAs("test.user!myrole", "other", "StatusAccount").code()).isEqualTo(200);
    sandbox.call("UpdateRoleUser", "ROLEID=myrole", "ACL0=", "DEFAULTPOLICY=ALLOW");
    assertThat(sandbox.call("StatusRoleUser", "ROLEID=myrole").all("ACL")).isEmpty();
    assertThat(sandbox.callAs("test.user!myrole", "other", "StatusUser").code()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.0/8|::1, 200", "10.0.0.0/8|10.1.2.3, 530"})
  void logsInFromAllowedAddressesOnly(String addresses, int code) {
    String[] two = addresses.split("\\|", -1);
    create("DEFAULTPOLICY=ALLOW", "ALLOWEDIP0=" + two[0], "ALLOWEDIP1=" + two[1]);

    assertThat(asRole("StatusAccount")).isEqualTo(code);
    assertThat(
            sandbox
                .callWith(
                    "s_login=test.user!myrole&s_pw=topsecret&s_remoteaddr=10.1.2.3:80",
                    "StatusAccount")
                .code())
        .isEqualTo(730 - code);
  }

  @Test
  void cannotHaveAnInvalidAddress() {
    assertThat(create("ALLOWEDIP0=everywhere").says())
        .isEqualTo("505 Invalid attribute value syntax; ALLOWEDIP0");
  }

  @Test
  void isShownInTheLedgerWithoutItsPassword() {
    create("DEFAULTPOLICY=ALLOW");

    assertThat(sandbox.get("/sandbox/ledger"))
        .contains("\"command\":\"CreateRoleUser\"", "\"PASSWORD\":\"***\"", "\"charged\":\"0.00\"")
        .doesNotContain("topsecret");
  }

  @Test
  void belongsToTheSubUserItWasMadeFor() {
    sandbox.call("AddUser", "SUBUSER=sub.test", "PASSWORD=q", "CURRENCY=EUR", "VAT=19.00");
    create("SUBUSER=sub.test", "DEFAULTPOLICY=ALLOW");

    assertThat(asRole("StatusAccount")).as("no role of the account's own").isEqualTo(530);
    assertThat(
            sandbox
                .callAs("sub.test!myrole", "topsecret", "StatusUser", "RELATIONS=0")
                .first("USER"))
        .isEqualTo("sub.test");
    assertThat(sandbox.call("QueryRoleUserList").all("ROLEID")).isEmpty();
    assertThat(sandbox.call("QueryRoleUserList", "USERDEPTH=ALL").all("USER"))
        .containsExactly("sub.test");
    assertThat(sandbox.call("CreateRoleUser", "ROLEID=r", "PASSWORD=p", "SUBUSER=no.such").code())
        .isEqualTo(545);
  }
}
