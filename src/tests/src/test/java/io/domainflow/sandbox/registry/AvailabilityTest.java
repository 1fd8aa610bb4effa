package io.domainflow.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  private void registry(String json) {
    assertThat(sandbox.control("POST", "/sandbox/registry", json).statusCode()).isEqualTo(200);
  }

  @Test
  void saysWhetherANameIsFree() {
    registry("{\"domain\":\"gone.com\",\"owner\":\"OTHER_REGISTRAR\"}");

    assertThat(sandbox.call("CheckDomain", "DOMAIN=free.com").says())
        .isEqualTo("210 Domain name available");
    assertThat(sandbox.call("CheckDomain", "DOMAIN=gone.com").says())
        .isEqualTo("211 Domain name not available");
  }

  @Test
  void checksManyNamesAtOnce() {
    registry(
        "[{\"domain\":\"gone.guru\"},{\"domain\":\"dear.guru\",\"owner\":\"FREE\","
            + "\"class\":\"PREMIUM_GURU_A\",\"price\":\"999.99\",\"currency\":\"USD\"},"
            + "{\"domain\":\"sold.guru\",\"class\":\"PREMIUM_GURU_A\",\"price\":\"999.99\"}]");

    ParsedAnswer answer =
        sandbox.call(
            "CheckDomains",
            "DOMAIN0=free.guru",
            "DOMAIN1=gone.guru",
            "DOMAIN2=dear.guru",
            "DOMAIN3=not a name",
            "DOMAIN4=a.nosuchzone",
            "DOMAIN5=sold.guru",
            "PREMIUMCHANNELS=*");

    assertThat(answer.all("DOMAINCHECK"))
        .containsExactly(
            "210 Available",
            "211 Domain name not available",
            "211 Premium Domain name available [PREMIUM]",
            "505 Invalid attribute value syntax",
            "549 Command failed; DOMAIN is in no zone that is offered",
            "211 Premium Domain name not available [PREMIUM]");
    assertThat(answer.all("CLASS"))
        .containsExactly("", "", "PREMIUM_GURU_A", "", "", "PREMIUM_GURU_A");
    assertThat(answer.all("PRICE")).containsExactly("", "", "999.99", "", "", "");
    assertThat(answer.all("CURRENCY")).containsExactly("", "", "USD", "", "", "");
    assertThat(answer.all("REASON")).containsExactly("", "", "Premium Domain Name", "", "", "");
    assertThat(answer.properties()).containsKey("PREMIUMCHANNEL");
    new Registry(sandbox).profile("B");
    assertThat(sandbox.call("CheckDomains", "DOMAIN0=a.nosuchzone").first("DOMAINCHECK"))
        .isEqualTo("541 Invalid attribute value; DOMAIN is in no zone that is offered");
  }

  @Test
  void showsTheClaimOfANameOnlyWhenAskedForIt() {
    registry("{\"domain\":\"brand.shop\",\"owner\":\"FREE\",\"claims\":true}");

    assertThat(sandbox.call("CheckDomain", "DOMAIN=brand.shop", "PHASE=claims").all("CLAIMKEY"))
        .hasSize(1);
    assertThat(sandbox.call("CheckDomain", "DOMAIN=brand.shop").all("CLAIMKEY")).isEmpty();
    assertThat(sandbox.call("CheckDomain", "DOMAIN=plain.shop", "PHASE=claims").all("CLAIMKEY"))
        .isEmpty();
    assertThat(sandbox.call("CheckDomain", "DOMAIN=brand.shop", "PHASE=sunrise").code())
        .isEqualTo(549);
  }

  @Test
  void recognisesAPremiumNameByItsReason() {
    registry("{\"domain\":\"dear.com\",\"owner\":\"FREE\",\"price\":500}");

    assertThat(sandbox.call("CheckDomain", "DOMAIN=dear.com").code()).isEqualTo(211);
    assertThat(sandbox.call("CheckDomain", "DOMAIN=dear.com").all("REASON")).hasSize(1);
  }

  @Test
  void predictsWhetherARegistrationWouldBeAccepted() {
    ParsedAnswer answer =
        sandbox.call(
            "CheckDomainRegistration", RawRequest.registration("new.com", "NAMESERVER0=ns1.b.net"));

    assertThat(answer.says()).isEqualTo("218 Request is available");
    assertThat(answer.first("OWNERCONTACT")).isEqualTo("P-TUE1378025");
    assertThat(answer.first("REPOSITORY")).isEqualTo("COM-OTE-1API1");
    assertThat(sandbox.get("/sandbox/ledger")).isEqualTo("[]");
    assertThat(sandbox.call("CheckDomain", "DOMAIN=new.com").code()).isEqualTo(210);
  }

  @Test
  void checksAdditionalFieldsUnlessProfileBDoesNotKnowThem() {
    String[] lines = RawRequest.registration("x.ca", "X-CA-LEGALTYPE=CCT", "X-CA-LANGUAGE=EN");

    assertThat(sandbox.call("CheckDomainRegistration", lines).code()).isEqualTo(218);
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"B\"}");
    assertThat(sandbox.call("CheckDomainRegistration", lines).says())
        .isEqualTo("503 Invalid attribute name; X-CA-LEGALTYPE");
    assertThat(sandbox.call("CheckDomainRegistration", RawRequest.registration("x.ca")).code())
        .isEqualTo(218);
    assertThat(sandbox.call("AddDomain", RawRequest.registration("x.ca")).code()).isEqualTo(504);
    assertThat(sandbox.call("AddDomain", lines).code()).isEqualTo(200);
  }

  @Test
  void predictsTheRefusalOfAnUnknownNameServer() {
    assertThat(
            sandbox
                .call(
                    "CheckDomainRegistration",
                    RawRequest.registration("new.com", "NAMESERVER0=ns1.unknown.example"))
                .says())
        .isEqualTo("541 Invalid attribute value; NAMESERVER0 is not known to the registry");
  }

  @Test
  void predictsARefusal() {
    sandbox.call("AddDomain", RawRequest.registration("mine.com"));
    registry("{\"domain\":\"theirs.com\",\"owner\":\"OTHER_REGISTRAR\"}");

    assertThat(sandbox.call("CheckDomainRegistration", RawRequest.registration("mine.com")).code())
        .isEqualTo(540);
    assertThat(
            sandbox.call("CheckDomainRegistration", RawRequest.registration("theirs.com")).code())
        .isEqualTo(540);
    assertThat(sandbox.call("CheckDomainRegistration", RawRequest.registration("x.ca")).says())
        .isEqualTo("504 Missing required attribute; X-CA-LEGALTYPE");
  }
}
