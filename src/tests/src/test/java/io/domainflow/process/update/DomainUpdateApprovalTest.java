package io.domainflow.process.update;

import static io.domainflow.process.update.UpdateStories.MOVED;
import static io.domainflow.process.update.UpdateStories.OTHER_SERVERS;
import static io.domainflow.process.update.UpdateStories.section;
import static io.domainflow.process.update.UpdateStories.states;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An update that could take a name away from its registrant waits for an approver, also if it is
 * split over several orders, and one of a disputed name changes nothing that the dispute keeps.
 */
@DomainflowTest
class DomainUpdateApprovalTest {

  private final Registrations stories;
  private final UpdateStories updates;
  private final Caller approver;
  private final int port;

  DomainUpdateApprovalTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.updates = new UpdateStories(port, stories);
    this.approver = new Caller(port, "approver");
    this.port = port;
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @Test
  void hasAnApproverLookAtWhatCouldTakeTheNameAway() {
    String domain = updates.here(", 'transferLock': true");
    String risky = OTHER_SERVERS + ", 'transferLock': false";
    String refused = updates.place(domain, risky);
    JsonNode waiting = stories.awaitWaitingFor(refused, "UPDATE_APPROVAL");
    String task = waiting.at("/waitingFor/taskId").asText();
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("APPROVER");
    assertThat(stories.operator().get("/engine-rest/task/" + task).status()).isNotEqualTo(200);
    assertThat(formOf(task)).contains("stolen", "ns1.example.org");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("agree to the update", "The transfer lock is opened and the name servers");

    updates.approve(
        task,
        "'decision': {'value': 'REFUSE', 'type': 'String'},"
            + "'reason': {'value': 'unknown caller', 'type': 'String'}");
    JsonNode failed = stories.awaitStatus(refused, "FAILED");
    assertThat(failed.at("/failure/reason").asText()).isEqualTo("APPROVAL_REFUSED");
    assertThat(failed.at("/failure/message").asText()).contains("unknown caller");
    assertThat(failed.at("/failure/sections/nameservers/state").asText()).isEqualTo("NOT_DONE");
    assertThat(updates.changes(domain)).isEmpty();

    String approved = updates.place(domain, risky);
    updates.fault("ModifyDomain", domain, 1);
    updates.approve(
        stories.awaitWaitingFor(approved, "UPDATE_APPROVAL").at("/waitingFor/taskId").asText(),
        "'decision': {'value': 'APPROVE', 'type': 'String'}");
    updates.decide(approved, "REGISTRAR_REFUSED", "RETRY");
    assertThat(states(stories.awaitStatus(approved, "COMPLETED")))
        .containsExactlyInAnyOrder("nameservers DONE", "transferLock DONE");
    assertThat(stories.timeline(approved).toString()).containsOnlyOnce("agree to the update");
  }

