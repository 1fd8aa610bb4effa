package io.domainflow.sandbox.cnr.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DNS zones, forwards and name servers at CentralNic Reseller. */
class CnrDnsTest {

  private static final String ZONE = "DNSZONE=ours.com";

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  private void zone(String... lines) {
    assertThat(sandbox.cnr("AddDNSZone", RawRequest.join(new String[] {ZONE}, lines)).code())
        .isEqualTo(200);
  }

  private CnrAnswer modify(String... lines) {
    return sandbox.cnr("ModifyDNSZone", RawRequest.join(new String[] {ZONE}, lines));
  }

  private List<String> records() {
    return sandbox.cnr("QueryDNSZoneRRList", ZONE).all("rr");
  }

  private CnrAnswer wide() {
    return sandbox.cnr("QueryDNSZoneRRList", ZONE, "WIDE=1", "ORDERBY=type", "LIMIT=10000");
  }

  @Test
  void addsAZoneOnce() {
    assertThat(sandbox.cnr("CheckDNSZone", ZONE).code()).isEqualTo(210);
    assertThat(sandbox.cnr("QueryDNSZoneRRList", ZONE, "FIRST=0", "LIMIT=1").code()).isEqualTo(545);
    zone("SOATTL=33200", "SOASERIAL=0000000000");

    assertThat(sandbox.cnr("CheckDNSZone", "DNSZONE=ours.com.").code()).isEqualTo(211);
    assertThat(sandbox.cnr("AddDNSZone", ZONE).says()).isEqualTo("549 Command failed");
    assertThat(sandbox.cnr("QueryDNSZoneList", "ORDER=ASC").all("dnszone"))
        .containsExactly("ours.com");
    assertThat(sandbox.cnr("StatusDNSZone", ZONE).first("soaserial")).isEqualTo("1");
    assertThat(sandbox.cnr("DeleteDNSZone", ZONE).code()).isEqualTo(200);
    assertThat(sandbox.cnr("CheckDNSZone", ZONE).code()).isEqualTo(210);
    assertThat(sandbox.cnr("AddDNSZone", "DNSZONE=no zone").code()).isEqualTo(541);
  }

  @Test
  void listsZonesInEitherOrder() {
    zone();
    sandbox.cnr("AddDNSZone", "DNSZONE=also.com");

    assertThat(sandbox.cnr("QueryDNSZoneList", "ORDER=ASC", "FIRST=0").all("dnszone"))
        .containsExactly("also.com", "ours.com");
    assertThat(sandbox.cnr("QueryDNSZoneList", "ORDER=DESC").all("dnszone"))
        .containsExactly("ours.com", "also.com");
  }

  @Test
  void isNobodyElses() {
    zone();

    assertThat(
            sandbox
                .cnrAs("test.user2", "test.passw0rd2", "ModifyDNSZone", ZONE, "ADDRR0=a A 1")
                .code())
        .isEqualTo(545);
    assertThat(sandbox.cnrAs("test.user2", "test.passw0rd2", "QueryDNSZoneList").all("dnszone"))
        .isEmpty();
    assertThat(sandbox.cnrAs("test.user2", "test.passw0rd2", "AddDNSZone", ZONE).code())
        .isEqualTo(549);
  }

