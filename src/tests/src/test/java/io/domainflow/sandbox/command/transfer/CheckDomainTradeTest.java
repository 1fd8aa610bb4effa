package io.domainflow.sandbox.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDomainTradeTest {

  private static final String OWNER = "OWNERCONTACT0=P-TUE1378025";
  private static final String NEW = "X-CONFIRM-DA-NEW-REGISTRANT=1";
  private static final String OLD = "X-CONFIRM-DA-OLD-REGISTRANT=1";

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    registry.name("ours.com", "\"owner\":\"OURS\",\"nameservers\":[\"ns1.old.example\"]");
  }

  private ParsedAnswer check(String domain, String... lines) {
    return sandbox.call(
        "CheckDomainTrade", RawRequest.join(new String[] {"DOMAIN=" + domain, OWNER, NEW}, lines));
  }

  @Test
  void saysThatAChangeIsPossibleAndWhatWouldBe() {
    ParsedAnswer answer = check("ours.com", OLD);

    assertThat(answer.says()).isEqualTo("218 Request is available");
    assertThat(answer.first("ACTION")).isEqualTo("check");
    assertThat(answer.first("MODE")).isEqualTo("full");
    assertThat(answer.first("POLICYAPPROVECONFIRMATION")).isEqualTo("REALTIME");
    assertThat(answer.first("TRADEWITHINREPOSITORY")).isEqualTo("1");
    assertThat(answer.first("REPOSITORY")).isEqualTo("COM-OTE-1API1");
    assertThat(answer.first("OWNERCONTACT")).isEqualTo("P-TUE1378025");
    assertThat(answer.first("OLD-OWNERCONTACT")).isNotEqualTo("P-TUE1378025");
    assertThat(answer.first("OLD-REGISTRANTDETAILS")).isEqualTo("Old Holder, Berlin, DE");
    assertThat(answer.first("OLD-STATUS")).isEqualTo("ACTIVE");
    assertThat(answer.all("NAMESERVER")).containsExactly("ns1.old.example");
    assertThat(answer.properties().keySet()).doesNotContain("AUTH");
  }

  @Test
  void changesAndCostsNothing() {
    registry.name("dear.com", "\"zone\":{\"tradePrice\":\"25.00\"}");
    registry.post("/sandbox/accounts", "{\"login\":\"test.user\",\"balance\":0}");
    JsonNode before = state();

    ParsedAnswer answer =
        sandbox.call(
            "CheckDomainTrade",
            RawRequest.join(
                new String[] {"DOMAIN=dear.com", NEW, OLD, "NAMESERVER0=ns1.new.example"},
                RawRequest.contact("OWNERCONTACT0", "New Org")));

    assertThat(answer.code()).isEqualTo(218);
    assertThat(answer.first("OWNERCONTACT")).isEmpty();
    assertThat(answer.all("NAMESERVER")).containsExactly("ns1.new.example");
    assertThat(state()).isEqualTo(before);
  }

  /** The whole state, except the record of requests. */
  private JsonNode state() {
    ObjectNode state = (ObjectNode) registry.get("/sandbox/export");
    return state.without(List.of("requests", "settings"));
  }

  @ParameterizedTest
  @CsvSource({"A, 1", "B, 0"})
  void saysWhoHasToConfirm(String profile, int stated) {
    registry.profile(profile);

    assertThat(check("ours.com").code()).isEqualTo(218);
    assertThat(check("ours.com").all("POLICYAPPROVECONFIRMATION"))
        .hasSize(stated)
        .allMatch("ICANN-TRADE-CONFIRMATION-OLD-REGISTRANT"::equals);
  }

  @ParameterizedTest
  @CsvSource({"A, 219", "B, 552"})
  void saysWhatProhibitsIt(String profile, int code) {
    registry.profile(profile);
    registry.name("held.com", "\"owner\":\"OURS\"");
    registry.happen("held.com", "HOLD");
    registry.name("ours.de", "\"owner\":\"OURS\"");
    registry.name("same.com", "\"owner\":\"OURS\"");
    sandbox.call("TradeDomain", "DOMAIN=same.com", OWNER, NEW, OLD);

    assertThat(check("held.com", OLD).code()).isEqualTo(code);
    assertThat(check("held.com", OLD).description())
        .endsWith("the name is on hold (serverTransferProhibited)");
    assertThat(check("ours.de").says())
        .isEqualTo("219 Request is not available; please use UPDATE method");
    assertThat(check("same.com", OLD).says())
        .isEqualTo(
            "219 Request is not available; Registrant remains unchanged; trade is only allowed for"
                + " change of registrant");
    sandbox.call("TradeDomain", "DOMAIN=ours.com", OWNER, NEW);
    assertThat(check("ours.com", OLD).code()).isEqualTo(code);
    assertThat(check("ours.com", OLD).description()).endsWith("a trade is pending");
    assertThat(check("ours.com", OLD).first("OLD-STATUS")).isEqualTo("ACTIVE");
  }

  @ParameterizedTest
  @CsvSource({
    "none.com, ACTION=request, 545, Object not found",
    "others.com, ACTION=request, 531, Authorization failed",
    "ours.com, ACTION=undo, 541, ACTION",
    "ours.com, MODE=HALF, 541, MODE",
    "ours.com, X-REQUEST-OPT-OUT-TRANSFERLOCK=2, 541, X-REQUEST-OPT-OUT-TRANSFERLOCK",
    "ours.com, ADMINCONTACT0=P-NOBODY1, 545, ADMINCONTACT0",
    "ours.com, X-CA-LEGALTYPE=CCT, 503, X-CA-LEGALTYPE"
  })
  void refuses(String domain, String line, int code, String text) {
    registry.name("others.com", "\"owner\":\"OTHER_ACCOUNT\"");

    ParsedAnswer answer = check(domain, line);

    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.description()).endsWith(text);
  }

  @Test
  void looksAtTheNameAloneWithPrecheck() {
    ParsedAnswer answer = sandbox.call("CheckDomainTrade", "DOMAIN=ours.com", "MODE=PRECHECK");

    assertThat(answer.code()).isEqualTo(218);
    assertThat(answer.first("MODE")).isEqualTo("precheck");
    assertThat(sandbox.call("CheckDomainTrade", "DOMAIN=ours.com", OWNER).says())
        .isEqualTo("504 Missing required attribute; X-CONFIRM-DA-NEW-REGISTRANT");
    assertThat(sandbox.call("CheckDomainTrade", "DOMAIN=ours.com", NEW).says())
        .isEqualTo("504 Missing required attribute; OWNERCONTACT0");
  }

  @Test
  void saysWhetherThereIsATradeToCancel() {
    assertThat(sandbox.call("CheckDomainTrade", "DOMAIN=ours.com", "ACTION=cancel").code())
        .isEqualTo(219);
    sandbox.call("TradeDomain", "DOMAIN=ours.com", OWNER, NEW);

    assertThat(sandbox.call("CheckDomainTrade", "DOMAIN=ours.com", "ACTION=cancel").code())
        .isEqualTo(218);
    assertThat(sandbox.call("StatusDomainTrade", "DOMAIN=ours.com").first("TRANSFERSTATUS"))
        .isEqualTo("REQUESTED");
  }

  @Test
  void isAsDocumentedForANameBelowLi() {
    registry.name("hexonet-trade.li", "\"owner\":\"OURS\"");

    ParsedAnswer answer = sandbox.call("CheckDomainTrade", "DOMAIN=hexonet-trade.li", OWNER);

    assertThat(answer.code()).isEqualTo(218);
    assertThat(answer.first("POLICYAPPROVECONFIRMATION")).isEqualTo("REALTIME");
    assertThat(answer.first("REPOSITORY")).isEqualTo("SWITCH-OTE-1API1");
  }
}