  @Test
  void whoHasCorrectedAnUpdateDoesNotApproveIt() {
    Caller admin = new Caller(port, "admin");
    String domain = updates.here(", 'transferLock': true");
    updates.fault("ModifyDomain", domain, 2);
    String reference = updates.place(domain, OTHER_SERVERS + ", 'transferLock': false");
    updates.approve(
        updates.taskOf(reference, "UPDATE_APPROVAL"),
        "'decision': {'value': 'APPROVE', 'type': 'String'}");
    submit(
        admin,
        updates.taskOf(reference, "REGISTRAR_REFUSED"),
        "'decision': {'value': 'RETRY', 'type': 'String'},"
            + "'nameservers': {'value': 'ns7.example.org, ns8.example.org', 'type': 'String'}");

    String again = updates.taskOf(reference, "UPDATE_APPROVAL");
    assertThat(admin.get("/engine-rest/task/" + again + "/form-variables").body().toString())
        .contains("You took part in this order");
    Answer refused = submit(admin, again, "'decision': {'value': 'APPROVE', 'type': 'String'}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().toString()).contains("somebody else has to approve");
    admin.post("/engine-rest/task/" + again + "/unclaim", "{}");
    updates.approve(again, "'decision': {'value': 'APPROVE', 'type': 'String'}");

    assertThat(section(stories.awaitStatus(reference, "COMPLETED"), "nameservers").toString())
        .contains("ns7.example.org");
  }

  @Test
  void whoMovesAnUpdatePastItsApproverIsNamedAndHasNothingSent() {
    String domain = updates.here(", 'transferLock': true");
    String reference = updates.place(domain, OTHER_SERVERS + ", 'transferLock': false");
    String process =
        stories.awaitWaitingFor(reference, "UPDATE_APPROVAL").get("processInstanceId").asText();
    Answer moved =
        new Caller(port, "admin")
            .post(
                "/engine-rest/process-instance/" + process + "/modification",
                "{'instructions': [{'type': 'cancel', 'activityId': 'Task_ApproveUpdate'},"
                    + " {'type': 'startBeforeActivity', 'activityId': 'Task_PrepareContacts'}]}");
    assertThat(moved.status()).as("%s", moved.body()).isEqualTo(204);

    updates.decide(reference, "REGISTRAR_REFUSED", "RETRY");

    stories.awaitWaitingFor(reference, "UPDATE_APPROVAL");
    assertThat(updates.changes(domain)).isEmpty();
    assertThat(
            stories
                .operator()
                .get("/api/v1/orders/" + reference + "/timeline")
                .body()
                .get("entries"))
        .anySatisfy(
            entry -> {
              assertThat(entry.get("text").asText())
                  .contains("moved by hand: from «Approve update», to «Prepare contacts»");
              assertThat(entry.get("by").asText()).isEqualTo("admin");
            });
    stories.cancel(reference);
  }

  @Test
  void aTheftThatIsSplitOverTwoOrdersIsLookedAt() {
    String opened = updates.here(", 'transferLock': true");
    updates.done(opened, ", 'transferLock': false");
    String led = updates.place(opened, OTHER_SERVERS);
    assertThat(stories.awaitWaitingFor(led, "UPDATE_APPROVAL").at("/waitingFor/who").asText())
        .isEqualTo("APPROVER");
    stories.cancel(led);
    stories.awaitStatus(led, "CANCELLED");

    String ledFirst = updates.here(", 'transferLock': true");
    updates.done(ledFirst, OTHER_SERVERS);
    String open = updates.place(ledFirst, ", 'transferLock': false");
    stories.awaitWaitingFor(open, "UPDATE_APPROVAL");
    stories.cancel(open);
    stories.awaitStatus(open, "CANCELLED");

    stories.advance("P3D");
    updates.done(opened, OTHER_SERVERS);
    updates.done(ledFirst, ", 'transferLock': false");
  }

  @Test
  void aTheftAfterTheLockWasOpenedForAnAuthCodeIsLookedAt() {
    String opened = updates.here(", 'transferLock': true");
    stories.awaitAuthCode(stories.placePlain("AUTH_CODE", opened, ", 'unlock': true"));

    String led = updates.place(opened, OTHER_SERVERS);

    stories.awaitWaitingFor(led, "UPDATE_APPROVAL");
    stories.cancel(led);
    stories.awaitStatus(led, "CANCELLED");
  }

  @Test
  void aTheftThatReplacesOneNameServerAtATimeIsLookedAt() {
    String domain =
        updates.here(
            ", 'transferLock': true, 'nameservers': ['ns1.old.example', 'ns2.old.example']");
    updates.done(domain, ", 'transferLock': false");
    updates.done(domain, ", 'nameservers': ['ns1.example.org', 'ns2.old.example']");

    String last = updates.place(domain, OTHER_SERVERS);
    stories.awaitWaitingFor(last, "UPDATE_APPROVAL");
    stories.cancel(last);
    stories.awaitStatus(last, "CANCELLED");

    stories.advance("P3D");
    updates.done(domain, OTHER_SERVERS);
  }

  @BothReadings
  void putsBackAlsoWhatWasChangedWhileItWaitedForAnApprover(String profile) {
    stories.profile(profile);
    String domain = updates.here(", 'transferLock': true");
    String reference =
        updates.place(
            domain, OTHER_SERVERS + ", 'transferLock': false, 'renewalMode': 'AUTODELETE'");
    String task =
        stories.awaitWaitingFor(reference, "UPDATE_APPROVAL").at("/waitingFor/taskId").asText();
    stories.happen(domain, "MODE_CHANGED_ELSEWHERE", "AUTORENEW");

    updates.approve(task, "'decision': {'value': 'APPROVE', 'type': 'String'}");

    JsonNode done = stories.awaitStatus(reference, "COMPLETED");
    assertThat(section(done, "renewalMode").get("before").asText()).isEqualTo("AUTORENEW");
    JsonNode reverted = stories.awaitStatus(updates.revert(domain, reference), "COMPLETED");
    assertThat(section(reverted, "renewalMode").get("after").asText()).isEqualTo("AUTORENEW");
  }

  @Test
  void touchesNoNameThatIsDisputedBeforeSomebodyHasAgreed() {
    String domain = updates.here(", 'transferLock': true");
    String reference =
        updates.place(
            domain, OTHER_SERVERS + MOVED + ", 'transferLock': false, 'renewalMode': 'AUTODELETE'");
    String task =
        stories.awaitWaitingFor(reference, "UPDATE_APPROVAL").at("/waitingFor/taskId").asText();
    hold(domain);

    updates.approve(task, "'decision': {'value': 'APPROVE', 'type': 'String'}");

    assertThat(
            stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED").at("/waitingFor/what").asText())
        .contains("name servers (" + domain + " is held because of a dispute")
        .contains("address and phone (" + domain + " is held because of a dispute")
        .doesNotContain("UDRP");
    assertThat(updates.changes(domain)).isEmpty();
    updates.decide(reference, "REGISTRAR_REFUSED", "RETRY");
    JsonNode failed = stories.awaitStatus(reference, "FAILED");
    assertThat(failed.at("/failure/reason").asText()).isEqualTo("DISPUTE_HOLD");
    assertThat(failed.at("/failure/message").asText()).contains("Nothing was changed");
  }

  @Test
  void saysWhatWasChangedBeforeADisputeBegan() {
    String domain = updates.here("");
    updates.fault("ModifyDomain", domain, 1);
    String reference = updates.place(domain, OTHER_SERVERS + ", 'renewalMode': 'AUTODELETE'");
    stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    hold(domain);

    updates.decide(reference, "REGISTRAR_REFUSED", "RETRY");

    JsonNode failed = stories.awaitStatus(reference, "FAILED");
    assertThat(failed.at("/failure/message").asText())
        .contains("Already changed, and kept: renewal mode. Nothing was bought.")
        .doesNotContain("Nothing was changed");
  }

  private Answer submit(Caller admin, String task, String variables) {
    admin.post("/engine-rest/task/" + task + "/claim", "{'userId': 'admin'}");
    return admin.post(
        "/engine-rest/task/" + task + "/submit-form", "{'variables': {" + variables + "}}");
  }

  private String formOf(String task) {
    return approver.get("/engine-rest/task/" + task + "/form-variables").body().toString();
  }

  private void hold(String domain) {
    Answer held =
        new Caller(port, "admin")
            .put("/api/v1/domains/" + domain + "/hold", "{'kind': 'UDRP', 'reference': 'D2026-1'}");
    assertThat(held.status()).as(held.body().toString()).isBetween(200, 299);
  }
}
