package io.domainflow.sandbox.cnr;

import static io.domainflow.sandbox.cnr.CnrRegistrant.CNR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names at CentralNic Reseller are registered or applied for, and read afterwards. */
class CnrAddDomainTest {

  private SandboxServer sandbox;
  private Registry registry;
  private CnrRegistrant registrant;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    registrant = new CnrRegistrant(sandbox);
  }

  @Test
  void registersANameAndShowsItWhole() {
    String handle = registrant.contact();
    CnrAnswer added =
        sandbox.cnr(
            "AddDomain",
            "DOMAIN=müller.com",
            "PERIOD=2",
            "OWNERCONTACT0=" + handle,
            "ADMINCONTACT0=" + handle,
            "TECHCONTACT0=" + handle,
            "BILLINGCONTACT0=" + handle,
            "NAMESERVER0=ns1.example.net",
            "NAMESERVER1=ns2.example.net",
            "AUTH=s3cret",
            "TRANSFERLOCK=1",
            "X-WHOISPRIVACY=1",
            "DNSSEC0=257 3 13 abc",
            "DOMAINTAG0=blue");

    assertThat(added.says()).isEqualTo("200 Command completed successfully");
    assertThat(added.first("status")).isEqualTo("ACTIVE");
    CnrAnswer name = sandbox.cnr("StatusDomain", "DOMAIN=xn--mller-kva.com", "SHOWCONTACTDATA=1");
    assertThat(name.properties().keySet())
        .contains(
            "auth",
            "created by",
            "created date",
            "domain",
            "domain idn",
            "paiduntil date",
            "registrar",
            "registration expiration date",
            "renewal date",
            "renewalmode",
            "roid",
            "transfer lock",
            "transfermode",
            "updated by",
            "updated date",
            "zone");
    assertThat(name.properties()).doesNotContainKey("column");
    assertThat(name.first("domain idn")).isEqualTo("müller.com");
    assertThat(name.first("registrar")).isEqualTo("test.user");
    assertThat(name.first("zone")).isEqualTo("com");
    assertThat(name.first("auth")).isEqualTo("s3cret");
    assertThat(name.all("status")).containsExactly("ACTIVE", "clientTransferProhibited");
    assertThat(name.all("nameserver")).containsExactly("ns1.example.net", "ns2.example.net");
    assertThat(name.first("ownercontact")).isEqualTo(handle);
    assertThat(name.first("ownercontactfirstname")).isEqualTo("Ada");
    assertThat(name.first("ownercontactstreet0")).isEqualTo("Main Street 1");
    assertThat(name.first("x-whois-privacy")).isEqualTo("1");
    assertThat(name.first("dnssec")).isEqualTo("257 3 13 abc");
    assertThat(name.first("domaintag")).isEqualTo("blue");
    assertThat(name.first("registration expiration date"))
        .endsWith(".0")
        .isEqualTo(name.first("paiduntil date"));
    assertThat(registry.charged("xn--mller-kva.com")).isEqualTo("24.00");
  }

  @Test
  void registersWithContactsInLine() {
    CnrAnswer added =
        sandbox.cnr(
            "AddDomain",
            RawRequest.join(
                new String[] {"DOMAIN=inline.com"}, RawRequest.contact("OWNERCONTACT0", "ACME")));

    assertThat(added.code()).isEqualTo(200);
    assertThat(
            sandbox
                .cnr("StatusDomain", "DOMAIN=inline.com", "SHOWCONTACTDATA=1")
                .first("ownercontactorganization"))
        .isEqualTo("ACME");
  }

  @Test
  void refusesWhatCannotBeRegistered() {
    registry.elsewhere("taken.com", "");

    assertThat(registrant.register("taken.com").says())
        .isEqualTo("540 Attribute value is not unique");
    assertThat(registrant.register("free.nosuchtld").says())
        .isEqualTo("541 Invalid attribute value");
    assertThat(sandbox.cnr("AddDomain", "DOMAIN=free.com").says())
        .isEqualTo("504 Missing required attribute; OWNERCONTACT0");
    assertThat(registrant.register("free.com", "RENEWALMODE=AUTORENEW").says())
        .isEqualTo("503 Invalid attribute name; RENEWALMODE");
    assertThat(registrant.register("free.com", "X-CA-LEGAL-TYPE=CCO").says())
        .isEqualTo("503 Invalid attribute name; X-CA-LEGAL-TYPE");
    assertThat(registrant.register("free.ca", "X-CA-LEGAL-TYPE=CCO").code()).isEqualTo(200);
    assertThat(registrant.register("free.com", "PERIOD=1y").says())
        .isEqualTo("505 Invalid attribute value syntax; PERIOD");
    registry.profile("B");
    assertThat(registrant.register("taken.com").says()).isEqualTo("554 Object already registered");
  }

  @Test
  void saysThatARegistrationIsNotComplete() {
    String next =
        "\"owner\":\"FREE\",\"next\":[{\"command\":\"AddDomain\",\"after\":\"P1D\","
            + "\"outcome\":\"SUCCESSFUL\"}]";
    registry.name("slow.com", next);
    CnrAnswer added = registrant.register("slow.com");

    assertThat(added.first("status")).isEqualTo("REQUESTED");
    assertThat(added.pending()).isTrue();
    registry.advance("P2D");
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=slow.com").first("status")).isEqualTo("ACTIVE");

    registry.profile("B");
    registry.name("slower.com", next);
    assertThat(registrant.register("slower.com").pending()).isFalse();
  }

  @Test
  void isAnotherRegistrarForThePlatformBesideIt() {
    registry.name("hexonet.com", "\"owner\":\"OURS\"");
    registry.name("cnr.com", CNR);
    registry.name("other.com", "\"owner\":\"OTHER_ACCOUNT\"," + CNR);

    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=cnr.com").code()).isEqualTo(200);
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=hexonet.com").says())
        .isEqualTo("545 Entity reference not found");
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=other.com").says())
        .isEqualTo("531 Authorization failed");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=cnr.com").code()).isEqualTo(545);
    assertThat(sandbox.call("StatusDomain", "DOMAIN=hexonet.com").code()).isEqualTo(200);
    assertThat(sandbox.call("CheckDomainTransfer", "DOMAIN=cnr.com").first("REGISTRAR"))
        .isEqualTo("Key-Systems GmbH");
  }

  @ParameterizedTest
  @CsvSource({
    "hk, X-ACCEPT-NSCHANGE=0",
    "de, X-DE-GENERAL-REQUEST=mailto:ada@example.net",
    "de, X-DE-ABUSE-CONTACT=mailto:ada@example.net",
    "it, X-IT-NATIONALITY=IT",
    "fr, X-FR-WALDEC=W751234567",
    "yt, X-FR-NOPREZONECHECK=1",
    "dk, X-DK-USER-TYPE=PERSON",
  })
  void takesTheFieldsThatTheModulesKnow(String tld, String field) {
    assertThat(registrant.register("new." + tld, field).code()).isEqualTo(200);
    assertThat(registrant.register("new.com", field).says())
        .isEqualTo("503 Invalid attribute name; " + field.substring(0, field.indexOf('=')));
  }

  @Test
  void takesTheClassThatTheModuleSendsForSwiss() {
    assertThat(
            sandbox
                .cnr(
                    "AddDomainApplication",
                    "DOMAIN=early.swiss",
                    "CLASS=SWISS-GOLIVE",
                    "X-SWISS-UID=CHE-123.456.789",
                    "OWNERCONTACT0=" + registrant.contact())
                .first("status"))
        .isEqualTo("REQUESTED");
    registry.advance("P21D");
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=early.swiss").code()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"A, PT0S, 1, 1", "A, PT10M, 0, 0", "B, PT0S, 0, 1", "B, PT10M, 0, 0"})
  void listsAnApplicationLate(String profile, String late, int atOnce, int afterFiveMinutes) {
    registry.profile(profile);
    registry.post("/sandbox/lists", "{\"late\": \"" + late + "\"}");
    sandbox.cnr(
        "AddDomainApplication",
        "DOMAIN=early.swiss",
        "CLASS=GOLIVE",
        "OWNERCONTACT0=" + registrant.contact());

    assertThat(sandbox.cnr("QueryDomainApplicationList").all("application")).hasSize(atOnce);
    registry.advance("PT5M");
    assertThat(sandbox.cnr("QueryDomainApplicationList").all("application"))
        .hasSize(afterFiveMinutes);
    registry.advance("PT10M");
    assertThat(sandbox.cnr("QueryDomainApplicationList").all("application")).hasSize(1);
  }

  @Test
  void takesApplicationsOfEachPhase() {
    String handle = registrant.contact();
    String[] lines = {"DOMAIN=early.swiss", "CLASS=GOLIVE", "OWNERCONTACT0=" + handle};
    CnrAnswer applied = sandbox.cnr("AddDomainApplication", lines);

    assertThat(applied.first("status")).isEqualTo("REQUESTED");
    String number = applied.first("application");
    assertThat(sandbox.cnr("StatusDomainApplication", "APPLICATION=" + number).first("domain"))
        .isEqualTo("early.swiss");
    assertThat(sandbox.cnr("QueryDomainApplicationList", "WIDE=1").all("class"))
        .containsExactly("GOLIVE");
    assertThat(
            sandbox
                .cnr("AddDomainApplication", "DOMAIN=x.com", "CLASS=ANY", "OWNERCONTACT0=" + handle)
                .code())
        .isEqualTo(541);
    assertThat(sandbox.call("StatusDomainApplication", "APPLICATION=" + number).code())
        .isEqualTo(531);
    registry.advance("P21D");
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=early.swiss").code()).isEqualTo(200);
  }

  @Test
  void showsWhatItDidUnderTheLoginAndThePlatform() {
    registrant.register("shown.com");
    JsonNode ledger = registry.get("/sandbox/ledger?domain=shown.com").get(0);
    JsonNode request = registry.get("/sandbox/requests?domain=shown.com").get(0);
    JsonNode name = registry.get("/sandbox/registry?domain=shown.com").get("names").get(0);

    for (JsonNode row : List.of(ledger, request, name)) {
      assertThat(row.get("account").textValue()).isEqualTo("test.user");
      assertThat(row.get("platform").textValue()).isEqualTo("CNR");
    }
    registry.post(
        "/sandbox/accounts",
        "{\"login\":\"test.user\",\"platform\":\"CNR\",\"balance\":\"1.00\",\"creditLimit\":0}");
    assertThat(registrant.register("dear.com").says()).isEqualTo("546 Credit limit exceeded");
    assertThat(sandbox.call("StatusAccount").first("AMOUNT")).isEqualTo("1000000.00");
  }
}
