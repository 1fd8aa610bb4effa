package io.domainflow.sandbox.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names are pushed to another registrar or the registry. */
class PushDomainTest {

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  private int push(String domain, String... lines) {
    return sandbox
        .call("PushDomain", RawRequest.join(new String[] {"DOMAIN=" + domain}, lines))
        .code();
  }

  private int status(String domain) {
    return sandbox.call("StatusDomain", "DOMAIN=" + domain).code();
  }

  @ParameterizedTest
  @CsvSource({
    "a.de, TRANSIT, 200",
    "a.de, SOMEBODY, 541",
    "a.at, REGISTRY, 200",
    "a.co.uk, EXAMPLE-TAG, 200",
    "a.uk, DETAGGED, 200",
    "a.uk, example tag, 541",
    "a.com, TRANSIT, 541"
  })
  void goToWhatTheirRegistryKnows(String domain, String target, int code) {
    registry.name(domain, "\"owner\":\"OURS\",\"transferLock\":true");

    assertThat(push(domain, "TARGET=" + target)).isEqualTo(code);
    assertThat(status(domain)).isEqualTo(code == 200 ? 545 : 200);
  }

  @ParameterizedTest
  @CsvSource({"A, OUTBOUND_TRANSFER SUCCESSFUL", "B, ''"})
  void showAsTransfersAway(String profile, String line) {
    registry.profile(profile);
    registry.name("a.de", "\"owner\":\"OURS\"");

    assertThat(push("a.de")).isEqualTo(200);

    assertThat(String.join(",", registry.log("a.de"))).isEqualTo(line);
    assertThat(registry.charged("a.de")).isEqualTo("0.00");
    assertThat(push("a.de")).as("once only").isEqualTo(545);
  }

  @Test
  void stayWhileSomethingElseIsUnderWay() {
    registry.name("a.uk", "\"owner\":\"OURS\"");
    registry.happen("a.uk", "OUTGOING_REQUESTED");
    registry.name("b.uk", "\"owner\":\"OURS\"");
    registry.happen("b.uk", "HOLD");

    assertThat(push("a.uk", "TARGET=EXAMPLE")).isEqualTo(552);
    assertThat(push("b.uk", "TARGET=EXAMPLE")).isEqualTo(552);
  }
}
