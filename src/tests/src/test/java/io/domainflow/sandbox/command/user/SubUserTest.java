package io.domainflow.sandbox.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubUserTest {

  private static final String ACCOUNT = "s_login=test.user&s_pw=test.passw0rd";

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    assertThat(add("sub.test").says()).isEqualTo("200 Command completed successfully");
  }

  private ParsedAnswer add(String login, String... further) {
    return sandbox.call("AddUser", RawRequest.join(data(login), further));
  }

  static String[] data(String login) {
    return new String[] {
      "SUBUSER=" + login, "PASSWORD=topsecret", "CURRENCY=EUR", "VAT=19.00", "CREDIT=50.00"
    };
  }

  private ParsedAnswer view(String user, String command, String... lines) {
    return sandbox.callWith(ACCOUNT + "&s_user=" + user, command, lines);
  }

  private String register(String user, String domain) {
    return view(
            user,
            "AddDomain",
            RawRequest.join(
                new String[] {"DOMAIN=" + domain},
                RawRequest.join(
                    RawRequest.contact("OWNERCONTACT0", ""),
                    RawRequest.join(
                        RawRequest.contact("ADMINCONTACT0", ""),
                        RawRequest.join(
                            RawRequest.contact("TECHCONTACT0", ""),
                            RawRequest.contact("BILLINGCONTACT0", ""))))))
        .says();
  }

  @Test
  void acceptsTheDocumentedExample() {
    assertThat(
            add(
                    "subuser142.test",
                    "ENVIRONMENT0=user-info/contact/company/organization:Testcompany",
                    "RELATION0=ZONES:com,net",
                    "RELATION1=PRICE_CLASS_DOMAIN_COM_ANNUAL:9.00")
                .says())
        .isEqualTo("200 Command completed successfully");
  }

  @Test
  void holdsAndPaysForItself() {
    assertThat(register("sub.test", "theirs.com")).startsWith("200");

    assertThat(sandbox.get("/sandbox/ledger?domain=theirs.com"))
        .contains("\"account\":\"sub.test\"", "\"charged\":\"12.00\"");
    assertThat(view("sub.test", "StatusAccount").first("AMOUNT")).isEqualTo("-12.00");
    assertThat(sandbox.call("StatusAccount").first("AMOUNT")).isEqualTo("1000000.00");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=theirs.com").code()).isEqualTo(531);
    assertThat(view("sub.test", "StatusDomain", "DOMAIN=theirs.com").first("USER"))
        .isEqualTo("sub.test");
  }

  @Test
  void canHaveSubUsersOfItsOwn() {
    view("sub.test", "AddUser", data("deep.test"));
    register("deep.test", "deep.com");

    assertThat(sandbox.call("QueryUserList", "USERDEPTH=SUBUSER").all("USER"))
        .containsExactly("deep.test", "sub.test");
    assertThat(sandbox.call("QueryUserList").all("PARENTUSER"))
        .containsExactly("sub.test", "test.user", "");
    assertThat(sandbox.call("QueryDomainList", "USERDEPTH=ALL").all("DOMAIN"))
        .containsExactly("deep.com");
    assertThat(
            sandbox
                .call("QueryObjectLogList", "USERDEPTH=ALL", "OBJECTCLASS=DOMAIN")
                .all("LOGUSER"))
        .containsExactly("deep.test");
    assertThat(sandbox.call("QueryObjectLogList", "OBJECTCLASS=DOMAIN").all("LOGUSER")).isEmpty();
    assertThat(sandbox.call("StatusUser", "SUBUSER=deep.test", "RELATIONS=0").first("PARENTUSER"))
        .isEqualTo("sub.test");
    ParsedAnswer user = sandbox.call("StatusUser", "STATS=1", "RELATIONS=0");
    assertThat(user.first("SUBUSERSDIRECT")).isEqualTo("1");
    assertThat(user.first("SUBUSERSTOTAL")).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource({"test.user2", "other.user", "nobody", "''"})
  void isSeenFromAboveOnly(String user) {
    int code = user.isEmpty() ? 200 : 531;

    assertThat(view(user, "StatusAccount").code()).isEqualTo(code);
    assertThat(
            sandbox
                .callWith("s_login=sub.test&s_pw=topsecret&s_user=test.user", "StatusAccount")
                .code())
        .isEqualTo(531);
  }

  @Test
  void hasANameNobodyElseHas() {
    assertThat(add("sub.test").code()).isEqualTo(541);
    assertThat(add("test.user2").code()).isEqualTo(541);
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"B\"}");
    assertThat(add("sub.test").code()).isEqualTo(540);
    assertThat(add("!").code()).isEqualTo(541);
  }

  @Test
  void isDeletedWhenItHoldsNothing() {
    register("sub.test", "theirs.com");
    assertThat(sandbox.call("DeleteUser", "SUBUSER=sub.test").says())
        .isEqualTo("549 Command failed; SUBUSER still has objects");

    add("empty.test");
    assertThat(sandbox.call("DeleteUser", "SUBUSER=empty.test").code()).isEqualTo(200);
    assertThat(sandbox.callAs("empty.test", "topsecret", "StatusAccount").code()).isEqualTo(530);
    assertThat(sandbox.get("/sandbox/accounts")).doesNotContain("empty.test");
  }

  @ParameterizedTest
  @CsvSource({
    "A, sub.test, topsecret, 200",
    "A, test.user, test.passw0rd, 200",
    "A, sub.test, wrong, 530",
    "A, test.user2, test.passw0rd2, 531",
    "B, test.user2, test.passw0rd2, 530"
  })
  void hasAPasswordThatCanBeChecked(String profile, String user, String password, int code) {
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"" + profile + "\"}");

    assertThat(
            sandbox.call("CheckAuthentication", "SUBUSER=" + user, "PASSWORD=" + password).code())
        .isEqualTo(code);
  }
}
