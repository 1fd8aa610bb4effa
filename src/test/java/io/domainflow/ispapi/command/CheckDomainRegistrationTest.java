package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.ispapi.protocol.IspapiResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckDomainRegistrationTest {

  private static final CheckDomainRegistration COMMAND =
      new CheckDomainRegistration(RegistrationSamples.plain("domain123abc.com", null));

  @Test
  void triesWhatAddDomainWouldSend() {
    Golden.assertWireForm(COMMAND, "documented");
    assertThat(COMMAND.parameters()).isEqualTo(new AddDomain(COMMAND.registration()).parameters());
  }

  @Test
  void sendsTheWholeNotice() {
    Golden.assertWireForm(
        new CheckDomainRegistration(
            RegistrationSamples.plain("domain123abc.com", RegistrationSamples.NOTICE)),
        "claim");
  }

  @Test
  void readsThatTheRegistrationWouldBeAccepted() {
    assertThat(Golden.result(COMMAND, "documented"))
        .isEqualTo(new CheckDomainRegistration.Result(true, 218, "Request is available"));
    assertThat(COMMAND.result(new IspapiResponse(200, "ok", false, Map.of())).accepted()).isTrue();
  }

  @Test
  void readsThatTheRegistrationWouldNotBeAccepted() {
    assertThat(Golden.result(COMMAND, "unavailable"))
        .isEqualTo(
            new CheckDomainRegistration.Result(
                false, 219, "Request is not available; NAMESERVER1"));
  }
}
