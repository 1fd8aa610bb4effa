package io.domainflow.sandbox.command.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalModeTest {

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    sandbox.call("AddDomain", RawRequest.registration("mode.com", "RENEWALMODE=AUTOEXPIRE"));
  }

  private String mode() {
    return sandbox.call("StatusDomain", "DOMAIN=mode.com").first("RENEWALMODE");
  }

  @Test
  void setsTheModeForFree() {
    ParsedAnswer set =
        sandbox.call("SetDomainRenewalMode", "DOMAIN=mode.com", "RENEWALMODE=AUTODELETE");

    assertThat(set.says()).isEqualTo("200 Command completed successfully");
    assertThat(set.first("UNRENEW")).isEqualTo("0");
    assertThat(mode()).isEqualTo("AUTODELETE");
    assertThat(sandbox.get("/sandbox/ledger?domain=mode.com"))
        .contains("\"command\":\"SetDomainRenewalMode\"", "\"charged\":\"0.00\"");
  }

  @Test
  void maySayTheSameTwice() {
    for (int i = 0; i < 2; i++) {
      assertThat(
              sandbox
                  .call(
                      "SetDomainRenewalMode",
                      "DOMAIN=mode.com",
                      "RENEWALMODE=AUTORENEW",
                      "PERIOD=1Y")
                  .code())
          .isEqualTo(200);
    }
    assertThat(mode()).isEqualTo("AUTORENEW");
  }

  @Test
  void readsDefaultAsAutomaticRenewal() {
    sandbox.call("SetDomainRenewalMode", "DOMAIN=mode.com", "RENEWALMODE=DEFAULT");

    assertThat(mode()).isEqualTo("AUTORENEW");
  }

  @ParameterizedTest
  @CsvSource({
    "A, mode.com, RENEWALMODE=RENEWONCE, '541 Invalid attribute value; RENEWALMODE'",
    "A, mode.com, RENEWALMODE=AUTORENEWMONTHLY, '541 Invalid attribute value; RENEWALMODE'",
    "A, mode.com, PERIOD=1Y, '504 Missing required attribute; RENEWALMODE'",
    "A, nobody.com, RENEWALMODE=AUTORENEW, '541 Invalid attribute value; DOMAIN'",
    "B, nobody.com, RENEWALMODE=AUTORENEW, '545 Object not found'",
    "A, theirs.com, RENEWALMODE=AUTORENEW, '531 Authorization failed'"
  })
  void refusesWhatItCannotSet(String profile, String domain, String line, String says) {
    sandbox.control(
        "POST", "/sandbox/registry", "{\"domain\":\"theirs.com\",\"owner\":\"OTHER_ACCOUNT\"}");
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"" + profile + "\"}");

    assertThat(sandbox.call("SetDomainRenewalMode", "DOMAIN=" + domain, line).says())
        .isEqualTo(says);
    assertThat(mode()).isEqualTo("AUTOEXPIRE");
  }
}
