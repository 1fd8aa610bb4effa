package io.domainflow.sandbox.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  private ParsedAnswer renewalMode() {
    return sandbox.call(
        "GetEnvironment",
        "ENVIRONMENTKEY0=_system/defaults",
        "ENVIRONMENTKEY1=_system/defaults",
        "ENVIRONMENTNAME0=nameserver",
        "ENVIRONMENTNAME1=renewalmode");
  }

  @Test
  void hasNoRenewalModeUntilOneIsSet() {
    assertThat(renewalMode().all("MISSING"))
        .containsExactly("_system/defaults/nameserver", "_system/defaults/renewalmode");
  }

  @ParameterizedTest
  @CsvSource({"A, AUTOEXPIRE", "B, expire"})
  void statesTheRenewalModeOfTheAccount(String profile, String stated) {
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"" + profile + "\"}");
    sandbox.control(
        "POST", "/sandbox/accounts", "{\"login\":\"test.user\",\"renewalMode\":\"AUTOEXPIRE\"}");

    assertThat(renewalMode().all("ENVIRONMENTVALUE")).containsExactly("", stated);
    assertThat(renewalMode().all("MISSING")).containsExactly("_system/defaults/nameserver");
  }

  @ParameterizedTest
  @CsvSource({"A, AUTOEXPIRE, AUTOEXPIRE", "B, expire, AUTOEXPIRE"})
  void setsTheRenewalModeOfTheAccount(String profile, String value, String mode) {
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"" + profile + "\"}");

    assertThat(setRenewalMode("never")).isEqualTo(541);
    assertThat(setRenewalMode(value)).isEqualTo(200);
    sandbox.call("AddDomain", RawRequest.registration("one.com"));

    assertThat(sandbox.call("StatusDomain", "DOMAIN=one.com").first("RENEWALMODE")).isEqualTo(mode);
    assertThat(renewalMode().all("ENVIRONMENTVALUE")).containsExactly("", value);
    assertThat(
            sandbox
                .call(
                    "SetEnvironment",
                    "ENVIRONMENTKEY=_system/defaults",
                    "ENVIRONMENTNAME=renewalmode")
                .code())
        .isEqualTo(200);
    assertThat(sandbox.get("/sandbox/accounts")).doesNotContain("AUTOEXPIRE");
  }

  private int setRenewalMode(String value) {
    return sandbox
        .call(
            "SetEnvironment",
            "ENVIRONMENTKEY0=_system/defaults",
            "ENVIRONMENTNAME0=renewalmode",
            "ENVIRONMENTVALUE0=" + value)
        .code();
  }

  /** As the registrar's modules record their environment. */
  @Test
  void keepsWhatModulesWriteAndForgetsWhatTheyLeaveOut() {
    set("middleware/shop/example.org", "version", "1.0");
    set("middleware/shop/example.org", "blesta", "5");
    set("middleware/shop", "other", "x");
    sandbox.call(
        "SetEnvironment",
        "ENVIRONMENTKEY0=middleware/shop/example.org",
        "ENVIRONMENTNAME0=blesta",
        "ENVIRONMENTKEY1=middleware/shop/example.org",
        "ENVIRONMENTNAME1=updated",
        "ENVIRONMENTVALUE1=today");

    ParsedAnswer list =
        sandbox.call("QueryEnvironmentList", "ENVIRONMENTKEY=middleware/shop/example.org");
    assertThat(list.first("COUNT")).isEqualTo("2");
    assertThat(list.all("ENVIRONMENTNAME")).containsExactly("updated", "version");
    assertThat(list.all("ENVIRONMENTVALUE")).containsExactly("today", "1.0");
    assertThat(
            sandbox
                .call("QueryEnvironmentList", "ENVIRONMENTKEY=middleware/", "MATCHMODE=PREFIX")
                .first("TOTAL"))
        .isEqualTo("3");
    ParsedAnswer keys = sandbox.call("QueryEnvironmentList");
    assertThat(keys.all("ENVIRONMENTKEY"))
        .containsExactly("middleware/shop", "middleware/shop/example.org");
    assertThat(keys.all("ENVIRONMENTVALUE")).isEmpty();
    assertThat(
            sandbox.callAs("test.user2", "test.passw0rd2", "QueryEnvironmentList").first("COUNT"))
        .isEqualTo("0");
    assertThat(sandbox.get("/sandbox/ledger")).doesNotContain("today");
  }

  private void set(String key, String name, String value, String... more) {
    assertThat(
            sandbox
                .call(
                    "SetEnvironment",
                    RawRequest.join(
                        new String[] {
                          "ENVIRONMENTKEY=" + key,
                          "ENVIRONMENTNAME=" + name,
                          "ENVIRONMENTVALUE=" + value
                        },
                        more))
                .code())
        .isEqualTo(200);
  }

  @Test
  void asksTheAccountsAboveForWhatIsNotHidden() {
    sandbox.call("AddUser", SubUserTest.data("sub.test"));
    set("_system/defaults", "nameserver", "ns1.example.net");
    set("_system/defaults", "margin", "20", "PRIVATE=1");
    set("_system/defaults", "language", "de", "SUBUSER=sub.test");

    assertThat(
            sandbox
                .callWith(
                    "s_login=test.user&s_pw=test.passw0rd&s_user=sub.test",
                    "GetEnvironment",
                    "ENVIRONMENTKEY0=_system/defaults",
                    "ENVIRONMENTNAME0=nameserver",
                    "USEPARENT0=1",
                    "ENVIRONMENTKEY1=_system/defaults",
                    "ENVIRONMENTNAME1=nameserver",
                    "ENVIRONMENTKEY2=_system/defaults",
                    "ENVIRONMENTNAME2=margin",
                    "USEPARENT2=1",
                    "ENVIRONMENTKEY3=_system/defaults",
                    "ENVIRONMENTNAME3=nameserver",
                    "USEPARENT3=1",
                    "LEVEL3=0")
                .all("ENVIRONMENTVALUE"))
        .containsExactly("ns1.example.net", "", "", "");
    assertThat(
            sandbox
                .call(
                    "GetEnvironment",
                    "ENVIRONMENTKEY0=_system/defaults",
                    "ENVIRONMENTNAME0=language",
                    "SUBUSER0=sub.test")
                .all("ENVIRONMENTVALUE"))
        .containsExactly("de");
    assertThat(
            sandbox
                .call(
                    "GetEnvironment",
                    "ENVIRONMENTKEY=_system/defaults",
                    "ENVIRONMENTNAME=language",
                    "USEPARENT=1",
                    "LEVEL=1")
                .all("MISSING"))
        .containsExactly("_system/defaults/language");
  }

  @Test
  void refusesQueriesAboutUsersOfOthers() {
    assertThat(
            sandbox
                .call(
                    "GetEnvironment",
                    "ENVIRONMENTKEY0=_system/defaults",
                    "ENVIRONMENTNAME0=renewalmode",
                    "SUBUSER0=test.user2")
                .code())
        .isEqualTo(545);
  }
}
