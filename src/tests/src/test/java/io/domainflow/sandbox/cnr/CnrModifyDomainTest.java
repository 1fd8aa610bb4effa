package io.domainflow.sandbox.cnr;

import static io.domainflow.sandbox.cnr.CnrRegistrant.CNR;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.build.BothReadings;
import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names at CentralNic Reseller are changed and deleted. */
class CnrModifyDomainTest {

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
  void changesAName() {
    registry.name("ours.com", CNR + ",\"transferLock\":true");
    CnrAnswer changed =
        sandbox.cnr(
            "ModifyDomain",
            "DOMAIN=ours.com",
            "NAMESERVER0=a.example.net",
            "TRANSFERLOCK=0",
            "ADDSTATUS0=clientHold",
            "X-WHOIS-PRIVACY=1",
            "AUTH=n3w",
            "DNSSECDSDATA0=1 13 2 ab",
            "DOMAINTAG0=red",
            "DOMAINTAG1=blue");

    assertThat(changed.says()).isEqualTo("200 Command completed successfully");
    CnrAnswer name = sandbox.cnr("StatusDomain", "DOMAIN=ours.com");
    assertThat(name.all("nameserver")).containsExactly("a.example.net");
    assertThat(name.all("status")).containsExactly("ACTIVE", "clientHold");
    assertThat(name.first("transfer lock")).isEqualTo("0");
    assertThat(name.first("x-whois-privacy")).isEqualTo("1");
    assertThat(name.first("auth")).isEqualTo("n3w");
    assertThat(name.all("dnssecdsdata")).containsExactly("1 13 2 ab");
    assertThat(name.all("domaintag")).containsExactly("red", "blue");

    sandbox.cnr("ModifyDomain", "DOMAIN=ours.com", "DELSTATUS0=clientHold", "DNSSECDELALL=1");
    sandbox.cnr("ModifyDomain", "DOMAIN=ours.com", "AUTH=AUTO", "DOMAINTAG0=");
    name = sandbox.cnr("StatusDomain", "DOMAIN=ours.com");
    assertThat(name.all("status")).containsExactly("ACTIVE");
    assertThat(name.properties()).doesNotContainKeys("dnssecdsdata", "domaintag");
    assertThat(name.first("auth")).isNotEqualTo("n3w").isNotEqualTo("AUTO");
    assertThat(sandbox.cnr("ModifyDomain", "DOMAIN=ours.com", "TRIGGERFOA=1").says())
        .isEqualTo("503 Invalid attribute name; TRIGGERFOA");
  }

  @Test
  void anEmptyEntryClearsAList() {
    registry.name("ours.com", CNR);
    sandbox.cnr("ModifyDomain", "DOMAIN=ours.com", "NAMESERVER0=", "TECHCONTACT0=");

    CnrAnswer name = sandbox.cnr("StatusDomain", "DOMAIN=ours.com");
    assertThat(name.all("nameserver")).isEmpty();
    assertThat(name.all("techcontact")).isEmpty();
    assertThat(name.all("admincontact")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "A, 503 Invalid attribute name; ",
    "B, 541 Invalid attribute value",
  })
  void refusesPrivacyWhereTheZoneHasNoneInTheWordsOfTheCall(String profile, String refusal) {
    registry.profile(profile);
    registry.name("ours.de", CNR);

    for (String word : List.of("X-WHOIS-PRIVACY", "X-WHOISPRIVACY")) {
      String expected = refusal + (profile.equals("A") ? " " + word : "");
      assertThat(registrant.register("new.de", word + "=1").says()).isEqualTo(expected);
      assertThat(modify("ours.de", word + "=1").says()).isEqualTo(expected);
      assertThat(
              sandbox
                  .cnr(
                      "AddDomainApplication",
                      "DOMAIN=new.de",
                      "CLASS=GOLIVE",
                      "OWNERCONTACT0=" + registrant.contact(),
                      word + "=1")
                  .says())
          .isEqualTo(expected);
    }
    assertThat(registrant.register("new.de", "X-WHOISPRIVACY=0").code()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"A, DEFAULT", "B, AUTOEXPIRE"})
  void showsTheModeThatNobodyHasSet(String profile, String mode) {
    registry.profile(profile);
    registry.post(
        "/sandbox/accounts",
        "{\"login\":\"test.user\",\"platform\":\"CNR\",\"renewalMode\":\"AUTOEXPIRE\"}");
    registry.elsewhere("theirs.com", "");

    assertThat(registrant.register("new.com").first("renewalmode")).isEqualTo(mode);
    sandbox.cnr("TransferDomain", "DOMAIN=theirs.com", "AUTH=secret1");
    registry.advance("P6D");
    assertThat(sandbox.cnr("QueryDomainList", "WIDE=1").all("renewalmode"))
        .containsExactly(mode, mode);
    assertThat(sandbox.cnr("StatusRegistrar", "REGISTRAR=test.user").first("renewalmode"))
        .isEqualTo("AUTOEXPIRE");
  }

