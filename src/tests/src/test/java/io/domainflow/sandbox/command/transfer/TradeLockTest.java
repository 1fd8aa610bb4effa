package io.domainflow.sandbox.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import io.domainflow.sandbox.protocol.RegistrarDate;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 60 days after a change of registrant. */
class TradeLockTest {

  private static final String OLD = "X-CONFIRM-DA-OLD-REGISTRANT=1";
  private static final String OPT_OUT = "X-REQUEST-OPT-OUT-TRANSFERLOCK=1";

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    registry.name("ours.com", "\"owner\":\"OURS\",\"expires\":\"P900D\"");
  }

  private ParsedAnswer trade(String... lines) {
    return sandbox.call(
        "TradeDomain",
        RawRequest.join(new String[] {"DOMAIN=ours.com", "X-CONFIRM-DA-NEW-REGISTRANT=1"}, lines));
  }

  private ParsedAnswer lockByTrade() {
    return trade("OWNERCONTACT0=P-TUE1378025", OLD);
  }

  private ParsedAnswer status() {
    return sandbox.call("StatusDomain", "DOMAIN=ours.com");
  }

  private ParsedAnswer unlock() {
    return sandbox.call("ModifyDomain", "DOMAIN=ours.com", "TRANSFERLOCK=0");
  }

  private String lockEnd() {
    return status().first("TRANSFERLOCK-EXPIRATIONDATE");
  }

  @ParameterizedTest
  @CsvSource({"A, 1, 1", "B, 0, 0"})
  void isShownAndCannotBeLiftedUntilItEnds(String profile, int alsoAsTrade, String lockAfter) {
    registry.profile(profile);
    lockByTrade();

    ParsedAnswer status = status();
    assertThat(status.all("STATUS")).containsExactly("ACTIVE", "clientTransferProhibited");
    assertThat(status.first("TRANSFERLOCK")).isEqualTo("1");
    assertThat(status.all("TRADE-TRANSFERLOCK-EXPIRATIONDATE")).hasSize(alsoAsTrade);
    assertThat(sandbox.call("QueryDomainList", "TRANSFERLOCK=1").all("DOMAIN"))
        .containsExactly("ours.com");
    String end = lockEnd();
    assertThat(unlock().says())
        .isEqualTo(
            "552 Object status does not allow for operation; Change of Registrant TRANSFERLOCK in"
                + " place until "
                + end);
    registry.happen("ours.com", "UNLOCKED");
    assertThat(status().first("TRANSFERLOCK")).isEqualTo("1");

    lockAgain();
    registry.advance("P59DT23H");
    assertThat(unlock().code()).isEqualTo(552);
    registry.advance("PT2H");

    assertThat(status().first("TRANSFERLOCK")).isEqualTo(lockAfter);
    assertThat(status().all("TRANSFERLOCK-EXPIRATIONDATE")).isEmpty();
    assertThat(unlock().code()).isEqualTo(200);
    assertThat(status().first("TRANSFERLOCK")).isEqualTo("0");
    assertThat(status().all("STATUS")).containsExactly("ACTIVE");
  }

  // In profile A the lock of the change is the registrar's own, which has just been taken away.
  private void lockAgain() {
    assertThat(
            trade(RawRequest.join(new String[] {OLD}, RawRequest.contact("OWNERCONTACT0", "Org")))
                .code())
        .isEqualTo(200);
  }

  @Test
  void keepsALockThatWasThereBefore() {
    registry.profile("B");
    sandbox.call("ModifyDomain", "DOMAIN=ours.com", "TRANSFERLOCK=1");
    lockByTrade();
    registry.advance("P61D");

    assertThat(status().first("TRANSFERLOCK")).isEqualTo("1");
  }

  @Test
  void lastsSixtyTimesTwentyFourHours() {
    lockByTrade();

    String changed = sandbox.call("StatusDomainTrade", "DOMAIN=ours.com").first("UPDATEDDATE");
    assertThat(
            Duration.between(RegistrarDate.parse("", changed), RegistrarDate.parse("", lockEnd())))
        .isEqualTo(Duration.ofDays(60));
  }

  @Test
  void startsOverWithAnotherChangeThatLocksAndStaysWithOneThatDoesNot() {
    lockByTrade();
    String first = lockEnd();
    registry.advance("P10D");
    trade(RawRequest.join(new String[] {OPT_OUT}, RawRequest.contact("OWNERCONTACT0", "One")));
    sandbox.control("POST", registry.link("test@example.com", "confirm"), "");
    assertThat(sandbox.call("StatusDomainTrade", "DOMAIN=ours.com").first("TRANSFERSTATUS"))
        .isEqualTo("SUCCESSFUL");
    assertThat(lockEnd()).isEqualTo(first);

    trade(RawRequest.join(new String[] {OLD}, RawRequest.contact("OWNERCONTACT0", "Two")));
    assertThat(lockEnd()).isGreaterThan(first);
  }

  @Test
  void keepsTheNameInTheAccount() {
    lockByTrade();
    ParsedAnswer elsewhere =
        sandbox.callAs(
            "test.user2",
            "test.passw0rd2",
            "TransferDomain",
            "DOMAIN=ours.com",
            "ACTION=USERTRANSFER",
            "AUTH=secret1");
    assertThat(elsewhere.says())
        .isEqualTo(
            "552 Object status does not allow for operation; DOMAIN TRANSFER IS PROHIBITED BY STATUS"
                + " (clientTransferProhibited)");
    assertThat(
            sandbox
                .callAs("test.user2", "test.passw0rd2", "CheckDomainTransfer", "DOMAIN=ours.com")
                .first("TRANSFERLOCK"))
        .isEqualTo("1");

    registry.happen("ours.com", "OUTGOING_REQUESTED");
    assertThat(sandbox.call("TransferDomain", "DOMAIN=ours.com", "ACTION=APPROVE").description())
        .endsWith("Change of Registrant TRANSFERLOCK in place until " + lockEnd());
    registry.advance("P6D");
    assertThat(registry.log("ours.com")).startsWith("OUTBOUND_TRANSFER FAILED");
    assertThat(status().code()).isEqualTo(200);
  }

  @Test
  void isWhatTheFallbackOfModifyDomainGivesWithoutAutomaticOptOut() {
    registry.post(
        "/sandbox/accounts",
        "{\"login\":\"test.user\",\"modifyDomainFallback\":true,\"automaticOptOut\":false}");

    ParsedAnswer answer =
        sandbox.call(
            "ModifyDomain",
            "DOMAIN=ours.com",
            "OWNERCONTACT0=P-TUE1378025",
            "ADMINCONTACT0=P-TUE1378025");

    assertThat(answer.says())
        .isEqualTo("200 Command completed successfully; realtime domain trade succeeded");
    assertThat(answer.pending()).isFalse();
    assertThat(status().first("OWNERCONTACT")).isEqualTo("P-TUE1378025");
    assertThat(status().first("ADMINCONTACT")).isEqualTo("P-TUE1378025");
    assertThat(status().first("TRANSFERLOCK")).isEqualTo("1");
    assertThat(status().all("TRANSFERLOCK-EXPIRATIONDATE")).hasSize(1);
    assertThat(registry.log("ours.com")).containsExactly("MODIFY SUCCESSFUL", "TRADE SUCCESSFUL");
    assertThat(registry.get("/sandbox/mailbox")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, 0", "false, 1"})
  void followsAChangeRequestedElsewhereUnlessTheAccountOptsOut(boolean optOut, String lock) {
    registry.post(
        "/sandbox/accounts", "{\"login\":\"test.user\",\"automaticOptOut\":" + optOut + "}");
    registry.happen("ours.com", "TRADE_REQUESTED_ELSEWHERE");
    sandbox.control("POST", registry.link("old@example.org", "confirm"), "");

    assertThat(status().first("TRANSFERLOCK")).isEqualTo(lock);
  }
}
