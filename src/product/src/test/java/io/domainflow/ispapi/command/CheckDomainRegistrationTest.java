package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.CheckRegistration;
import io.domainflow.registrar.command.RegisterDomain;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckDomainRegistrationTest {

  private static final CheckRegistration COMMAND =
      new CheckRegistration(RegistrationSamples.plain("domain123abc.com", null));

  @Test
  void triesWhatAddDomainWouldSend() {
    Golden.assertEncoded(COMMAND, "documented");
    assertThat(IspapiCodecs.encode(COMMAND).parameters())
        .isEqualTo(IspapiCodecs.encode(new RegisterDomain(COMMAND.registration())).parameters());
  }

  @Test
  void sendsTheWholeNotice() {
    Golden.assertEncoded(
        new CheckRegistration(
            RegistrationSamples.plain("domain123abc.com", RegistrationSamples.NOTICE)),
        "claim");
  }

  @Test
  void readsThatTheRegistrationWouldBeAccepted() {
    assertThat(Golden.result(COMMAND, "documented"))
        .isEqualTo(new CheckRegistration.Result(true, 218, "Request is available"));
    assertThat(
            IspapiCodecs.encode(COMMAND)
                .result(new RegistrarResponse(200, "ok", false, Map.of()))
                .accepted())
        .isTrue();
  }

  @Test
  void readsThatTheRegistrationWouldNotBeAccepted() {
    assertThat(Golden.result(COMMAND, "unavailable"))
        .isEqualTo(
            new CheckRegistration.Result(false, 219, "Request is not available; NAMESERVER1"));
  }
}