  @Test
  void keepsRecordsAsAddedAndDeletedOneByOne() {
    zone("RR0=@ 600 IN A 192.0.2.1");
    assertThat(
            modify(
                    "ADDRR0=www 600 IN CNAME ours.com.",
                    "ADDRR1=ours.com. 300 IN MX 10 mail.example.net.",
                    "ADDRR2=sub 600 NS ns1.example.net.",
                    "ADDRR3=_sip._tcp 600 IN SRV 5 6 7 sip.example.net.")
                .code())
        .isEqualTo(200);

    assertThat(records())
        .containsExactly(
            "@ 600 IN A 192.0.2.1",
            "@ 300 IN MX 10 mail.example.net",
            "_sip._tcp 600 IN SRV 5 6 7 sip.example.net",
            "sub 600 IN NS ns1.example.net",
            "www 600 IN CNAME ours.com");
    // As DNSControl deletes: hosts with a dot, an MX without its priority, an NS without IN.
    assertThat(
            modify(
                    "DELRR0=@ 300 IN MX mail.example.net.",
                    "DELRR1=sub 600 NS ns1.example.net.",
                    "DELRR2=_sip._tcp 600 IN SRV 5 6 7 sip.example.net.",
                    "DELRR3=www 601 IN CNAME ours.com.")
                .code())
        .isEqualTo(200);
    assertThat(records()).containsExactly("@ 600 IN A 192.0.2.1", "www 600 IN CNAME ours.com");
    assertThat(modify("RR0=@ 60 IN A 192.0.2.9").code()).isEqualTo(200);
    assertThat(records()).containsExactly("@ 60 IN A 192.0.2.9");
    assertThat(modify("ADDRR0=nonsense").code()).isEqualTo(541);
    assertThat(modify("ADDRR0=a.example.org. 60 IN A 192.0.2.9").code()).isEqualTo(541);
  }

  @Test
  void showsTheirPartsWithWide() {
    zone("RR0=@ 300 IN MX 10 mail.example.net.", "RR1=_s._tcp 600 IN SRV 5 6 7 sip.example.net.");

    CnrAnswer wide = wide();

    assertThat(wide.all("column"))
        .containsExactly("name", "type", "content", "prio", "ttl", "locked");
    assertThat(wide.all("type")).containsExactly("MX", "SRV");
    assertThat(wide.all("content")).containsExactly("10 mail.example.net", "5 6 7 sip.example.net");
    assertThat(wide.all("prio")).containsExactly("10", "5");
    assertThat(wide.all("locked")).containsOnly("0");
    assertThat(wide.first("total")).isEqualTo("2");
    registry.profile("B");
    assertThat(wide().all("content"))
        .containsExactly("10 mail.example.net.", "5 6 7 sip.example.net.");
  }

  @Test
  void showsTextsWithQuotesInAColumnAndWithoutInALine() {
    zone();
    modify("ADDRR0=a 60 IN TXT \"v=spf1 -all\"", "ADDRR1=b 60 IN TXT plain");

    assertThat(wide().all("content")).containsExactly("\"v=spf1 -all\"", "\"plain\"");
    assertThat(records()).containsExactly("a 60 IN TXT v=spf1 -all", "b 60 IN TXT plain");
    registry.profile("B");
    assertThat(wide().all("content")).containsExactly("\"v=spf1 -all\"", "\"plain\"");
    assertThat(records()).containsExactly("a 60 IN TXT \"v=spf1 -all\"", "b 60 IN TXT \"plain\"");
    assertThat(modify("DELRR0=a 60 IN TXT v=spf1 -all", "DELRR1=b 60 IN TXT \"plain\"").code())
        .isEqualTo(200);
    assertThat(records()).isEmpty();
  }

  @Test
  void locksWhatAWebForwardMakes() {
    zone();
    assertThat(
            sandbox
                .cnr(
                    "AddWebFwd",
                    "SOURCE=www.ours.com",
                    "TARGET=https://example.net/",
                    "TYPE=RD",
                    "KEEPURIPATH=1")
                .code())
        .isEqualTo(200);
    assertThat(sandbox.cnr("AddWebFwd", "SOURCE=www.ours.com", "TARGET=x").code()).isEqualTo(540);
    assertThat(sandbox.cnr("AddWebFwd", "SOURCE=www.theirs.com", "TARGET=x").code()).isEqualTo(545);
    assertThat(sandbox.cnr("AddWebFwd", "SOURCE=a.ours.com", "TARGET=x", "TYPE=XX").code())
        .isEqualTo(541);

    CnrAnswer list = sandbox.cnr("QueryWebFwdList", "SOURCE=*ours.com", "WIDE=1");
    assertThat(list.all("source")).containsExactly("www.ours.com");
    assertThat(list.all("target")).containsExactly("https://example.net/");
    assertThat(list.all("type")).containsExactly("rd");
    registry.profile("B");
    assertThat(sandbox.cnr("QueryWebFwdList", "WIDE=1").all("type")).containsExactly("RD");
    registry.profile("A");
    assertThat(wide().all("locked")).containsExactly("1");
    assertThat(modify("DELRR0=" + records().get(0)).code()).isEqualTo(549);
    registry.profile("B");
    assertThat(wide().all("type")).containsExactly("A", "AAAA");
    assertThat(sandbox.cnr("DeleteWebFwd", "SOURCE=www.ours.com").code()).isEqualTo(200);
    assertThat(sandbox.cnr("DeleteWebFwd", "SOURCE=www.ours.com").code()).isEqualTo(545);
    assertThat(records()).isEmpty();
  }

