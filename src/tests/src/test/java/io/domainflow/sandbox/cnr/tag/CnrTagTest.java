package io.domainflow.sandbox.cnr.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags at CentralNic Reseller. */
class CnrTagTest {

  private static final String TYPE = "TYPE=DOMAIN";
  private static final String TAG = "TAG=Für Kunden";

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  @Test
  void areMadeOnceForEachType() {
    assertThat(sandbox.cnr("AddTag", TYPE, TAG, "DESCRIPTION=first").code()).isEqualTo(200);
    assertThat(sandbox.cnr("AddTag", TYPE, "TAG=FÜR KUNDEN").code()).isEqualTo(540);
    assertThat(sandbox.cnr("AddTag", "TYPE=zone", TAG).code()).isEqualTo(200);
    assertThat(sandbox.cnr("AddTag", "TYPE=PERSON", TAG).code()).isEqualTo(541);
    assertThat(sandbox.cnr("AddTag", TYPE, "TAG=" + "x".repeat(65)).code()).isEqualTo(541);

    assertThat(sandbox.cnr("ModifyTag", TYPE, TAG, "DESCRIPTION=second").code()).isEqualTo(200);
    CnrAnswer list = sandbox.cnr("QueryTagList", TYPE, "TAG=f*");
    assertThat(list.all("column")).containsExactly("tag", "type", "description", "objectcount");
    assertThat(list.all("description")).containsExactly("second");
    assertThat(sandbox.cnr("DeleteTag", TYPE, TAG).code()).isEqualTo(200);
    assertThat(sandbox.cnr("StatusTag", TYPE, TAG).code()).isEqualTo(545);
    assertThat(sandbox.cnr("QueryTagList").all("type")).containsExactly("ZONE");
    assertThat(sandbox.cnrAs("test.user2", "test.passw0rd2", "QueryTagList").all("tag")).isEmpty();
  }

  @Test
  void knowTheNamesThatHaveThem() {
    new Registry(sandbox).name("ours.com", "\"platform\":\"CNR\",\"owner\":\"OURS\"");
    sandbox.cnr("AddTag", TYPE, TAG);
    assertThat(sandbox.cnr("ModifyDomain", "DOMAIN=ours.com", "DOMAINTAG0=Für Kunden").code())
        .isEqualTo(200);

    assertThat(sandbox.cnr("StatusTag", TYPE, TAG).all("domain")).containsExactly("ours.com");
    assertThat(sandbox.cnr("QueryTagList").all("objectcount")).containsExactly("1");
  }

  @Test
  void areAddedToANameAndTakenAway() {
    CnrAnswer added =
        sandbox.cnr(
            "AddDomain",
            RawRequest.join(
                new String[] {"DOMAIN=ours.com", "ADDDOMAINTAG0=blue", "ADDDOMAINTAG1=red"},
                RawRequest.contact("OWNERCONTACT0", "ACME")));
    assertThat(added.code()).isEqualTo(200);

    assertThat(tags("DELDOMAINTAG0=Blue", "ADDDOMAINTAG0=green")).containsExactly("red", "green");
    assertThat(tags("ADDDOMAINTAG0=RED")).containsExactly("red", "green");
    assertThat(sandbox.cnr("QueryDomainList", "DOMAINTAG0=red", "DOMAINTAG1=GREEN").all("domain"))
        .containsExactly("ours.com");
    assertThat(sandbox.cnr("QueryDomainList", "DOMAINTAG0=red", "DOMAINTAG1=blue").all("domain"))
        .isEmpty();
  }

  private List<String> tags(String... lines) {
    String[] name = {"DOMAIN=ours.com"};
    assertThat(sandbox.cnr("ModifyDomain", RawRequest.join(name, lines)).code()).isEqualTo(200);
    return sandbox.cnr("StatusDomain", name).all("domaintag");
  }
}
