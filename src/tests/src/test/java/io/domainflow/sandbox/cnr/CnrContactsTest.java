package io.domainflow.sandbox.cnr;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contacts at CentralNic Reseller. */
class CnrContactsTest {

  private static final String[] ADA = {
    "FIRSTNAME=Ada",
    "LASTNAME=Example",
    "ORGANIZATION=",
    "STREET0=Main Street 1",
    "STREET1=Back Yard",
    "ZIP=10115",
    "CITY=Berlin",
    "COUNTRY=DE",
    "PHONE=+49.301234567",
    "EMAIL=ada@example.net"
  };

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  @Test
  void givesTheHandleThatIsThere() {
    CnrAnswer first = sandbox.cnr("AddContact", ADA);

    assertThat(first.properties().keySet())
        .containsExactly("contact", "roid", "validated", "verified");
    assertThat(add("PREVERIFY=1").first("verification requested")).isEqualTo("1");
    assertThat(add().first("contact")).isEqualTo(first.first("contact"));
    assertThat(add("NEW=1").first("contact")).isNotEqualTo(first.first("contact"));
    assertThat(add("CHECKONLY=1").properties()).doesNotContainKey("contact");
    assertThat(add("X-VERIFICATION-DATA0=email").code()).isEqualTo(200);
    assertThat(sandbox.cnr("AddContact", "FIRSTNAME=Ada").says())
        .isEqualTo("504 Missing required attribute; LASTNAME");
    assertThat(add("CONTACT=P-MINE1").says()).isEqualTo("503 Invalid attribute name; CONTACT");
  }

  @Test
  void showsChangesListsAndDeletesAContact() {
    String handle = add().first("contact");
    CnrAnswer shown = sandbox.cnr("StatusContact", "CONTACT=" + handle);

    assertThat(shown.all("street")).containsExactly("Main Street 1", "Back Yard");
    assertThat(shown.first("organization")).isEmpty();
    assertThat(shown.first("verified")).isEqualTo("0");
    assertThat(sandbox.cnr("ModifyContact", "CONTACT=" + handle, "CITY=Bonn").code())
        .isEqualTo(200);
    CnrAnswer list = sandbox.cnr("QueryContactList", "WIDE=1", "CITY=Bonn");
    assertThat(list.all("contact")).containsExactly(handle);
    assertThat(list.all("city")).containsExactly("Bonn");
    assertThat(list.all("street")).containsExactly("Main Street 1, Back Yard");
    assertThat(sandbox.cnr("CheckContact", "CONTACT=" + handle).says())
        .isEqualTo("215 Contact not available");
    assertThat(
            sandbox
                .cnr("CheckContacts", "CONTACT0=" + handle, "CONTACT1=P-NOBODYS")
                .all("contactcheck"))
        .containsExactly("215 Contact not available", "214 Contact available");
    assertThat(sandbox.cnr("DeleteContact", "CONTACT=" + handle).code()).isEqualTo(200);
    assertThat(sandbox.cnr("CheckContact", "CONTACT=" + handle).says())
        .isEqualTo("214 Contact available");
    assertThat(sandbox.cnr("StatusContact", "CONTACT=" + handle).says())
        .isEqualTo("545 Entity reference not found");
  }

  @Test
  void asksForAVerification() {
    String handle = "CONTACT=" + add().first("contact");
    CnrAnswer asked =
        sandbox.cnr("ModifyContact", handle, "CITY=Bonn", "CHECKONLY=1", "PREVERIFY=1");

    assertThat(asked.says())
        .isEqualTo("200 Command completed successfully; Verification requested");
    assertThat(asked.first("validated")).isEqualTo("1");
    assertThat(asked.first("verification requested")).isEqualTo("1");
    assertThat(sandbox.cnr("StatusContact", handle).first("city")).isEqualTo("Berlin");
    assertThat(sandbox.cnr("ModifyContact", handle, "CITY=Bonn", "VALIDATION=1").properties())
        .containsOnlyKeys("validated", "verified");
    assertThat(sandbox.cnr("StatusContact", handle).first("city")).isEqualTo("Bonn");
    assertThat(sandbox.cnr("ModifyContact", "CONTACT=P-NOBODYS", "CHECKONLY=1").code())
        .isEqualTo(545);
  }

  @Test
  void hasNothingOfTheOtherPlatformsAndKeepsWhatIsUsed() {
    String handle = add().first("contact");
    sandbox.cnr("AddDomain", "DOMAIN=used.com", "OWNERCONTACT0=" + handle);

    assertThat(sandbox.cnr("DeleteContact", "CONTACT=" + handle).code()).isEqualTo(506);
    assertThat(sandbox.cnr("StatusContact", "CONTACT=P-TUE1378025").code()).isEqualTo(545);
    assertThat(sandbox.call("StatusContact", "CONTACT=" + handle).code()).isEqualTo(545);
    assertThat(
            sandbox
                .cnrAs("test.user2", "test.passw0rd2", "StatusContact", "CONTACT=" + handle)
                .code())
        .isEqualTo(531);
    String change = "LASTNAME=Other";
    assertThat(sandbox.cnr("ModifyContact", "CONTACT=" + handle, change).code()).isEqualTo(506);
    new Registry(sandbox).profile("B");
    assertThat(sandbox.cnr("ModifyContact", "CONTACT=" + handle, change).code()).isEqualTo(541);
  }

  @Test
  void takesAStreetWithoutANumber() {
    Registry registry = new Registry(sandbox);
    String handle = add().first("contact");
    String[] moved = {"CONTACT=" + handle, "STREET=New Street 5"};

    assertThat(sandbox.cnr("ModifyContact", moved).code()).isEqualTo(200);
    assertThat(sandbox.cnr("StatusContact", "CONTACT=" + handle).all("street"))
        .containsExactly("New Street 5");
    String[] withStreet = ADA.clone();
    withStreet[3] = "STREET=New Street 5";
    withStreet[4] = "STATE=";
    assertThat(sandbox.cnr("AddContact", withStreet).first("contact")).isEqualTo(handle);
    registry.profile("B");
    assertThat(sandbox.cnr("AddContact", withStreet).says())
        .isEqualTo("503 Invalid attribute name; STREET");
    assertThat(sandbox.cnr("ModifyContact", moved).code()).isEqualTo(503);
  }

  private CnrAnswer add(String... further) {
    return sandbox.cnr("AddContact", RawRequest.join(ADA, further));
  }
}