  @Test
  void forwardsMail() {
    zone();
    assertThat(sandbox.cnr("AddMailFwd", "FROM=info@ours.com", "TO=me@example.net").code())
        .isEqualTo(200);
    assertThat(sandbox.cnr("AddMailFwd", "FROM=info@ours.com", "TO=me@example.net").code())
        .isEqualTo(540);
    assertThat(sandbox.cnr("AddMailFwd", "FROM=info@ours.com", "TO=you@example.net").code())
        .isEqualTo(200);
    assertThat(sandbox.cnr("AddMailFwd", "FROM=info", "TO=me@example.net").code()).isEqualTo(541);

    CnrAnswer list = sandbox.cnr("QueryMailFwdList", ZONE);
    assertThat(list.all("from")).containsOnly("info@ours.com");
    assertThat(list.all("to")).containsExactly("me@example.net", "you@example.net");
    assertThat(list.first("total")).isEqualTo("2");
    assertThat(sandbox.cnr("DeleteMailFwd", "FROM=info@ours.com", "TO=me@example.net").code())
        .isEqualTo(200);
    assertThat(sandbox.cnr("DeleteMailFwd", "FROM=info@ours.com", "TO=me@example.net").code())
        .isEqualTo(545);
  }

  @Test
  void keepsHostsBelowOwnNames() {
    registry.name("ours.com", "\"platform\":\"CNR\",\"owner\":\"OURS\"");
    String host = "NAMESERVER=ns1.ours.com";
    assertThat(sandbox.cnr("StatusNameserver", host).says())
        .isEqualTo("545 Entity reference not found");
    assertThat(sandbox.cnr("CheckNameserver", host).code()).isEqualTo(212);

    assertThat(
            sandbox
                .cnr("AddNameserver", host, "IPADDRESS0=192.0.2.1", "IPADDRESS1=192.0.2.2")
                .code())
        .isEqualTo(200);
    assertThat(
            sandbox
                .cnr(
                    "ModifyNameserver",
                    host,
                    "ADDIPADDRESS0=2001:db8::1",
                    "DELIPADDRESS0=192.0.2.2")
                .code())
        .isEqualTo(200);

    CnrAnswer status = sandbox.cnr("StatusNameserver", host);
    assertThat(status.all("ipaddress")).containsExactly("192.0.2.1", "2001:db8::1");
    assertThat(status.first("created by")).isEqualTo("test.user");
    CnrAnswer list = sandbox.cnr("QueryNameserverList", "PARENTDOMAIN=ours.com", "WIDE=1");
    assertThat(list.all("nameserver")).containsExactly("ns1.ours.com");
    assertThat(list.all("ipaddresses")).containsExactly("192.0.2.1, 2001:db8::1");
    assertThat(sandbox.cnr("CheckNameserver", host).code()).isEqualTo(213);
    registry.profile("B");
    assertThat(sandbox.cnr("CheckNameserver", host).code()).isEqualTo(211);
    assertThat(sandbox.cnr("DeleteNameserver", host).code()).isEqualTo(200);
    assertThat(sandbox.cnr("QueryNameserverList").all("nameserver")).isEmpty();
    assertThat(
            sandbox
                .cnr("AddNameserver", "NAMESERVER=ns1.theirs.com", "IPADDRESS0=192.0.2.1")
                .code())
        .isEqualTo(545);
  }
}
