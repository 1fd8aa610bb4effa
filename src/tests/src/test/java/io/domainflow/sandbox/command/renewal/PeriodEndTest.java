package io.domainflow.sandbox.command.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.domainflow.build.BothReadings;
import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import io.domainflow.sandbox.protocol.RegistrarDate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The automatic changes of a name at the end of its period. */
class PeriodEndTest {

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  private ParsedAnswer status(String domain) {
    return sandbox.call("StatusDomain", "DOMAIN=" + domain);
  }

  private static String plus(String date, int days) {
    return RegistrarDate.of(RegistrarDate.parse("", date).plusSeconds(days * 86_400L));
  }

  @Test
  void reportsTheDatesOfANameThatIsPaidAhead() {
    registry.name("ours.com", "\"expires\":\"P30D\"");
    String expires = status("ours.com").first("EXPIRATIONDATE");
    registry.advance("P25DT1H");

    ParsedAnswer status = status("ours.com");
    String paidUntil = RenewDomainTest.later(expires, 1);
    assertThat(status.first("EXPIRATIONDATE")).isEqualTo(expires);
    assertThat(status.first("PAIDUNTILDATE")).isEqualTo(paidUntil);
    assertThat(status.first("ACCOUNTINGDATE")).isEqualTo(plus(paidUntil, -5));
    assertThat(status.first("FAILUREDATE")).isEqualTo(plus(paidUntil, 44));
    assertThat(status.first("FINALIZATIONDATE")).isEqualTo(plus(expires, 1));
    assertThat(status.first("NEXTACTION")).isEqualTo("finalize");
    assertThat(status.first("NEXTACTIONDATE")).isEqualTo(plus(expires, 1));
    ParsedAnswer list =
        sandbox.call(
            "QueryDomainList",
            "WIDE=1",
            "MINPAIDUNTILDATE=" + paidUntil,
            "MAXEXPIRATIONDATE=" + expires);
    assertThat(list.first("DOMAINPAIDUNTILDATE")).isEqualTo(paidUntil);
    assertThat(list.first("DOMAINNEXTACTION")).isEqualTo("finalize");
  }

  @BothReadings(alwaysBoth = true)
  void renewsByItselfAndOnce(String profile) {
    registry.profile(profile);
    registry.name("ours.com", "\"expires\":\"P30D\"");
    String expires = status("ours.com").first("EXPIRATIONDATE");

    registry.advance("P24D");
    assertThat(registry.charged("ours.com")).isEmpty();
    registry.advance("P2D");
    assertThat(registry.charged("ours.com")).isEqualTo("12.00");
    assertThat(registry.get("/sandbox/ledger?domain=ours.com").get(0).get("command").textValue())
        .isEqualTo("AutoRenew");
    assertThat(status("ours.com").first("EXPIRATIONDATE")).isEqualTo(expires);
    registry.advance("P6D");
    assertThat(status("ours.com").first("EXPIRATIONDATE"))
        .isEqualTo(RenewDomainTest.later(expires, 1));
    assertThat(status("ours.com").first("NEXTACTION")).isEqualTo("pay");
    assertThat(registry.log("ours.com")).containsExactly("RENEW SUCCESSFUL");
    assertThat(sandbox.call("QueryEventList", "CLASS=DOMAIN_RENEW").first("TOTAL"))
        .isEqualTo(profile.equals("A") ? "1" : "0");
    registry.advance("P366D");
    assertThat(registry.charged("ours.com")).isEqualTo("12.00 12.00");
  }

