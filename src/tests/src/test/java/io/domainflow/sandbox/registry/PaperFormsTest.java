package io.domainflow.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registries decide late: after a signed form, or after a number of days. */
class PaperFormsTest {

  private static final String OWNER = "OWNERCONTACT0=P-TUE1378025";

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  private void happen(String domain, String what) {
    String json = "{\"domain\":\"%s\",\"what\":\"%s\"}".formatted(domain, what);
    assertThat(sandbox.control("POST", "/sandbox/happen", json).statusCode()).isEqualTo(200);
  }

  private String owner(String domain) {
    return sandbox.call("StatusDomain", "DOMAIN=" + domain).first("OWNERCONTACT");
  }

  @ParameterizedTest
  @CsvSource({"A, se, true", "B, se, false", "A, com.au, true", "A, xn--p1ai, true"})
  void aTradeWaitsForTheForm(String profile, String zone, boolean pending) {
    registry.profile(profile);
    registry.name("ours." + zone, "\"owner\":\"OURS\"");

    ParsedAnswer answer = sandbox.call("TradeDomain", "DOMAIN=ours." + zone, OWNER);

    assertThat(answer.says())
        .isEqualTo(
            "200 Command completed successfully; trade requested - fax confirmation required");
    assertThat(answer.pending()).isEqualTo(pending);
    assertThat(owner("ours." + zone)).isNotEqualTo("P-TUE1378025");
    registry.advance("P7DT1H");
    assertThat(owner("ours." + zone)).isEqualTo("P-TUE1378025");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTradeIsDecidedByHand(boolean granted) {
    registry.name("ours.pt", "\"owner\":\"OURS\"");
    sandbox.call("TradeDomain", "DOMAIN=ours.pt", OWNER);

    happen("ours.pt", granted ? "REGISTRY_GRANTS" : "REGISTRY_REFUSES");

    assertThat(owner("ours.pt").equals("P-TUE1378025")).isEqualTo(granted);
  }

  @Test
  void otherZonesAreAsTheyWere() {
    registry.name("ours.at", "\"owner\":\"OURS\"");

    assertThat(sandbox.call("TradeDomain", "DOMAIN=ours.at", OWNER).says())
        .contains("please use UPDATE method");
  }

  @Test
  void aDotNoRegistrationWaitsAndADotSwissApplicationIsGrantedAfterDays() {
    ParsedAnswer no =
        sandbox.call(
            "AddDomain", RawRequest.registration("slow.no", "X-NO-REGISTRANT-IDENTITY=987654321"));
    assertThat(no.pending()).isTrue();
    happen("slow.no", "REGISTRY_GRANTS");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=slow.no").first("STATUS")).isEqualTo("ACTIVE");

    ParsedAnswer swiss =
        sandbox.call(
            "AddDomainApplication",
            RawRequest.registration(
                "slow.swiss",
                "PERIOD=1Y",
                "CLASS=GOLIVE",
                "X-SWISS-OWNER-TYPE=P",
                "X-CORE-INTENDED-USE=a shop"));
    assertThat(swiss.code()).isEqualTo(200);
    assertThat(registry.charged("slow.swiss")).isEqualTo("95.00");
    registry.advance("P19D");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=slow.swiss").code()).isEqualTo(545);
    registry.advance("P2D");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=slow.swiss").first("STATUS"))
        .isEqualTo("ACTIVE");
  }
}
