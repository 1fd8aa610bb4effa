package io.domainflow.sandbox.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transfers between two accounts of the registrar, which it calls user transfers. */
class UserTransferTest {

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  private ParsedAnswer transfer(String domain, String... lines) {
    return sandbox.call(
        "TransferDomain",
        RawRequest.join(new String[] {"DOMAIN=" + domain, "AUTH=secret1"}, lines));
  }

  private ParsedAnswer status(String domain) {
    return sandbox.call("StatusDomainTransfer", "DOMAIN=" + domain);
  }

  @ParameterizedTest
  @CsvSource({"move.com, 12.00", "move.de, 0.00"})
  void movesBetweenAccounts(String domain, String price) {
    registry.name(domain, "\"owner\":\"OURS\",\"account\":\"test.user2\",\"age\":\"P3D\"");

    assertThat(transfer(domain).says()).isEqualTo("549 Command failed; USERTRANSFER is required");
    assertThat(sandbox.call("TransferDomain", "DOMAIN=" + domain, "ACTION=USERTRANSFER").says())
        .isEqualTo("531 Authorization failed; USERTRANSFER - AUTH CODE REQUIRED");
    assertThat(transfer(domain, "ACTION=USERTRANSFER").pending()).isTrue();

    assertThat(status(domain).first("TRANSFERSTATUS")).isEqualTo("PENDING");
    ParsedAnswer losing =
        sandbox.callAs("test.user2", "test.passw0rd2", "StatusDomainTransfer", "DOMAIN=" + domain);
    assertThat(losing.first("TRANSFERTYPE")).isEqualTo("OUTGOING");
    String event = sandbox.callAs("test.user2", "test.passw0rd2", "QueryEventList").first("EVENT");
    assertThat(
            sandbox
                .callAs("test.user2", "test.passw0rd2", "StatusEvent", "EVENT=" + event)
                .first("INFO"))
        .isEqualTo("USERTRANSFER%3A%20test.user2%20-%3E%20test.user");
    registry.advance("P5DT1H");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=" + domain).code()).isEqualTo(200);
    assertThat(registry.charged(domain)).isEqualTo(price);
    assertThat(registry.log(domain))
        .containsExactly("TRANSFER SUCCESSFUL", "TRANSFER PENDING", "TRANSFER REQUEST");
  }

  @ParameterizedTest
  @CsvSource({"APPROVE, 200, TRANSFER SUCCESSFUL", "DENY, 531, TRANSFER FAILED"})
  void isAnsweredByTheLosingAccount(String action, int code, String end) {
    registry.name("move.com", "\"owner\":\"OURS\",\"account\":\"test.user2\"");
    transfer("move.com", "ACTION=USERTRANSFER");

    sandbox.callAs(
        "test.user2", "test.passw0rd2", "TransferDomain", "DOMAIN=move.com", "ACTION=" + action);

    assertThat(sandbox.call("StatusDomain", "DOMAIN=move.com").code()).isEqualTo(code);
    assertThat(registry.log("move.com")).contains(end);
    assertThat(status("move.com").code()).isEqualTo(545);
  }

  @Test
  void profileBTakesARequestAsAUserTransfer() {
    registry.profile("B");
    registry.name("others.com", "\"owner\":\"OTHER_ACCOUNT\"");

    assertThat(transfer("others.com").code()).isEqualTo(200);
  }
}
