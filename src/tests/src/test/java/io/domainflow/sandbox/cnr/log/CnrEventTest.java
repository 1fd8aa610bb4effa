package io.domainflow.sandbox.cnr.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The events of accounts at CentralNic Reseller. */
class CnrEventTest {

  private static final String OURS = "\"platform\":\"CNR\",\"owner\":\"OURS\"";

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  private CnrAnswer list(String... lines) {
    return sandbox.cnr("QueryEventList", lines);
  }

  private CnrAnswer event(int index, String... lines) {
    return sandbox.cnr("StatusEvent", "EVENT=" + list(lines).all("event").get(index));
  }

  private void transfer(String domain) {
    registry.elsewhere(domain, "");
    assertThat(sandbox.cnr("TransferDomain", "DOMAIN=" + domain, "AUTH=secret1").code())
        .isEqualTo(200);
  }

  @Test
  void listsWhatHasHappened() {
    transfer("theirs.com");

    CnrAnswer list = list("MINDATE=2000-01-01");

    assertThat(list.all("column"))
        .containsExactly("event", "eventclass", "eventsubclass", "event date", "object id");
    assertThat(list.all("eventclass")).containsExactly("DOMAIN_TRANSFER");
    assertThat(list.all("eventsubclass")).containsExactly("TRANSFER_PENDING");
    assertThat(list.all("object id")).containsExactly("theirs.com");
    assertThat(list.first("event date")).endsWith(".0");
    assertThat(list.first("events total")).isEqualTo("1");
  }

  @Test
  void callsTheColumnsAsClientsDoInTheOtherReading() {
    registry.profile("B");
    transfer("theirs.com");

    assertThat(list().all("column"))
        .containsExactly("event", "class", "subclass", "date", "object id");
    assertThat(list().all("subclass")).containsExactly("TRANSFER_PENDING");
  }

  @Test
  void hasTheLinesOfATransferBetweenRegistrars() {
    transfer("theirs.com");
    assertThat(event(0).all("data"))
        .containsExactly(
            "domain:theirs.com",
            "current registrar:Other Registrar, Inc.",
            "requesting registrar:test.user");
    registry.advance("P6D");

    CnrAnswer done = event(0, "SUBCLASS=*SUCCESSFUL");
    assertThat(done.first("class")).isEqualTo("DOMAIN_TRANSFER");
    assertThat(done.first("subclass")).isEqualTo("TRANSFER_SUCCESSFUL");
    assertThat(done.first("object id")).isEqualTo("theirs.com");
    assertThat(done.all("data"))
        .hasSize(5)
        .contains("auto ack:1")
        .anyMatch(l -> l.startsWith("jobid:"));
  }

  @Test
  void hasTheLinesOfATransferBetweenAccounts() {
    registry.name("inner.com", OURS);
    sandbox.cnrAs(
        "test.user2",
        "test.passw0rd2",
        "TransferDomain",
        "DOMAIN=inner.com",
        "ACTION=USERTRANSFER",
        "AUTH=secret1");

    List<String> data = event(0).all("data");
    assertThat(data)
        .contains(
            "domain:inner.com",
            "current registrar:test.user",
            "requesting registrar:test.user2",
            "period:0",
            "autorenew:0",
            "transfer status:REQUESTED");
    sandbox.cnr("TransferDomain", "DOMAIN=inner.com", "ACTION=DENY");

    assertThat(list().all("eventsubclass"))
        .containsExactly("FOREIGN_TRANSFER_PENDING", "FOREIGN_TRANSFER_FAILED");
    assertThat(event(1).all("data")).contains("transfer status:clientRejected");
  }

  @Test
  void tellsOfRenewals() {
    registry.name("a.com", OURS + ",\"expires\":\"P20D\"");
    registry.name("b.com", OURS);
    String year =
        sandbox
            .cnr("StatusDomain", "DOMAIN=b.com")
            .first("registration expiration date")
            .substring(0, 4);
    sandbox.cnr("RenewDomain", "DOMAIN=b.com", "EXPIRATION=" + year);
    registry.advance("P57D");

    CnrAnswer list = list("CLASS=DOMAIN_RENEWAL");
    assertThat(list.all("eventsubclass")).containsOnly("RENEWAL_SUCCESSFUL").hasSize(2);
    assertThat(list.all("object id")).containsExactly("b.com", "a.com");
    assertThat(event(0, "CLASS=DOMAIN_RENEWAL").all("data"))
        .containsExactly("domain:b.com", "autorenew:0");
    assertThat(event(1, "CLASS=DOMAIN_RENEWAL").all("data"))
        .containsExactly("domain:a.com", "autorenew:1");
  }

  @Test
  void keepsDeletedEventsInTheHistory() {
    transfer("theirs.com");
    String number = "EVENT=" + list().first("event");

    assertThat(sandbox.cnr("DeleteEvent", number).says())
        .isEqualTo("200 Command completed successfully");

    assertThat(list().all("event")).isEmpty();
    assertThat(list("HISTORY=1").all("event")).hasSize(1);
    assertThat(list("SHOWALL=1").all("event")).hasSize(1);
    assertThat(sandbox.cnr("StatusEvent", number).code()).isEqualTo(545);
    assertThat(sandbox.cnr("StatusEvent", number, "HISTORY=1").first("object id"))
        .isEqualTo("theirs.com");
    assertThat(sandbox.cnr("DeleteEvent", number).code()).isEqualTo(545);
    transfer("next.com");
    assertThat(list("HISTORY=1").all("event")).hasSize(1);
  }

  @Test
  void filtersOrdersAndPages() {
    transfer("b.com");
    transfer("a.com");
    transfer("c.com");

    assertThat(list("ORDERBY=OBJECTID").all("object id"))
        .containsExactly("a.com", "b.com", "c.com");
    assertThat(list("ORDER=DESC", "LIMIT=2").all("object id")).containsExactly("c.com", "a.com");
    assertThat(list("FIRST=2", "LIMIT=2").all("object id")).containsExactly("c.com");
    assertThat(list("CLASS=CONTACT*").all("event")).isEmpty();
    assertThat(list("MAXDATE=2000-01-01").all("event")).isEmpty();
    assertThat(list("MINDATE=yesterday").code()).isEqualTo(505);
  }

  @Test
  void areNobodyElses() {
    transfer("theirs.com");
    String number = "EVENT=" + list().first("event");

    assertThat(sandbox.cnrAs("test.user2", "test.passw0rd2", "QueryEventList").all("event"))
        .isEmpty();
    assertThat(sandbox.cnrAs("test.user2", "test.passw0rd2", "StatusEvent", number).code())
        .isEqualTo(545);
    assertThat(sandbox.call("QueryEventList").all("EVENT")).isEmpty();
    assertThat(sandbox.cnr("StatusEvent", "EVENT=none").code()).isEqualTo(545);
  }

  @Test
  void comeLateTwiceOrNotAtAllAsFaultsAsk() {
    registry.post(
        "/sandbox/faults",
        "{\"command\":\"EVENTS\",\"fault\":\"EVENTS_LOST\",\"domain\":\"lost.com\"}");
    registry.post(
        "/sandbox/faults",
        "{\"command\":\"EVENTS\",\"fault\":\"EVENTS_TWICE\",\"domain\":\"twice.com\"}");
    transfer("lost.com");
    transfer("twice.com");

    assertThat(list().all("object id")).containsExactly("twice.com", "twice.com");
  }
}