  @ParameterizedTest
  @CsvSource({"A, 504, 545, 503", "B, 541, 541, 541"})
  void refusesWhatANameCannotHave(String profile, int few, int missing, int privacy) {
    registry.profile(profile);
    registry.name("two.com", CNR + ",\"zone\":{\"minNameservers\":2}");
    registry.name("ours.shop", CNR);

    assertThat(modify("two.com", "NAMESERVER0=ns1.example.net").code()).isEqualTo(few);
    assertThat(modify("two.com", "NAMESERVER0=a.example.net", "NAMESERVER1=ns.two.com").code())
        .isEqualTo(missing);
    assertThat(modify("ours.shop", "X-WHOIS-PRIVACY=1").code()).isEqualTo(privacy);
    assertThat(modify("ours.shop", "X-WHOISPRIVACY=0").code()).isEqualTo(200);
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=two.com").first("x-whois-privacy"))
        .isEqualTo("0");
    registry.name("bare.shop", CNR);
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=bare.shop").properties())
        .doesNotContainKey("x-whois-privacy");
  }

  @BothReadings(alwaysBoth = true)
  void anUpdateCanWaitForTheRegistry(String profile) {
    registry.profile(profile);
    registry.name(
        "slow.com",
        CNR
            + ",\"next\":[{\"command\":\"ModifyDomain\",\"after\":\"P1D\","
            + "\"outcome\":\"SUCCESSFUL\"}]");

    CnrAnswer answer = modify("slow.com", "NAMESERVER0=a.example.net");
    assertThat(answer.pending()).isTrue();
    assertThat(answer.properties()).isEmpty();
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=slow.com").all("nameserver"))
        .doesNotContain("a.example.net");
    registry.advance("P1DT1M");

    CnrAnswer name = sandbox.cnr("StatusDomain", "DOMAIN=slow.com");
    assertThat(name.all("nameserver")).containsExactly("a.example.net");
    assertThat(name.first("updated date")).isNotEqualTo(name.first("created date"));
    assertThat(sandbox.cnr("QueryDomainList", "WIDE=1").first("domain updated date"))
        .isEqualTo(name.first("updated date"));
    CnrAnswer events = sandbox.cnr("QueryEventList", "CLASS=DOMAIN_MODIFICATION");
    assertThat(events.all(profile.equals("A") ? "eventsubclass" : "subclass"))
        .containsExactly("MODIFICATION_SUCCESSFUL");
  }

  private CnrAnswer modify(String domain, String... lines) {
    return sandbox.cnr("ModifyDomain", RawRequest.join(new String[] {"DOMAIN=" + domain}, lines));
  }

  @Test
  void deletesAtOnce() {
    registry.name("ours.com", CNR);

    assertThat(sandbox.cnr("DeleteDomain", "DOMAIN=ours.com", "ACTION=LATER").code())
        .isEqualTo(541);
    assertThat(sandbox.cnr("DeleteDomain", "DOMAIN=ours.com", "ACTION=INSTANT").says())
        .isEqualTo("200 Command completed successfully");
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=ours.com").code()).isEqualTo(545);
    assertThat(sandbox.cnr("CheckDomain", "DOMAIN=ours.com").code()).isEqualTo(211);
  }
}
