package io.domainflow.sandbox.command.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.build.BothReadings;
import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ModifyDomain changes a name, but for its registrant, and keeps what is not mentioned. */
class ModifyDomainTest {

  private SandboxServer sandbox;
  private Registry registry;
  private Reseller reseller;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    reseller = new Reseller(sandbox);
    registry.name("ours.com", "\"owner\":\"OURS\",\"nameservers\":[\"ns1.old.example\"]");
  }

  @Test
  void replacesWhatIsGivenAndKeepsTheRest() {
    ParsedAnswer answer =
        reseller.modify(
            "ours.com",
            "NAMESERVER0=ns1.example.net",
            "NAMESERVER1=ns2.example.net",
            "ADMINCONTACT0=P-TUE1378025",
            "TRANSFERLOCK=1",
            "AUTH=new-code");

    assertThat(answer.says()).isEqualTo("200 Command completed successfully");
    assertThat(answer.pending()).isFalse();
    ParsedAnswer status = reseller.status("ours.com");
    assertThat(status.all("NAMESERVER")).containsExactly("ns1.example.net", "ns2.example.net");
    assertThat(status.first("ADMINCONTACT")).isEqualTo("P-TUE1378025");
    assertThat(status.first("OWNERCONTACT")).isNotEqualTo("P-TUE1378025");
    assertThat(status.first("TRANSFERLOCK")).isEqualTo("1");
    assertThat(status.first("AUTH")).isEqualTo("new-code");
    assertThat(registry.log("ours.com")).containsExactly("MODIFY SUCCESSFUL");
    assertThat(registry.get("/sandbox/ledger").toString()).doesNotContain("new-code");

    reseller.modify("ours.com", "TRANSFERLOCK=0");
    assertThat(reseller.status("ours.com").first("TRANSFERLOCK")).isEqualTo("0");
    assertThat(reseller.status("ours.com").all("NAMESERVER")).hasSize(2);
  }

  /** It is in the documentation as «or NULL». */
  @Test
  void anEmptyEntryClearsAList() {
    reseller.modify("ours.com", "NAMESERVER0=", "TECHCONTACT0=");

    assertThat(reseller.status("ours.com").all("NAMESERVER")).isEmpty();
    assertThat(reseller.status("ours.com").all("TECHCONTACT")).isEmpty();
    assertThat(reseller.status("ours.com").all("BILLINGCONTACT")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"A, 504, 545", "B, 541, 541"})
  void refusesNameServersThatANameCannotHave(String profile, int few, int missing) {
    registry.profile(profile);
    registry.name(
        "two.com", "\"owner\":\"OURS\",\"zone\":{\"minNameservers\":2,\"maxNameservers\":3}");

    assertThat(reseller.modify("two.com", "NAMESERVER0=ns1.example.net").says())
        .startsWith(few + " ");
    assertThat(reseller.modify("two.com", "NAMESERVER0=").says()).endsWith("; NAMESERVER0");
    assertThat(
            reseller
                .modify(
                    "two.com", "ADDNAMESERVER0=ns1.example.net", "ADDNAMESERVER1=ns2.example.net")
                .code())
        .isEqualTo(541);
    assertThat(reseller.modify("two.com", "TRANSFERLOCK=1").code()).isEqualTo(200);
    assertThat(sandbox.call("QueryDomainRepositoryInfo", "DOMAIN=two.com").first("NAMESERVERMIN"))
        .isEqualTo("2");

    assertThat(
            reseller
                .modify("ours.com", "NAMESERVER0=ns1.example.net", "NAMESERVER1=ns.ours.com")
                .says())
        .startsWith(missing + " ")
        .endsWith("; NAMESERVER1");
    sandbox.call("AddNameserver", "NAMESERVER=ns.ours.com", "IPADDRESS0=192.0.2.1");
    assertThat(reseller.modify("ours.com", "NAMESERVER0=NS.ours.com").code()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"A, 541", "B, 200"})
  void takesNoContactInARoleThatTheZoneHasNot(String profile, int code) {
    registry.profile(profile);
    registry.name("roles.com", "\"owner\":\"OURS\",\"zone\":{\"contacts\":[\"TECH\"]}");
    String handle = reseller.status("ours.com").first("ADMINCONTACT");
    List<String> before = reseller.status("roles.com").all("BILLINGCONTACT");

    assertThat(reseller.modify("roles.com", "BILLINGCONTACT0=" + handle).code()).isEqualTo(code);

    assertThat(reseller.status("roles.com").all("BILLINGCONTACT")).isEqualTo(before);
    assertThat(reseller.modify("roles.com", "TECHCONTACT0=" + handle, "BILLINGCONTACT0=").code())
        .isEqualTo(200);
    assertThat(reseller.status("roles.com").all("TECHCONTACT")).containsExactly(handle);
    assertThat(sandbox.call("QueryDomainOptions", "DOMAIN0=roles.com"))
        .satisfies(
            options -> {
              assertThat(options.first("ZONETECHCONTACTSMAX")).isEqualTo("1");
              assertThat(options.first("ZONEBILLINGCONTACTSMAX")).isEqualTo("0");
            });
  }

  @ParameterizedTest
  @CsvSource({"A, 503, ''", "B, 541, 0"})
  void hasPrivacyWhereTheZoneHasIt(String profile, int code, String none) {
    registry.profile(profile);
    registry.name("ours.shop", "\"owner\":\"OURS\"");
    String service = "X-ACCEPT-WHOISTRUSTEE-TAC";

    assertThat(reseller.status("ours.com").first(service)).isEqualTo("0");
    assertThat(reseller.modify("ours.com", service + "=1").code()).isEqualTo(200);
    assertThat(reseller.status("ours.com").first(service)).isEqualTo("1");
    assertThat(listed("ours.com").first(service)).isEqualTo("1");

    assertThat(reseller.modify("ours.shop", service + "=1").code()).isEqualTo(code);
    assertThat(reseller.modify("ours.shop", service + "=0", "TRANSFERLOCK=1").code())
        .isEqualTo(200);
    registry.name("bare.shop", "\"owner\":\"OURS\"");
    assertThat(reseller.status("bare.shop").first(service)).isEqualTo(none);
    assertThat(listed("bare.shop").first(service)).isEqualTo(none);
  }

  private ParsedAnswer listed(String domain) {
    return sandbox.call("QueryDomainList", "VERSION=2", "WIDE=1", "DOMAIN=" + domain);
  }

  @ParameterizedTest
  @CsvSource({"A, true", "B, false"})
  void anUpdateCanWaitForTheRegistry(String profile, boolean marked) {
    registry.profile(profile);
    String next =
        "\"owner\":\"OURS\",\"nameservers\":[],\"next\":[{\"command\":\"ModifyDomain\","
            + "\"after\":\"P1D\",\"outcome\":\"%s\",\"reason\":\"not delegated\"}]";
    registry.name("slow.com", next.formatted("SUCCESSFUL"));
    registry.name("no.com", next.formatted("FAILED"));

    assertThat(reseller.modify("slow.com", "X-ACCEPT-WHOISTRUSTEE-TAC=1").all("STATUS")).isEmpty();
    for (String name : new String[] {"slow.com", "no.com"}) {
      ParsedAnswer answer = reseller.modify(name, "NAMESERVER0=ns1.example.net", "TRANSFERLOCK=1");
      assertThat(answer.code()).isEqualTo(200);
      assertThat(answer.pending()).isEqualTo(marked);
      assertThat(answer.first("STATUS")).isEqualTo("REQUESTEDUPDATE");
      assertThat(
              reseller
                  .modify(name, "NAMESERVER0=ns1.example.net", "TRANSFERLOCK=1")
                  .first("STATUS"))
          .as("sent again")
          .isEqualTo("REQUESTEDUPDATE");
      assertThat(reseller.status(name).all("NAMESERVER")).isEmpty();
      assertThat(reseller.status(name).first("TRANSFERLOCK")).isEqualTo("0");
    }

    registry.advance("P1DT1M");
    assertThat(reseller.status("slow.com").all("NAMESERVER")).containsExactly("ns1.example.net");
    assertThat(reseller.status("slow.com").first("TRANSFERLOCK")).isEqualTo("1");
    assertThat(registry.log("slow.com")).startsWith("MODIFY SUCCESSFUL", "MODIFY PENDING");
    assertThat(reseller.status("no.com").all("NAMESERVER")).isEmpty();
    assertThat(registry.log("no.com")).startsWith("MODIFY FAILED", "MODIFY PENDING");
    assertThat(registry.get("/sandbox/ledger").toString()).doesNotContain("Refund");
  }

  @Test
  void theRegistryCanDecideBefore() {
    registry.name(
        "slow.com",
        "\"owner\":\"OURS\",\"next\":[{\"command\":\"ModifyDomain\",\"after\":\"P9D\","
            + "\"outcome\":\"FAILED\"}]");
    reseller.modify("slow.com", "TECHCONTACT0=P-TUE1378025");
    registry.happen("slow.com", "REGISTRY_GRANTS");

    assertThat(reseller.status("slow.com").all("TECHCONTACT")).containsExactly("P-TUE1378025");
  }

  @Test
  void saysWhenANameWasChangedLast() {
    String before = reseller.status("ours.com").first("UPDATEDDATE");
    registry.advance("P1D");
    reseller.modify("ours.com", "TRANSFERLOCK=1");

    String after = reseller.status("ours.com").first("UPDATEDDATE");
    assertThat(after)
        .isGreaterThan(before)
        .isNotEqualTo(reseller.status("ours.com").first("CREATEDDATE"));
    assertThat(listed("ours.com").first("UPDATEDDATE")).isEqualTo(after);
    assertThat(
            sandbox.call("QueryDomainList", "VERSION=2", "MINUPDATEDDATE=" + after).all("OBJECTID"))
        .contains("ours.com");
  }

  @ParameterizedTest
  @CsvSource({"A, ns1.ispapi.net", "B, ns1[0-9]{3}.ispapi.net"})
  void showsTheServersOfTheRegistrar(String profile, String shown) {
    registry.profile(profile);
    reseller.modify("ours.com", "INTERNALDNS=1", "NAMESERVER0=ns1.ispapi.net");

    assertThat(reseller.status("ours.com").first("NAMESERVER")).matches(shown);
    assertThat(listed("ours.com").first("NAMESERVER")).matches(shown);
    assertThat(sandbox.call("StatusDNSZone", "DNSZONE=ours.com.").code()).isEqualTo(200);
  }

  @Test
  void aNameCanBeSetUpWithRecordsOfDnssecAndFields() {
    registry.name(
        "signed.ca",
        "\"owner\":\"OURS\",\"ds\":[\"1 13 2 AA\",\"2 13 2 BB\"],"
            + "\"fields\":{\"X-CA-LEGALTYPE\":\"CCT\"}");

    assertThat(reseller.status("signed.ca").all("SECDNS-DS"))
        .containsExactly("1 13 2 AA", "2 13 2 BB");
    assertThat(reseller.status("signed.ca").first("X-CA-LEGALTYPE")).isEqualTo("CCT");
    assertThat(reseller.modify("signed.ca", "X-CA-DISCLOSE=1").code()).isEqualTo(200);
    assertThat(reseller.status("signed.ca").first("X-CA-DISCLOSE")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "none.com, TRANSFERLOCK=1, 545, Object not found",
    "others.com, TRANSFERLOCK=1, 531, Authorization failed",
    "ours.com, NAMESERVER0=ns1.unknown.example, 541, NAMESERVER0 is not known to the registry",
    "ours.com, ADMINCONTACT0=P-NOBODY1, 545, ADMINCONTACT0",
    "ours.com, ADDHOST0=ns1.ours.com, 549, ADDHOST0 is not offered by the sandbox",
    "ours.com, NOSUCH=1, 503, NOSUCH"
  })
  void refuses(String domain, String line, int code, String text) {
    registry.name("others.com", "\"owner\":\"OTHER_ACCOUNT\"");

    ParsedAnswer answer = reseller.modify(domain, line);

    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.description()).endsWith(text);
  }

  @ParameterizedTest
  @CsvSource({"A, 544, 553", "B, 552, 552"})
  void refusesNamesOnHoldOrInTransfer(String profile, int held, int leaving) {
    registry.profile(profile);
    registry.name("held.com", "\"owner\":\"OURS\"");
    registry.happen("held.com", "HOLD");
    registry.happen("ours.com", "OUTGOING_REQUESTED");

    assertThat(reseller.modify("held.com", "TRANSFERLOCK=1").code()).isEqualTo(held);
    assertThat(reseller.modify("ours.com", "TRANSFERLOCK=1").code()).isEqualTo(leaving);
    assertThat(reseller.status("held.com").all("STATUS")).contains("serverTransferProhibited");
  }

  @BothReadings(alwaysBoth = true)
  void suspendsANameWithoutHinderingAnything(String profile) {
    registry.profile(profile);

    assertThat(reseller.modify("ours.com", "ADDSTATUS0=clientHold").code()).isEqualTo(200);
    assertThat(reseller.status("ours.com").all("STATUS")).containsExactly("ACTIVE", "clientHold");
    assertThat(reseller.modify("ours.com", "NAMESERVER0=ns1.example.net").code()).isEqualTo(200);
    assertThat(sandbox.call("RenewDomain", "DOMAIN=ours.com").code()).isEqualTo(200);
    assertThat(reseller.modify("ours.com", "ADDSTATUS0=clientTransferProhibited").code())
        .isEqualTo(200);
    assertThat(reseller.status("ours.com").first("TRANSFERLOCK")).isEqualTo("1");
    assertThat(reseller.modify("ours.com", "DELSTATUS0=clientHold").code()).isEqualTo(200);
    assertThat(reseller.status("ours.com").all("STATUS")).doesNotContain("clientHold");
    assertThat(reseller.status("ours.com").first("TRANSFERLOCK")).isEqualTo("1");
    reseller.modify("ours.com", "STATUS0=clientHold");
    assertThat(reseller.status("ours.com").first("TRANSFERLOCK")).isEqualTo("0");
    assertThat(reseller.modify("ours.com", "ADDSTATUS0=serverHold").says())
        .isEqualTo("541 Invalid attribute value; ADDSTATUS");
    registry.happen("ours.com", "HOLD");
    assertThat(reseller.status("ours.com").all("STATUS")).contains("serverTransferProhibited");
  }

  @Test
  void changesSomeOfAList() {
    reseller.modify("ours.com", "NAMESERVER0=ns1.example.net", "NAMESERVER1=ns2.example.net");
    reseller.modify("ours.com", "ADDNAMESERVER0=ns3.example.net", "DELNAMESERVER0=NS1.example.net");
    assertThat(reseller.status("ours.com").all("NAMESERVER"))
        .containsExactly("ns2.example.net", "ns3.example.net");

    String before = reseller.status("ours.com").first("ADMINCONTACT");
    reseller.modify("ours.com", "ADDADMINCONTACT0=P-TUE1378025", "DELADMINCONTACT0=" + before);
    assertThat(reseller.status("ours.com").all("ADMINCONTACT")).containsExactly("P-TUE1378025");
    assertThat(reseller.modify("ours.com", "DELADMINCONTACT0=" + before).says())
        .isEqualTo("541 Invalid attribute value; DELADMINCONTACT");
    assertThat(reseller.modify("ours.com", "ADDTECHCONTACT0=P-NOBODY1").code()).isEqualTo(545);
    assertThat(reseller.modify("ours.com", "ADDNAMESERVER0=ns1.unknown.example").code())
        .isEqualTo(541);
    assertThat(reseller.modify("ours.com", "ADDOWNERCONTACT0=P-TUE1378025").code()).isEqualTo(549);
  }

  @Test
  void keepsTheRecordsOfDnssec() {
    assertThat(reseller.modify("ours.com", "SECDNS-MAXSIGLIFE=0").code()).isEqualTo(200);
    assertThat(reseller.modify("ours.com", "SECDNS-MAXSIGLIFE=").code()).isEqualTo(200);
    assertThat(reseller.status("ours.com").properties()).doesNotContainKey("SECDNS-MAXSIGLIFE");

    reseller.modify(
        "ours.com", "SECDNS-DS0=1 8 2 AA", "SECDNS-DS1=2 8 2 BB", "SECDNS-MAXSIGLIFE=3600");
    assertThat(reseller.status("ours.com").all("SECDNS-DS"))
        .containsExactly("1 8 2 AA", "2 8 2 BB");
    assertThat(reseller.status("ours.com").first("SECDNS-MAXSIGLIFE")).isEqualTo("3600");
    reseller.modify("ours.com", "ADDSECDNS-DS0=3 8 2 CC", "DELSECDNS-DS0=1 8 2 AA");
    assertThat(reseller.status("ours.com").all("SECDNS-DS"))
        .containsExactly("2 8 2 BB", "3 8 2 CC");
    reseller.modify("ours.com", "SECDNS-REMOVE-ALL=1");
    assertThat(reseller.status("ours.com").all("SECDNS-DS")).isEmpty();

    sandbox.call("AddDomain", RawRequest.registration("signed.com", "SECDNS-KEY0=257 3 8 AAAA"));
    assertThat(reseller.status("signed.com").all("SECDNS-KEY")).containsExactly("257 3 8 AAAA");
  }

  @BothReadings(alwaysBoth = true)
  void takesBackTheStatusesItHasTold(String profile) {
    registry.profile(profile);
    reseller.modify("ours.com", "ADDSTATUS0=clientHold");

    assertThat(reseller.modify("ours.com", "STATUS0=ACTIVE", "STATUS1=clientHold").code())
        .isEqualTo(200);
    assertThat(reseller.status("ours.com").all("STATUS")).containsExactly("ACTIVE", "clientHold");
    assertThat(reseller.modify("ours.com", "STATUS0=ACTIVE").code()).isEqualTo(200);
    assertThat(reseller.status("ours.com").all("STATUS")).containsExactly("ACTIVE");
  }
}
