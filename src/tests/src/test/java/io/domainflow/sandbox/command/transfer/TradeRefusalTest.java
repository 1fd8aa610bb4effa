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

class TradeRefusalTest {

  private static final String OWNER = "OWNERCONTACT0=P-TUE1378025";
  private static final String NEW = "X-CONFIRM-DA-NEW-REGISTRANT=1";
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

  private ParsedAnswer trade(String domain, String... lines) {
    return sandbox.call(
        "TradeDomain", RawRequest.join(new String[] {"DOMAIN=" + domain, OWNER, NEW}, lines));
  }

  private ParsedAnswer status(String domain) {
    return sandbox.call("StatusDomain", "DOMAIN=" + domain);
  }

  private boolean traded(String domain) {
    return status(domain).first("OWNERCONTACT").equals("P-TUE1378025");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A||504 Missing required attribute; X-CONFIRM-DA-NEW-REGISTRANT",
        "A|X-CONFIRM-DA-NEW-REGISTRANT=|504 Missing required attribute; X-CONFIRM-DA-NEW-REGISTRANT",
        "A|X-CONFIRM-DA-NEW-REGISTRANT=0|505 Invalid attribute value syntax; X-CONFIRM-DA-NEW-REGISTRANT",
        "B|X-CONFIRM-DA-NEW-REGISTRANT=0|504 Missing required attribute; X-CONFIRM-DA-NEW-REGISTRANT",
        "A|X-CONFIRM-DA-NEW-REGISTRANT=2|541 Invalid attribute value; X-CONFIRM-DA-NEW-REGISTRANT"
      })
  void needsTheNewRegistrantsAgreement(String profile, String line, String says) {
    registry.profile(profile);
    String[] lines = line == null ? new String[0] : new String[] {line};

    ParsedAnswer answer =
        sandbox.call(
            "TradeDomain", RawRequest.join(new String[] {"DOMAIN=ours.com", OWNER}, lines));

    assertThat(answer.says()).isEqualTo(says);
    assertThat(registry.get("/sandbox/ledger")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "none.com, ACTION=request, 545, Object not found",
    "others.com, ACTION=request, 531, Authorization failed",
    "ours.com, ACTION=undo, 541, ACTION",
    "ours.com, ADMINCONTACT0=P-NOBODY1, 545, ADMINCONTACT0",
    "ours.com, NAMESERVER0=ns1.unknown.example, 541, NAMESERVER0 is not known to the registry",
    "ours.com, SUBUSER=me, 549, SUBUSER is not offered by the sandbox",
    "ours.com, X-CA-LEGALTYPE=CCT, 503, X-CA-LEGALTYPE",
    "ours.com, NOSUCH=1, 503, NOSUCH",
    "by-registry.com, ACTION=REQUEST, 549, the registrant is changed at the registry only",
    "anew.com, ACTION=REQUEST, 549, the name has to be deleted and registered again"
  })
  void refuses(String domain, String line, int code, String text) {
    registry.name("others.com", "\"owner\":\"OTHER_ACCOUNT\"");
    registry.name("by-registry.com", "\"zone\":{\"registrantChangeBy\":\"REGISTRY\"}");
    registry.name("anew.com", "\"zone\":{\"registrantChangeBy\":\"NEWREG\"}");

    ParsedAnswer answer = trade(domain, line);

    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.description()).endsWith(text);
  }

  @Test
  void needsAnOwner() {
    assertThat(sandbox.call("TradeDomain", "DOMAIN=ours.com", NEW).says())
        .isEqualTo("504 Missing required attribute; OWNERCONTACT0");
  }

  @ParameterizedTest
  @CsvSource({"A, 506", "B, 219"})
  void refusesToChangeNothingOrWhatAnUpdateWouldChange(String profile, int code) {
    registry.profile(profile);
    String[] address =
        new String[] {
          "OWNERCONTACT0FIRSTNAME=Old",
          "OWNERCONTACT0LASTNAME=Holder",
          "OWNERCONTACT0STREET0=New Street 2",
          "OWNERCONTACT0ZIP=20095",
          "OWNERCONTACT0CITY=Hamburg",
          "OWNERCONTACT0COUNTRY=DE",
          "OWNERCONTACT0PHONE=+49.401234567",
          "OWNERCONTACT0EMAIL=old@example.org"
        };

    ParsedAnswer unchanged =
        sandbox.call(
            "TradeDomain", RawRequest.join(new String[] {"DOMAIN=ours.com", NEW, OLD}, address));
    registry.name("ours.de", "\"owner\":\"OURS\"");
    ParsedAnswer update = trade("ours.de", OLD);

    assertThat(unchanged.code()).isEqualTo(code);
    assertThat(unchanged.description())
        .endsWith("Registrant remains unchanged; trade is only allowed for change of registrant");
    assertThat(update.code()).isEqualTo(code);
    assertThat(update.description()).endsWith("please use UPDATE method");
    assertThat(registry.get("/sandbox/ledger")).isEmpty();
    // To the letter: another spelling is another registrant.
    address[7] = "OWNERCONTACT0EMAIL=Old@example.org";
    assertThat(
            sandbox
                .call(
                    "TradeDomain",
                    RawRequest.join(new String[] {"DOMAIN=ours.com", NEW, OLD}, address))
                .code())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"A, 552", "B, 549"})
  void isRefusedForTheStateOfTheName(String profile, int code) {
    registry.profile(profile);
    registry.name("held.com", "\"owner\":\"OURS\"");
    registry.happen("held.com", "HOLD");
    registry.name("expired.com", "\"owner\":\"OURS\",\"expires\":\"-P3D\"");
    registry.name("leaving.com", "\"owner\":\"OURS\"");
    registry.happen("leaving.com", "OUTGOING_REQUESTED");

    assertThat(trade("held.com", OLD).code()).isEqualTo(code);
    assertThat(trade("held.com", OLD).description())
        .endsWith("the name is on hold (serverTransferProhibited)");
    assertThat(trade("expired.com", OLD).code()).isEqualTo(code);
    assertThat(trade("expired.com", OLD).description()).endsWith("the name has expired");
    assertThat(trade("leaving.com", OLD).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"A, 505", "B, 200"})
  void hasNoOptOutAtAfnic(String profile, int code) {
    registry.profile(profile);
    registry.name(
        "ours.fr",
        "\"zone\":{\"repository\":\"AFNIC-OTE-1API1\",\"registrantChangeBy\":\"ICANN-TRADE\"}");

    assertThat(trade("ours.fr", OLD, OPT_OUT).code()).isEqualTo(code);
    if (code == 200) {
      assertThat(traded("ours.fr")).as("in real time, as without the parameter").isTrue();
    } else {
      assertThat(trade("ours.fr", OLD).code()).isEqualTo(200);
    }
  }

  @Test
  void needsCredit() {
    registry.name("dear.com", "\"zone\":{\"tradePrice\":\"25.00\"}");
    registry.post(
        "/sandbox/accounts", "{\"login\":\"test.user\",\"balance\":\"24.99\",\"creditLimit\":0}");

    assertThat(trade("dear.com", OLD).code()).isEqualTo(546);
    assertThat(traded("dear.com")).isFalse();
  }
}
