package io.domainflow.sandbox.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferQueriesTest {

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    for (String name : List.of("one.com", "two.net", "three.org")) {
      registry.elsewhere(
          name,
          name.equals("two.net")
              ? "\"zone\":{\"transferConfirmation\":\"ICANN-FOA-REQUEST\"}"
              : "\"age\":\"P900D\"");
      sandbox.call("TransferDomain", "DOMAIN=" + name, "AUTH=secret1");
    }
    registry.name("leaving.com", "\"owner\":\"OURS\"");
    registry.happen("leaving.com", "OUTGOING_REQUESTED");
    registry.name("traded.com", "\"owner\":\"OURS\"");
    registry.happen("traded.com", "TRADE_REQUESTED_ELSEWHERE");
  }

  @Test
  void listIncomingTransfers() {
    ParsedAnswer list = sandbox.call("QueryTransferList", "LIMIT=2");

    assertThat(list.all("DOMAIN")).containsExactly("one.com", "three.org");
    assertThat(list.first("TOTAL")).isEqualTo("3");
    assertThat(list.all("USER")).containsOnly("test.user");
    assertThat(list.properties().keySet())
        .contains("CREATEDDATE", "DOMAINUMLAUT", "PARENTUSER", "PEERUSER");
    assertThat(sandbox.call("QueryTransferList", "DOMAIN=*.net").all("DOMAIN"))
        .containsExactly("two.net");
    assertThat(sandbox.call("QueryTransferList", "MINCREATEDDATE=2999-01-01").all("DOMAIN"))
        .isEmpty();
    assertThat(sandbox.callAs("test.user2", "test.passw0rd2", "QueryTransferList").first("TOTAL"))
        .isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "ALL, 'leaving.com,traded.com'",
    "SELF, leaving.com",
    "TRADE, traded.com",
    "SUBUSER, ''"
  })
  void listOutgoingTransfersAndTrades(String target, String expected) {
    ParsedAnswer list = sandbox.call("QueryForeignTransferList", "TARGET=" + target, "WIDE=1");

    assertThat(String.join(",", list.all("DOMAIN"))).isEqualTo(expected);
    assertThat(list.all("STATUS")).allMatch("PENDING"::equals);
  }

  @Test
  void listWhatIsUnderWayInOneCall() {
    ParsedAnswer in =
        sandbox.call(
            "QueryDomainList",
            "VERSION=2",
            "PROPERTIES=TRANSFER",
            "TRANSFER-DIRECTION=IN",
            "FIRST=1",
            "LIMIT=2");

    assertThat(in.all("OBJECTID")).containsExactly("three.org", "two.net");
    assertThat(in.all("TRANSFER-STATUS")).containsExactly("REQUESTED", "INITIATED");
    assertThat(in.all("TRANSFER-OLDREGISTRAR")).containsOnly("Other Registrar, Inc.");
    assertThat(in.all("TRANSFER-NEWREGISTRAR")).containsOnly("1api GmbH");
    assertThat(in.all("TRANSFER-CREATEDDATE")).hasSize(2);
    assertThat(in.first("TOTAL")).isEqualTo("3");
    assertThat(
            sandbox
                .call("QueryDomainList", "VERSION=2", "PROPERTIES=TRANSFER")
                .all("TRANSFER-DIRECTION"))
        .containsExactly("OUT", "IN", "IN", "TRADE", "IN");

    registry.advance("P6D");
    assertThat(
            sandbox
                .call(
                    "QueryDomainList", "VERSION=2", "PROPERTIES=TRANSFER", "TRANSFER-DIRECTION=IN")
                .all("OBJECTID"))
        .as("what has ended is gone")
        .containsExactly("two.net");
  }

  @Test
  void haveThePropertiesOfTheDocumentedStatus() {
    ParsedAnswer status = sandbox.call("StatusDomainTransfer", "DOMAIN=two.net");

    assertThat(status.code()).isEqualTo(200);
    assertThat(status.first("TRANSFERSTATUS")).isEqualTo("INITIATED");
    assertThat(status.first("TRANSFERLOG"))
        .isEqualTo(status.first("CREATEDDATE") + " [INITIATED] domain transfer initiated");
    assertThat(status.first("UPDATEDDATE")).isEqualTo(status.first("CREATEDDATE"));
    assertThat(status.first("REPOSITORY")).isEqualTo("NET-OTE-1API1");
    assertThat(status.first("OLD-REGISTRAR")).isEqualTo("Other Registrar, Inc.");
    assertThat(sandbox.call("StatusDomainTransfer", "DOMAIN=leaving.com").first("TRANSFERTYPE"))
        .isEqualTo("OUTGOING");
    assertThat(
            sandbox
                .callAs("test.user2", "test.passw0rd2", "StatusDomainTransfer", "DOMAIN=two.net")
                .code())
        .isEqualTo(545);
    assertThat(sandbox.call("StatusDomainTransfer", "DOMAIN=none.com").code()).isEqualTo(545);
  }

  @Test
  void haveTheNameServersThatWereRequested() {
    registry.elsewhere("four.de", "\"zone\":{\"transferPending\":\"P5D\"}");
    String[] servers = {"NAMESERVER0=ns1.example.net", "NAMESERVER1=ns2.example.net"};
    sandbox.call(
        "TransferDomain",
        RawRequest.join(new String[] {"DOMAIN=four.de", "AUTH=secret1"}, servers));

    assertThat(sandbox.call("StatusDomainTransfer", "DOMAIN=four.de").all("NAMESERVER"))
        .containsExactly("ns1.example.net", "ns2.example.net");
    assertThat(sandbox.call("StatusDomainTransfer", "DOMAIN=two.net").properties())
        .doesNotContainKey("NAMESERVER");
    registry.profile("B");
    assertThat(sandbox.call("StatusDomainTransfer", "DOMAIN=four.de").properties())
        .doesNotContainKey("NAMESERVER");
  }

  @ParameterizedTest
  @CsvSource({"A, 552", "B, 545"})
  void sendTheMailAgain(String profile, int code) {
    registry.profile(profile);

    assertThat(resend("two.net")).isEqualTo(200);
    assertThat(registry.get("/sandbox/mailbox?to=old@example.org").findValuesAsText("kind"))
        .contains("TRANSFER_CONFIRMATION", "TRANSFER_CONFIRMATION");
    assertThat(sandbox.call("StatusDomainTransfer", "DOMAIN=two.net").all("TRANSFERLOG"))
        .filteredOn(line -> line.contains("[EMAIL_SENT]"))
        .hasSize(2);
    assertThat(resend("traded.com")).isEqualTo(200);
    assertThat(resend("one.com")).isEqualTo(code);
    assertThat(resend("none.com")).isEqualTo(545);
  }

  private int resend(String domain) {
    return sandbox.call("ResendDomainTransferConfirmationEmails", "DOMAIN=" + domain).code();
  }

  private ParsedAnswer activate(String domain, String action, String trigger) {
    return sandbox.call(
        "ActivateDomainTransfer", "DOMAIN=" + domain, "ACTION=" + action, "TRIGGER=" + trigger);
  }

  private String trigger(String domain) {
    String text = "";
    for (JsonNode mail : registry.get("/sandbox/mailbox")) {
      text = mail.get("domain").textValue().equals(domain) ? mail.get("text").textValue() : text;
    }
    return text.replaceAll("(?s).*Trigger: ([0-9]+).*", "$1");
  }

  @ParameterizedTest
  @CsvSource({"REQUEST, INBOUND_TRANSFER PENDING", "DENY, INBOUND_TRANSFER FAILED"})
  void takeTheTriggerOfTheMail(String action, String logged) {
    assertThat(activate("two.net", action, "1").says())
        .isEqualTo("541 Invalid attribute value; TRIGGER");
    assertThat(activate("one.com", action, "1").code()).isEqualTo(545);

    assertThat(activate("two.net", action, trigger("two.net")).code()).isEqualTo(200);
    assertThat(registry.log("two.net")).startsWith(logged);
  }

  @Test
  void takeTheTriggerOfATrade() {
    registry.profile("B");
    assertThat(activate("traded.com", "APPROVE", "1").code()).isEqualTo(545);
    assertThat(activate("traded.com", "APPROVE", trigger("traded.com")).code()).isEqualTo(200);

    ParsedAnswer name = sandbox.call("StatusDomain", "DOMAIN=traded.com");
    assertThat(
            sandbox.call("StatusContact", "CONTACT=" + name.first("OWNERCONTACT")).first("EMAIL"))
        .isEqualTo("else@example.org");
  }

  @Test
  void knowThePolicyOfTheZone() {
    registry.name(
        "special.com",
        "\"zone\":{\"repository\":\"COM-TEST\",\"registrantChangeBy\":\"TRADE\","
            + "\"transferConfirmation\":\"ICANN-FOA-REQUEST\",\"transferPeriods\":[\"1Y\",\"2Y\"],"
            + "\"transferPending\":\"P7D\"}");

    ParsedAnswer options =
        sandbox.call("QueryDomainOptions", "DOMAIN0=special.com", "DOMAIN1=plain.de");
    assertThat(options.all("REPOSITORY")).containsExactly("COM-TEST", "DE-OTE-1API1");
    assertThat(options.all("ZONETRANSFERPERIODS")).containsExactly("1Y,2Y", "1Y");
    assertThat(options.all("ZONEPOLICYREGISTRANTNAMECHANGEBY")).containsExactly("TRADE", "UPDATE");
    assertThat(options.all("ZONEPOLICYDOMAINTRANSFERREQUESTCONFIRMATION"))
        .containsExactly("ICANN-FOA-REQUEST", "");
    ParsedAnswer info = sandbox.call("QueryDomainRepositoryInfo", "DOMAIN=special.com");
    assertThat(info.first("REGISTRYTRANSFERPENDINGPERIOD")).isEqualTo("7d");
    assertThat(info.first("REGISTRYTRANSFEREXPIREACTION")).isEqualTo("ACK");
    assertThat(info.first("ZONERENEWALACCOUNTINGPERIOD")).isEqualTo("-5d");
    assertThat(sandbox.call("QueryDomainRepositoryInfo", "DOMAIN=none.nosuchzone").code())
        .isEqualTo(541);
  }

  @Test
  void haveARowForEachNameEvenInNoZone() {
    String[] asked = {"DOMAIN0=x.com", "DOMAIN1=x.nosuchzone", "DOMAIN2=x.de"};

    ParsedAnswer options = sandbox.call("QueryDomainOptions", asked);
    assertThat(options.properties().values()).allSatisfy(cells -> assertThat(cells).hasSize(3));
    assertThat(options.all("REPOSITORY")).element(1).isEqualTo("");
    assertThat(options.all("REPOSITORY").get(2)).isEqualTo("DE-OTE-1API1");
    assertThat(options.all("CATEGORY")).containsExactly("ICANN,gTLD", "", "ccTLD");
    assertThat(options.all("REGISTRYEXPLICITRENEWAL")).containsExactly("YES", "", "YES");
    assertThat(options.first("ZONEDELETIONRESTORABLEPERIOD")).isEqualTo("30d");
    assertThat(options.first("ZONERENEWALPAYMENTPERIOD")).endsWith("d");
    assertThat(sandbox.call("QueryDomainOptions", "DOMAIN0=x.nosuchzone").all("REPOSITORY"))
        .containsExactly("");
    registry.profile("B");
    assertThat(sandbox.call("QueryDomainOptions", asked).code()).isEqualTo(541);
    assertThat(sandbox.call("QueryDomainOptions", "DOMAIN0=x.com").properties())
        .doesNotContainKeys("CATEGORY", "ZONEDELETIONRESTORABLEPERIOD");
  }

  @ParameterizedTest
  @CsvSource({"A, WHOISTRUSTEE", "B, X-ACCEPT-WHOISTRUSTEE-TAC X-ACCEPT-WHOISTRUSTEELITE-TAC"})
  void knowWhereAnAgentMayActForTheRegistrant(String profile, String proxy) {
    registry.profile(profile);

    assertThat(
            sandbox
                .call("QueryDomainOptions", "DOMAIN0=x.com", "DOMAIN1=x.de", "DOMAIN2=x.shop")
                .all("X-PROXY"))
        .containsExactly(proxy, "", "");
    assertThat(sandbox.call("QueryDomainRepositoryInfo", "DOMAIN=x.com").first("X-PROXY"))
        .isEqualTo("X-ACCEPT-WHOISTRUSTEE-TAC X-ACCEPT-WHOISTRUSTEELITE-TAC");
  }
}
