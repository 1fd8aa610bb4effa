package io.domainflow.sandbox.command.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The DNS zones that accounts keep at the registrar. */
class DnsZoneTest {

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    registry.name("ours.com", "\"owner\":\"OURS\"");
  }

  private ParsedAnswer zone(String command, String... lines) {
    return sandbox.call(command, RawRequest.join(new String[] {"DNSZONE=ours.com."}, lines));
  }

  private String records(String... lines) {
    return String.join(" | ", zone("QueryDNSZoneRRList", lines).all("RR"));
  }

  /** As on the registrar's pages. */
  @Test
  void areCreatedChangedAndDeleted() {
    assertThat(zone("CreateDNSZone", "RR0=@ IN NS ns1", "RR1=www IN A 192.168.0.1").code())
        .isEqualTo(200);
    assertThat(zone("CreateDNSZone").says()).isEqualTo("540 Attribute value is not unique; zone");
    ParsedAnswer status = zone("StatusDNSZone");
    assertThat(status.first("RRSTOTAL")).isEqualTo("3");
    assertThat(status.first("WWWTARGETTYPE")).isEqualTo("A");

    assertThat(
            zone(
                    "UpdateDNSZone",
                    "RR0=@ IN NS nameserver1",
                    "RR1=ours.com. 3600 IN A 192.168.0.1",
                    "RR2=ours.com. 3600 IN A 192.168.0.1",
                    "RR3=*.ours.com. 3600 IN A 10.10.0.1",
                    "DELRR0=@ 3600 IN A 192.168.0.1",
                    "ADDRR0=ours.com. 3600 IN A 192.168.0.2",
                    "SOASERIAL=2009021000")
                .first("SOASERIAL"))
        .isEqualTo("2009021000");
    assertThat(zone("UpdateDNSZone", "INCSERIAL=1").first("SOASERIAL")).isEqualTo("2009021001");
    assertThat(records("SHORT=1"))
        .isEqualTo(
            "@ 3600 IN SOA ns1.ours.com. hostmaster.ours.com. 2009021001 86400 7200 360000 172800"
                + " | @ 3600 IN NS nameserver1 | * 3600 IN A 10.10.0.1 | @ 3600 IN A 192.168.0.2");
    assertThat(records("RRTYPE=NS")).isEqualTo("ours.com. 3600 IN NS nameserver1");
    assertThat(zone("UpdateDNSZone", "ADDRR0=@ IN A 192.168.0.2").description())
        .endsWith("duplicate record [ours.com. 3600 IN A 192.168.0.2]");

    ParsedAnswer list = sandbox.call("QueryDNSZoneList", "WIDE=1", "DNSZONE=ours*");
    assertThat(list.all("DNSZONE")).containsExactly("ours.com.");
    assertThat(list.first("DNSZONERRSTOTAL")).isEqualTo("4");
    assertThat(zone("DeleteDNSZone").code()).isEqualTo(200);
    assertThat(zone("DeleteDNSZone").code()).isEqualTo(545);
  }

  /** As the registrar's WHMCS module empties a zone, and keeps forwardings in it. */
  @Test
  void loseAllRecordsOfATypeAndShowForwardingsWhenAskedTo() {
    zone("CreateDNSZone", "RR0=@ IN NS ns1", "RR1=www IN A 1.2.3.4", "RR2=@ 600 IN A 1.2.3.4");
    assertThat(
            zone(
                    "UpdateDNSZone",
                    "EXTENDED=1",
                    "RESOLVETTLCONFLICTS=1",
                    "DELRR0=% A",
                    "DELRR1=% MX",
                    "ADDRR0=shop X-HTTP REDIRECT https://example.net/")
                .code())
        .isEqualTo(200);

    assertThat(records("SHORT=1")).endsWith("| @ 3600 IN NS ns1");
    assertThat(records("SHORT=1", "EXTENDED=1"))
        .endsWith("| shop 3600 IN X-HTTP REDIRECT https://example.net/");
  }

  /** As acme.sh proves control of a name, with everything in the URL. */
  @Test
  void acceptAndLoseATextWithAndWithoutQuotes() {
    zone("CreateDNSZone");
    zone("UpdateDNSZone", "ADDRR0=_acme-challenge.www IN TXT abc-_1");

    assertThat(records("RRTYPE=TXT"))
        .isEqualTo("_acme-challenge.www.ours.com. 3600 IN TXT \"abc-_1\"");
    assertThat(
            zone("QueryDNSZoneRRList", "RR=_acme-challenge.www IN TXT \"abc-_1\"").first("TOTAL"))
        .isEqualTo("1");
    zone("UpdateDNSZone", "DELRR0=_acme-challenge.www IN TXT \"abc-_1\"");
    assertThat(records("RRTYPE=TXT")).isEmpty();
  }

  /** As DNSControl changes a record: it removes the line that it has read. */
  @Test
  void loseTheVeryLineTheyShow() {
    zone("CreateDNSZone", "RR0=@ 300 IN TXT \"v=spf1  include:a\" \"b\"", "RR1=www A 1.2.3.4");
    assertThat(sandbox.call("QueryDNSZoneList").all("DNSZONE")).containsExactly("ours.com.");

    String line = zone("QueryDNSZoneRRList", "SHORT=1", "EXTENDED=0").all("RR").get(1);
    assertThat(line).isEqualTo("@ 300 IN TXT \"v=spf1  include:a\" \"b\"");
    zone("UpdateDNSZone", "INCSERIAL=1", "DELRR0=" + line, "ADDRR0=@ 300 IN MX 10 mx.ours.com.");
    assertThat(records("SHORT=1"))
        .endsWith("| www 3600 IN A 1.2.3.4 | @ 300 IN MX 10 mx.ours.com.");
  }

  @ParameterizedTest
  @CsvSource({
    "CreateDNSZone, DNSZONE=nobody.com., 541",
    "CreateDNSZone, DNSZONE=nobody.com.|EXTERNAL=1, 200",
    "CreateDNSZone, DNSZONE=no name, 505",
    "CreateDNSZone, DNSZONE=new.com|EXTERNAL=1|RR0=nonsense, 505",
    "CreateDNSZone, DNSZONE=new.com|EXTERNAL=1|RR0=www.other.com. IN A 1.2.3.4, 505",
    "CreateDNSZone, DNSZONE=new.com|EXTERNAL=1|ZONEMODE=SLAVE, 549",
    "UpdateDNSZone, DNSZONE=nobody.com.|INCSERIAL=1, 545",
    "UpdateDNSZone, DNSZONE=theirs.com.|INCSERIAL=1, 531",
    "UpdateDNSZone, DNSZONE=ours.com|DELRR0=www, 505",
    "UpdateDNSZone, DNSZONE=ours.com|DELRR0=www IN A, 200",
    "StatusDNSZone, DNSZONE=theirs.com., 531",
    "StatusDNSZone, DNSZONE=nobody.com., 545"
  })
  void areRefusedWithAReason(String command, String lines, int code) {
    zone("CreateDNSZone");
    sandbox.callAs(
        "test.user2", "test.passw0rd2", "CreateDNSZone", "DNSZONE=theirs.com.", "EXTERNAL=1");

    assertThat(sandbox.call(command, lines.split("\\|")).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"A, 545", "B, 549"})
  void haveNoRecordsWhereThereIsNone(String profile, int code) {
    registry.profile(profile);

    assertThat(zone("QueryDNSZoneRRList").code()).isEqualTo(code);
    sandbox.call("ModifyDomain", "DOMAIN=ours.com", "NAMESERVER0=ns1.example.net", "INTERNALDNS=1");
    assertThat(zone("QueryDNSZoneRRList").first("TOTAL")).isEqualTo("1");
  }
}
