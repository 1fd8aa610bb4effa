package io.domainflow.sandbox.command.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.build.BothReadings;
import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import io.domainflow.sandbox.protocol.RegistrarDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names are deleted and restored. */
class RestoreDomainTest {

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    registry.name("ours.com", "\"expires\":\"P200D\"");
  }

  private ParsedAnswer status() {
    return sandbox.call("StatusDomain", "DOMAIN=ours.com");
  }

  private ParsedAnswer listed() {
    return sandbox.call(
        "QueryObjectList", "WIDE=1", "OBJECTCLASS=DELETEDDOMAIN", "OBJECTID=ours.com");
  }

  private ParsedAnswer restore(String domain) {
    return sandbox.call("RestoreDomain", "DOMAIN=" + domain, "RENEWALMODE=AUTOEXPIRE");
  }

  private void setUpOutcome(String after, String outcome) {
    registry.name(
        "ours.com",
        "\"next\":[{\"command\":\"RestoreDomain\",\"after\":\""
            + after
            + "\",\"outcome\":\""
            + outcome
            + "\",\"reason\":\"too late\"}]");
  }

  @Test
  void deletesAfterAnHour() {
    ParsedAnswer deleted = sandbox.call("DeleteDomain", "DOMAIN=ours.com");

    assertThat(deleted.says()).isEqualTo("200 Command completed successfully; action pending");
    assertThat(deleted.pending()).isTrue();
    assertThat(deleted.all("STATUS")).containsExactly("PENDINGDELETE");
    assertThat(status().all("STATUS")).containsExactly("PENDINGDELETE");
    assertThat(sandbox.call("DeleteDomain", "DOMAIN=ours.com").code()).isEqualTo(552);
    assertThat(sandbox.call("RenewDomain", "DOMAIN=ours.com").code()).isEqualTo(552);
    assertThat(restore("ours.com").code()).isEqualTo(554);
    registry.advance("PT1H");
    assertThat(status().code()).isEqualTo(545);
    assertThat(listed().all("OBJECTID")).containsExactly("ours.com");
    assertThat(registry.log("ours.com")).containsExactly("DELETE SUCCESSFUL", "DELETE REQUEST");
    assertThat(registry.charged("ours.com")).isEqualTo("0.00");
    assertThat(
            sandbox
                .call("QueryObjectDeletionLogList", "OBJECTCLASS=DOMAIN", "LIMIT=2")
                .all("OBJECTID"))
        .containsExactly("ours.com");
  }

  @Test
  void deletesAtOnceInProfileB() {
    registry.profile("B");

    ParsedAnswer deleted = sandbox.call("DeleteDomain", "DOMAIN=ours.com");

    assertThat(deleted.pending()).isFalse();
    assertThat(deleted.all("STATUS")).isEmpty();
    assertThat(status().code()).isEqualTo(545);
    assertThat(listed().all("OBJECTID")).containsExactly("ours.com");
    assertThat(listed().all("EXPIRATIONDATE")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "A, HOLD, 544",
    "B, HOLD, 552",
    "A, OUTGOING_REQUESTED, 553",
    "B, OUTGOING_REQUESTED, 553"
  })
  void doesNotDeleteWhatIsKept(String profile, String what, int code) {
    registry.profile(profile);
    registry.happen("ours.com", what);

    assertThat(sandbox.call("DeleteDomain", "DOMAIN=ours.com").code()).isEqualTo(code);
  }

  @Test
  void deletesNothingOfOtherAccounts() {
    registry.name("theirs.com", "\"owner\":\"OTHER_ACCOUNT\"");

    assertThat(sandbox.call("DeleteDomain", "DOMAIN=theirs.com").code()).isEqualTo(531);
    assertThat(sandbox.call("DeleteDomain", "DOMAIN=nobody.com").code()).isEqualTo(545);
  }

  @BothReadings(alwaysBoth = true)
  void givesANameBackAsItWas(String profile) {
    registry.profile(profile);
    String expires = status().first("EXPIRATIONDATE");
    registry.happen("ours.com", "DELETED_ELSEWHERE");

    ParsedAnswer asked = restore("ours.com");

    assertThat(asked.says()).isEqualTo("200 Command completed successfully");
    assertThat(asked.pending()).isTrue();
    assertThat(registry.charged("ours.com")).isEqualTo("60.00");
    if (profile.equals("A")) {
      assertThat(status().code()).isEqualTo(545);
      assertThat(listed().all("OBJECTID")).containsExactly("ours.com");
    } else {
      assertThat(status().all("STATUS")).containsExactly("PENDINGRESTORE");
      assertThat(listed().all("OBJECTID")).isEmpty();
    }
    assertThat(restore("ours.com").code()).isEqualTo(profile.equals("A") ? 552 : 540);
    registry.advance("P1D");
    assertThat(status().all("STATUS")).containsExactly("ACTIVE");
    assertThat(status().first("EXPIRATIONDATE")).isEqualTo(expires);
    assertThat(status().first("RENEWALMODE")).isEqualTo("AUTOEXPIRE");
    assertThat(listed().all("OBJECTID")).isEmpty();
    assertThat(registry.log("ours.com"))
        .containsExactly("RESTORE SUCCESSFUL", "RESTORE REQUEST", "DELETE SUCCESSFUL");
    assertThat(sandbox.call("QueryEventList", "CLASS=DOMAIN_RESTORE").first("TOTAL"))
        .isEqualTo(profile.equals("A") ? "1" : "0");
    assertThat(restore("ours.com").code()).isEqualTo(profile.equals("A") ? 554 : 545);
  }

  @Test
  void refundsARestoreThatFails() {
    setUpOutcome("PT6H", "FAILED");
    registry.happen("ours.com", "DELETED_ELSEWHERE");
    restore("ours.com");

    registry.advance("PT6H");

    assertThat(registry.charged("ours.com")).isEqualTo("60.00 -60.00");
    assertThat(status().code()).isEqualTo(545);
    assertThat(registry.log("ours.com"))
        .containsExactly("RESTORE FAILED", "RESTORE REQUEST", "DELETE SUCCESSFUL");
    assertThat(restore("ours.com").code()).as("may be asked for again").isEqualTo(200);
  }

  @Test
  void saysUntilWhenANameCanBeRestored() {
    registry.happen("ours.com", "DELETED_ELSEWHERE");
    String now = registry.get("/sandbox/clock").get("now").textValue();

    String until = listed().first("EXPIRATIONDATE");

    assertThat(RegistrarDate.parse("", until))
        .isBetween(
            java.time.Instant.parse(now).plusSeconds(29 * 86_400L),
            java.time.Instant.parse(now).plusSeconds(30 * 86_400L + 60));
    registry.advance("P30DT1M");
    assertThat(listed().all("OBJECTID")).isEmpty();
    assertThat(restore("ours.com").code()).isEqualTo(548);
    registry.profile("B");
    assertThat(restore("ours.com").code()).isEqualTo(552);
    registry.advance("P5D");
    assertThat(restore("ours.com").code()).isEqualTo(545);
  }

  @ParameterizedTest
  @CsvSource({"A, 531", "B, 545"})
  void givesNothingToOthers(String profile, int code) {
    registry.happen("ours.com", "DELETED_ELSEWHERE");
    registry.profile(profile);

    assertThat(
            sandbox
                .callAs("test.user2", "test.passw0rd2", "RestoreDomain", "DOMAIN=ours.com")
                .code())
        .isEqualTo(code);
    assertThat(restore("nobody.com").code()).isEqualTo(545);
  }

  @ParameterizedTest
  @CsvSource({"A, 504", "B, 541"})
  void costsWhatItsClassSays(String profile, int code) {
    registry.name("dear.com", "\"class\":\"PREMIUM_A\",\"price\":\"900\",\"renewalPrice\":\"100\"");
    registry.name("set.com", "\"zone\":{\"restorePrice\":\"80.00\"}");
    registry.happen("dear.com", "DELETED_ELSEWHERE");
    registry.happen("set.com", "DELETED_ELSEWHERE");
    registry.profile(profile);

    assertThat(restore("dear.com").code()).isEqualTo(code);
    sandbox.call("RestoreDomain", "DOMAIN=dear.com", "CLASS=PREMIUM_A");
    restore("set.com");

    assertThat(registry.charged("dear.com")).isEqualTo("500.00");
    assertThat(registry.charged("set.com")).isEqualTo("80.00");
  }

  @Test
  void costsNothingWhereTheAccountCannotPay() {
    registry.happen("ours.com", "DELETED_ELSEWHERE");
    registry.post("/sandbox/accounts", "{\"login\":\"test.user\",\"balance\":\"59.99\"}");

    assertThat(restore("ours.com").says()).isEqualTo("546 Credit limit exceeded");
    assertThat(sandbox.call("RestoreDomain", "DOMAIN=ours.com", "RENEWALMODE=NEVER").code())
        .isEqualTo(541);
    assertThat(registry.charged("ours.com")).isEmpty();
  }

  @Test
  void deletesARestoredNameAgainThatNobodyRenews() {
    for (String name : new String[] {"renewed.com", "left.com"}) {
      registry.name(name, "\"expires\":\"-P43D\"");
    }
    registry.advance("P10D");
    restore("renewed.com");
    sandbox.call("RestoreDomain", "DOMAIN=left.com", "RENEWALMODE=AUTORENEW");
    registry.advance("P1DT1M");

    ParsedAnswer renewed = sandbox.call("RenewDomain", "DOMAIN=renewed.com");

    assertThat(renewed.code()).isEqualTo(200);
    assertThat(sandbox.call("StatusDomain", "DOMAIN=left.com").first("NEXTACTION"))
        .isEqualTo("expireunpaid");
    registry.advance("P5D");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=renewed.com").code()).isEqualTo(200);
    assertThat(sandbox.call("StatusDomain", "DOMAIN=left.com").code()).isEqualTo(545);
  }

  @Test
  void listsObjectsInPartsAndInOrder() {
    registry.name("other.com", "\"expires\":\"P20D\"");
    registry.happen("ours.com", "DELETED_ELSEWHERE");

    ParsedAnswer all = sandbox.call("QueryObjectList", "WIDE=0");
    assertThat(all.all("OBJECTCLASS")).containsExactly("DELETEDDOMAIN", "DOMAIN");
    assertThat(all.all("USER")).isEmpty();
    ParsedAnswer page =
        sandbox.call("QueryObjectList", "WIDE=1", "FIRST=1", "LIMIT=1", "ORDERBY=OBJECTIDDESC");
    assertThat(page.all("OBJECTID")).containsExactly("other.com");
    assertThat(page.first("TOTAL")).isEqualTo("2");
    assertThat(sandbox.call("QueryObjectList", "WIDE=1", "OBJECTID=o*.com").first("TOTAL"))
        .isEqualTo("2");
    ParsedAnswer gone =
        sandbox.call("QueryObjectList", "OBJECTCLASS=DELETEDDOMAIN", "OBJECTID=ours.com");
    assertThat(gone.first("COUNT")).isEqualTo("1");
    assertThat(gone.all("EXPIRATIONDATE")).hasSize(1);
    assertThat(gone.all("USER")).isEmpty();
  }

  @Test
  void isKeptByExportAndImport() {
    registry.happen("ours.com", "DELETED_ELSEWHERE");
    restore("ours.com");
    String export = sandbox.get("/sandbox/export");

    registry.post("/sandbox/reset", "");
    registry.post("/sandbox/import", export);

    assertThat(sandbox.get("/sandbox/export")).isEqualTo(export);
    registry.advance("P1D");
    assertThat(status().code()).isEqualTo(200);
  }
}
