package io.domainflow.sandbox.command.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PendingRegistrationTest {

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  private void pending(String domain, String outcome, String reason) {
    String json =
        "{\"domain\":\"%s\",\"owner\":\"FREE\",\"next\":[{\"command\":\"AddDomain\",\"after\":\"P4D\",\"outcome\":\"%s\",\"reason\":%s}]}";
    assertThat(
            sandbox
                .control("POST", "/sandbox/registry", json.formatted(domain, outcome, reason))
                .statusCode())
        .isEqualTo(200);
  }

  private void advance(String by) {
    assertThat(
            sandbox.control("POST", "/sandbox/clock", "{\"advance\":\"" + by + "\"}").statusCode())
        .isEqualTo(200);
  }

  private ParsedAnswer log(String domain) {
    return sandbox.call("QueryObjectLogList", "OBJECTCLASS=DOMAIN", "OBJECTID=" + domain);
  }

  @Test
  void becomesActiveAfterTheDelay() {
    pending("slow.com", "SUCCESSFUL", "null");

    ParsedAnswer added = sandbox.call("AddDomain", RawRequest.registration("slow.com"));
    assertThat(added.code()).isEqualTo(200);
    assertThat(added.pending()).isTrue();
    assertThat(added.first("STATUS")).isEqualTo("REQUESTEDCREATE");
    assertThat(log("slow.com").all("OPERATIONSTATUS")).containsExactly("PENDING");
    assertThat(sandbox.get("/sandbox/ledger?domain=slow.com")).contains("\"charged\":\"12.00\"");

    advance("P3DT23H");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=slow.com").first("STATUS"))
        .isEqualTo("REQUESTEDCREATE");

    advance("PT2H");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=slow.com").first("STATUS")).isEqualTo("ACTIVE");
    assertThat(log("slow.com").all("OPERATIONSTATUS")).containsExactly("SUCCESSFUL", "PENDING");
    ParsedAnswer events = sandbox.call("QueryEventList", "WIDE=1");
    assertThat(events.all("EVENTSUBCLASS")).containsExactly("CREATE_SUCCESSFUL");
    assertThat(events.all("EVENTDATA0")).containsExactly("domain:slow.com");
  }

  @Test
  void isDeletedWithAReasonAndARefundWhenRejected() {
    pending("doomed.com", "FAILED", "\"local presence not proven\"");
    sandbox.call("AddDomain", RawRequest.registration("doomed.com"));

    advance("P4D");

    assertThat(sandbox.call("StatusDomain", "DOMAIN=doomed.com").code()).isEqualTo(545);
    ParsedAnswer log = log("doomed.com");
    assertThat(log.all("OPERATIONSTATUS")).containsExactly("FAILED", "PENDING");
    assertThat(
            sandbox
                .call("StatusObjectLog", "LOGINDEX=" + log.first("LOGINDEX"))
                .all("OPERATIONINFO"))
        .contains("DESCRIPTION=Command failed; local presence not proven");
    assertThat(sandbox.get("/sandbox/ledger?domain=doomed.com"))
        .contains("\"charged\":\"12.00\"", "\"command\":\"Refund\"", "\"charged\":\"-12.00\"");
    assertThat(sandbox.call("StatusAccount").first("AMOUNT")).isEqualTo("1000000.00");
    assertThat(sandbox.call("QueryEventList", "WIDE=1").all("EVENTSUBCLASS"))
        .containsExactly("CREATE_FAILED");
    assertThat(sandbox.call("CheckDomain", "DOMAIN=doomed.com").code()).isEqualTo(210);
  }

  @Test
  void profileBHasNoPendingMarkAndNoEvents() {
    pending("slow.com", "SUCCESSFUL", "null");
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"B\"}");

    ParsedAnswer added = sandbox.call("AddDomain", RawRequest.registration("slow.com"));
    assertThat(added.pending()).isFalse();
    assertThat(added.first("STATUS")).isEqualTo("requestedcreate");

    advance("P5D");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=slow.com").first("STATUS")).isEqualTo("ACTIVE");
    assertThat(sandbox.call("QueryEventList").first("TOTAL")).isEqualTo("0");
  }

  @Test
  void profileBRefundsARejectedOneToo() {
    pending("doomed.com", "FAILED", "null");
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"B\"}");
    sandbox.call("AddDomain", RawRequest.registration("doomed.com"));

    advance("P5D");

    assertThat(sandbox.call("StatusDomain", "DOMAIN=doomed.com").code()).isEqualTo(545);
    assertThat(sandbox.get("/sandbox/ledger?domain=doomed.com")).contains("\"-12.00\"");
  }

  @Test
  void cannotBeRegisteredTwiceWhileItIsPending() {
    pending("slow.com", "SUCCESSFUL", "null");
    sandbox.call("AddDomain", RawRequest.registration("slow.com"));

    assertThat(sandbox.call("AddDomain", RawRequest.registration("slow.com")).code())
        .isEqualTo(540);
  }

  @Test
  void eventsCanBeReadAndDeleted() {
    pending("slow.com", "SUCCESSFUL", "null");
    sandbox.call("AddDomain", RawRequest.registration("slow.com"));
    advance("P4D");

    String event = sandbox.call("QueryEventList", "LIMIT=ONLYLAST").first("EVENT");
    ParsedAnswer status = sandbox.call("StatusEvent", "EVENT=" + event);
    assertThat(status.first("DATA")).isEqualTo("domain:slow.com");
    assertThat(status.first("DATE")).endsWith(".0");
    assertThat(
            sandbox.callAs("test.user2", "test.passw0rd2", "StatusEvent", "EVENT=" + event).code())
        .isEqualTo(545);

    assertThat(sandbox.call("DeleteEvent", "EVENT=" + event).code()).isEqualTo(200);
    assertThat(sandbox.call("DeleteEvent", "EVENT=" + event).code()).isEqualTo(545);
    assertThat(sandbox.call("QueryEventList").all("EVENT")).isEmpty();
  }

  @Test
  void eventsCanBeFilteredAndLostAndDoubledAndLate() {
    fault("EVENTS_LOST");
    fault("EVENTS_TWICE");
    fault("EVENTS_LATE_P2D");
    for (String name : new String[] {"one.com", "two.com", "three.com"}) {
      pending(name, "SUCCESSFUL", "null");
      sandbox.call("AddDomain", RawRequest.registration(name));
      advance("P4D");
    }

    assertThat(sandbox.call("QueryEventList", "WIDE=1").all("EVENTDATA0"))
        .containsExactly("domain:two.com", "domain:two.com");
    advance("P2D");
    assertThat(sandbox.call("QueryEventList", "WIDE=1", "SUBCLASS=CREATE_*").all("EVENTDATA0"))
        .containsExactly("domain:two.com", "domain:two.com", "domain:three.com");
    assertThat(sandbox.call("QueryEventList", "CLASS=DOMAIN_TRANSFER").all("EVENT")).isEmpty();
    assertThat(sandbox.call("QueryEventList", "MIN_DATE=2999-01-01").all("EVENT")).isEmpty();
    fault("EVENTS_REVERSED");
    assertThat(sandbox.call("QueryEventList", "WIDE=1").all("EVENTDATA0"))
        .containsExactly("domain:three.com", "domain:two.com", "domain:two.com");
  }

  private void fault(String fault) {
    String json = "{\"command\":\"EVENTS\",\"fault\":\"" + fault + "\"}";
    assertThat(sandbox.control("POST", "/sandbox/faults", json).statusCode()).isEqualTo(200);
  }
}
