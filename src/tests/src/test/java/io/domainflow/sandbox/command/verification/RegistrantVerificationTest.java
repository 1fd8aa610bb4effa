package io.domainflow.sandbox.command.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that ask about verifications learn that there is none. */
class RegistrantVerificationTest {

  @ParameterizedTest
  @CsvSource({"A, 552", "B, 545"})
  void isNeverAskedFor(String profile, int nothingToSend) {
    SandboxServer sandbox = SandboxServer.fresh();
    Registry registry = new Registry(sandbox);
    registry.name("ours.com", "\"owner\":\"OURS\"");
    registry.elsewhere("elsewhere.com", "");
    registry.profile(profile);

    ParsedAnswer pending =
        sandbox.call(
            "QueryDomainPendingRegistrantVerificationList",
            "DOMAIN=*.com",
            "USERDEPTH=self",
            "LIMIT=2",
            "ORDERBY=X-REGISTRANT-VERIFICATION-REQUESTEDDATE");

    assertThat(pending.code()).isEqualTo(200);
    assertThat(pending.first("TOTAL")).isEqualTo("0");
    assertThat(pending.all("DOMAIN")).isEmpty();
    assertThat(sandbox.call("StatusDomainRegistrantVerification", "DOMAIN=ours.com").code())
        .isEqualTo(545);
    assertThat(resend(sandbox, "ours.com")).isEqualTo(nothingToSend);
    assertThat(resend(sandbox, "elsewhere.com")).isEqualTo(545);
    assertThat(resend(sandbox, "unknown.com")).isEqualTo(545);
  }

  private static int resend(SandboxServer sandbox, String domain) {
    return sandbox.call("ResendDomainRegistrantVerificationEmail", "DOMAIN=" + domain).code();
  }
}