  @Test
  void triesToChargeOnceMoreAndThenGivesUp() {
    registry.post("/sandbox/accounts", "{\"login\":\"test.user\",\"balance\":\"0.00\"}");
    registry.name("poor.com", "\"expires\":\"P30D\"");
    registry.name("late.com", "\"expires\":\"P30DT1H\"");
    registry.advance("P25DT2H");
    assertThat(status("poor.com").first("NEXTACTION")).isEqualTo("pay");
    registry.post("/sandbox/accounts", "{\"login\":\"test.user\",\"balance\":\"12.00\"}");

    registry.advance("P1D");

    assertThat(registry.charged("poor.com")).as("the first in time").isEqualTo("12.00");
    assertThat(registry.charged("late.com")).isEmpty();
    ParsedAnswer unpaid = status("late.com");
    assertThat(unpaid.first("NEXTACTION")).isEqualTo("expireunpaid");
    assertThat(unpaid.first("NEXTACTIONDATE")).isEqualTo(unpaid.first("FAILUREDATE"));
    registry.advance("P49D");
    assertThat(status("late.com").code()).isEqualTo(545);
    assertThat(status("poor.com").code()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"A, AUTOEXPIRE, expire", "B, AUTOEXPIRE, expire", "A, AUTODELETE, delete"})
  void deletesANameAtItsFailureDateAndFinallyReleasesIt(
      String profile, String mode, String nextAction) {
    registry.profile(profile);
    registry.name("gone.com", "\"expires\":\"P10D\",\"renewalMode\":\"" + mode + "\"");
    assertThat(status("gone.com").first("NEXTACTION")).isEqualTo(nextAction);
    registry.advance("P53D");
    assertThat(status("gone.com").first("TRANSFERMODE")).isEqualTo("EXPIRED");
    registry.advance("P2D");

    assertThat(status("gone.com").code()).isEqualTo(545);
    assertThat(registry.charged("gone.com")).isEmpty();
    assertThat(registry.log("gone.com")).containsExactly("DELETE SUCCESSFUL");
    assertThat(sandbox.call("QueryEventList", "CLASS=DOMAIN_DELETE").first("TOTAL"))
        .isEqualTo(profile.equals("A") ? "1" : "0");
    registry.advance("P33D");
    assertThat(sandbox.call("CheckDomain", "DOMAIN=gone.com").code()).isEqualTo(211);
    assertThat(sandbox.call("AddDomain", RawRequest.registration("gone.com")).code())
        .isEqualTo(profile.equals("A") ? 540 : 554);
    registry.advance("P2D");
    assertThat(sandbox.call("CheckDomain", "DOMAIN=gone.com").code()).isEqualTo(210);
    assertThat(sandbox.call("AddDomain", RawRequest.registration("gone.com")).code())
        .isEqualTo(200);
  }

  @Test
  void refundsTheChargeUntilItIsCarriedOut() {
    registry.name("ours.com", "\"expires\":\"P5DT1H\"");
    String expires = status("ours.com").first("EXPIRATIONDATE");
    registry.advance("P2D");
    assertThat(status("ours.com").first("NEXTACTION")).isEqualTo("finalize");

    ParsedAnswer next =
        sandbox.call("SetDomainRenewalMode", "DOMAIN=ours.com", "RENEWALMODE=AUTOEXPIRE");
    assertThat(next.first("UNRENEW")).isEqualTo("0");
    assertThat(status("ours.com").first("NEXTACTION")).as("this period").isEqualTo("finalize");
    ParsedAnswer back =
        sandbox.call(
            "SetDomainRenewalMode", "DOMAIN=ours.com", "RENEWALMODE=AUTOEXPIRE", "UNRENEW=1");

    assertThat(back.first("UNRENEW")).isEqualTo("1");
    assertThat(status("ours.com").first("NEXTACTION")).isEqualTo("expire");
    assertThat(status("ours.com").first("PAIDUNTILDATE")).isEqualTo(expires);
    assertThat(registry.charged("ours.com")).isEqualTo("12.00 0.00 -12.00 0.00");
  }

  @Test
  void refundsNothingOnceItIsCarriedOut() {
    registry.name("ours.com", "\"expires\":\"P10D\"");
    registry.advance("P12D");

    ParsedAnswer late =
        sandbox.call(
            "SetDomainRenewalMode", "DOMAIN=ours.com", "RENEWALMODE=AUTODELETE", "UNRENEW=1");

    assertThat(late.first("UNRENEW")).isEqualTo("0");
    assertThat(registry.charged("ours.com")).isEqualTo("12.00 0.00");
  }

