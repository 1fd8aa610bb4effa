package io.domainflow.sandbox.command.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactCommandsTest {

  private static final String[] DATA = {
    "FIRSTNAME=Test",
    "LASTNAME=Contact",
    "STREET=Samplestreet 42",
    "ZIP=123456",
    "CITY=Samplecity",
    "COUNTRY=DE",
    "PHONE=+49.1234567890",
    "EMAIL=test@example.com"
  };

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  @Test
  void usesAnIdenticalContactAgain() {
    ParsedAnswer first = sandbox.call("AddContact", DATA);
    ParsedAnswer second = sandbox.call("AddContact", DATA);
    ParsedAnswer forced = sandbox.call("AddContact", RawRequest.join(DATA, new String[] {"NEW=1"}));

    assertThat(first.first("NEW")).isEqualTo("1");
    assertThat(second.first("NEW")).isEqualTo("0");
    assertThat(second.first("CONTACT")).isEqualTo(first.first("CONTACT"));
    assertThat(forced.first("CONTACT")).isNotEqualTo(first.first("CONTACT"));
    assertThat(sandbox.get("/sandbox/ledger").split("\"seq\"", -1)).hasSize(3);
    assertThat(sandbox.get("/sandbox/ledger"))
        .contains("\"charged\":\"0.00\"", "\"EMAIL\":\"***\"")
        .doesNotContain("Samplestreet");
  }

  @Test
  void reportsWhatAContactIs() {
    String handle = sandbox.call("AddContact", DATA).first("CONTACT");
    ParsedAnswer contact = sandbox.call("StatusContact", "CONTACT=" + handle);

    assertThat(contact.first("NAME")).isEqualTo("Test Contact");
    assertThat(contact.first("STREET")).isEqualTo("Samplestreet 42");
    assertThat(contact.first("ORGANIZATION")).isEmpty();
    assertThat(sandbox.call("StatusContact", "CONTACT=P-NOBODY1").code()).isEqualTo(545);
    assertThat(
            sandbox
                .callAs("test.user2", "test.passw0rd2", "StatusContact", "CONTACT=" + handle)
                .code())
        .isEqualTo(531);
  }

  @Test
  void changesWhatIsGivenOfAContact() {
    String handle = sandbox.call("AddContact", DATA).first("CONTACT");

    ParsedAnswer answer =
        sandbox.call(
            "ModifyContact", "CONTACT=" + handle, "FIRSTNAME=Newname", "STREET=Newstreet 42");

    assertThat(answer.says()).isEqualTo("200 Command completed successfully");
    ParsedAnswer contact = sandbox.call("StatusContact", "CONTACT=" + handle);
    assertThat(contact.first("NAME")).isEqualTo("Newname Contact");
    assertThat(contact.all("STREET")).containsExactly("Newstreet 42");
    assertThat(contact.first("CITY")).isEqualTo("Samplecity");
    assertThat(sandbox.get("/sandbox/ledger")).contains("ModifyContact").doesNotContain("Newname");
    assertThat(sandbox.call("ModifyContact", "CONTACT=" + handle, "EMAIL=").says())
        .isEqualTo("504 Missing required attribute; EMAIL");
    assertThat(sandbox.call("ModifyContact", "CONTACT=P-NOBODY1", "CITY=Ulm").code())
        .isEqualTo(545);
    assertThat(
            sandbox
                .callAs(
                    "test.user2", "test.passw0rd2", "ModifyContact", "CONTACT=" + handle, "CITY=U")
                .code())
        .isEqualTo(531);
  }

  @ParameterizedTest
  @CsvSource({"A, 506", "B, 541"})
  void cannotBypassAChangeOfRegistrant(String profile, int code) {
    new Registry(sandbox).profile(profile);
    String handle = sandbox.call("AddContact", DATA).first("CONTACT");
    String[] contacts = {
      "OWNERCONTACT0=" + handle, "ADMINCONTACT0=", "TECHCONTACT0=", "BILLINGCONTACT0="
    };
    sandbox.call("AddDomain", RawRequest.join(new String[] {"DOMAIN=owned.de"}, contacts));
    String contact = "CONTACT=" + handle;

    assertThat(sandbox.call("ModifyContact", contact, "LASTNAME=Heir").code()).isEqualTo(200);
    sandbox.call("AddDomain", RawRequest.join(new String[] {"DOMAIN=owned.com"}, contacts));
    assertThat(sandbox.call("ModifyContact", contact, "LASTNAME=Buyer").code()).isEqualTo(code);
    assertThat(sandbox.call("ModifyContact", contact, "CITY=Ulm").code()).isEqualTo(200);
  }

  @Test
  void deletesAContactNobodyUses() {
    String handle = sandbox.call("AddContact", DATA).first("CONTACT");

    assertThat(sandbox.call("DeleteContact", "CONTACT=" + handle).says())
        .isEqualTo("200 Command completed successfully");

    assertThat(sandbox.call("StatusContact", "CONTACT=" + handle).code()).isEqualTo(545);
    assertThat(sandbox.call("DeleteContact", "CONTACT=" + handle).says())
        .isEqualTo("545 Object not found");
    assertThat(sandbox.call("AddContact", DATA).first("CONTACT")).isNotEqualTo(handle);
    assertThat(sandbox.get("/sandbox/ledger"))
        .contains("\"command\":\"DeleteContact\"", "\"" + handle + "\"");
    assertThat(
            sandbox
                .call("QueryObjectLogList", "OBJECTID=" + handle, "ORDERBY=LOGDATE")
                .all("OPERATIONTYPE"))
        .containsExactly("CREATE", "DELETE");
  }

  @Test
  void keepsAContactThatIsUsed() {
    String handle = sandbox.call("AddContact", DATA).first("CONTACT");
    sandbox.call(
        "AddDomain",
        "DOMAIN=used.com",
        "OWNERCONTACT0=" + handle.toLowerCase(Locale.ROOT),
        "ADMINCONTACT0=",
        "TECHCONTACT0=",
        "BILLINGCONTACT0=");

    assertThat(sandbox.call("DeleteContact", "CONTACT=" + handle).says())
        .isEqualTo("506 Object is in use");
    assertThat(
            sandbox
                .callAs("test.user2", "test.passw0rd2", "DeleteContact", "CONTACT=" + handle)
                .code())
        .isEqualTo(531);
    assertThat(sandbox.call("StatusContact", "CONTACT=" + handle).code()).isEqualTo(200);
  }

  @Test
  void keepsAContactOfAnApplicationUntilItHasFailed() {
    sandbox.control(
        "POST",
        "/sandbox/registry",
        """
        {"domain":"dear.com","owner":"FREE","class":"PREMIUM_A","price":10,
         "next":[{"command":"AddDomainApplication","after":"P2D","outcome":"FAILED"}]}
        """);
    String handle = sandbox.call("AddContact", DATA).first("CONTACT");
    sandbox.call(
        "AddDomainApplication",
        "DOMAIN=dear.com",
        "CLASS=PREMIUM_A",
        "PERIOD=1Y",
        "OWNERCONTACT0=P-TUE1378025",
        "TECHCONTACT0=" + handle);

    assertThat(sandbox.call("DeleteContact", "CONTACT=" + handle).code()).isEqualTo(506);
    sandbox.control("POST", "/sandbox/clock", "{\"advance\":\"P2D\"}");
    assertThat(sandbox.call("DeleteContact", "CONTACT=" + handle).code()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "0, '', '504 Missing required attribute; FIRSTNAME'",
    "7, '', '504 Missing required attribute; EMAIL'",
    "7, EMAIL=nobody, '505 Invalid attribute value syntax; EMAIL'",
    "6, PHONE=0301234, '505 Invalid attribute value syntax; PHONE'",
    "5, COUNTRY=Germany, '505 Invalid attribute value syntax; COUNTRY'",
    "0, CONTACT=P-MINE1, '549 Command failed; CONTACT is not offered by the sandbox'"
  })
  void refusesAnIncompleteContact(int line, String instead, String says) {
    String[] lines = DATA.clone();
    lines[line] = instead.isEmpty() ? "TITLE=" : instead;

    assertThat(sandbox.call("AddContact", lines).says()).isEqualTo(says);
  }
}