  @Test
  void hasNoUndoInProfileB() {
    registry.name("ours.com", "\"expires\":\"P10D\"");
    registry.profile("B");

    assertThat(
            sandbox
                .call(
                    "SetDomainRenewalMode",
                    "DOMAIN=ours.com",
                    "RENEWALMODE=AUTOEXPIRE",
                    "UNRENEW=1")
                .says())
        .isEqualTo("503 Invalid attribute name; UNRENEW");
    assertThat(status("ours.com").first("RENEWALMODE")).isEqualTo("AUTORENEW");
  }

  @Test
  void leavesANameAsItWasSetUpForADay() {
    registry.name("close.com", "\"expires\":\"P3D\"");
    registry.name("over.com", "\"expires\":\"-P46D\"");
    registry.name("grace.com", "\"expires\":\"-P10D\"");

    assertThat(status("close.com").first("NEXTACTION")).isEqualTo("pay");
    assertThat(status("grace.com").first("NEXTACTION")).isEqualTo("expireunpaid");
    assertThat(status("over.com").code()).isEqualTo(200);
    registry.advance("P1DT1M");
    assertThat(status("close.com").first("NEXTACTION")).isEqualTo("finalize");
    assertThat(status("over.com").code()).isEqualTo(545);
    assertThat(status("grace.com").code()).isEqualTo(200);
    assertThat(registry.charged("grace.com")).isEmpty();
  }

  @Test
  void chargesAtOnceWhenTheModeIsSetLate() {
    registry.name("ours.com", "\"expires\":\"P10D\",\"renewalMode\":\"AUTODELETE\"");
    registry.advance("P20D");

    sandbox.call("SetDomainRenewalMode", "DOMAIN=ours.com", "RENEWALMODE=AUTORENEW");

    assertThat(status("ours.com").first("NEXTACTION")).isEqualTo("pay");
    assertThat(registry.charged("ours.com")).isEqualTo("0.00 12.00");
    assertThat(registry.log("ours.com")).containsExactly("RENEW SUCCESSFUL", "MODIFY SUCCESSFUL");
  }

  @Test
  void simulatesWhatOthersDoToAName() {
    for (String name : List.of("renewed.com", "kept.com", "deleted.com", "left.com")) {
      registry.name(name, "\"expires\":\"P30D\",\"transferLock\":true");
    }
    String expires = status("renewed.com").first("EXPIRATIONDATE");

    registry.happen("renewed.com", "RENEWED_ELSEWHERE");
    registry.post(
        "/sandbox/happen",
        "{\"domain\":\"kept.com\",\"what\":\"MODE_CHANGED_ELSEWHERE\",\"to\":\"AUTOEXPIRE\"}");
    registry.happen("deleted.com", "DELETED_ELSEWHERE");
    registry.happen("left.com", "TRANSFERRED_AWAY");

    assertThat(status("renewed.com").first("EXPIRATIONDATE"))
        .isEqualTo(RenewDomainTest.later(expires, 1));
    assertThat(registry.charged("renewed.com")).isEqualTo("12.00");
    assertThat(registry.log("renewed.com")).containsExactly("RENEW SUCCESSFUL");
    assertThat(status("kept.com").first("RENEWALMODE")).isEqualTo("AUTOEXPIRE");
    assertThat(status("deleted.com").code()).isEqualTo(545);
    assertThat(registry.log("deleted.com")).containsExactly("DELETE SUCCESSFUL");
    assertThat(status("left.com").code()).isEqualTo(545);
    assertThat(registry.log("left.com")).containsExactly("OUTBOUND_TRANSFER SUCCESSFUL");
    assertThat(sandbox.call("CheckDomain", "DOMAIN=left.com").code()).isEqualTo(211);
  }

  @Test
  void isFastForAYearWithManyNames() {
    StringBuilder names = new StringBuilder(100_000);
    for (int i = 0; i < 1000; i++) {
      names.append(i == 0 ? "[" : ",").append("{\"domain\":\"n").append(i);
      names.append(".com\",\"expires\":\"PT").append(2400 + i).append("H\"}");
    }
    registry.post("/sandbox/registry", names.append(']').toString());

    assertTimeout(Duration.ofSeconds(60), () -> registry.advance("P366D"));

    assertThat(registry.get("/sandbox/ledger")).hasSize(1000);
  }
}
