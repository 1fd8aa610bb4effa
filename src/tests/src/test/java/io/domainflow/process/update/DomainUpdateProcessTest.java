package io.domainflow.process.update;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.process.update.UpdateStories.MOVED;
import static io.domainflow.process.update.UpdateStories.OTHER_SERVERS;
import static io.domainflow.process.update.UpdateStories.TECH;
import static io.domainflow.process.update.UpdateStories.section;
import static io.domainflow.process.update.UpdateStories.states;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import io.domainflow.build.BothReadings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The ways of DomainUpdateProcess.bpmn for the sections of an order: changed and put back,
 * unchanged, impossible, closed or carried out later by the registry. The classes beside it that
 * bear its name cover corrections, approvals and the contacts.
 */
@DomainflowTest
class DomainUpdateProcessTest {

  private final Registrations stories;
  private final UpdateStories updates;

  DomainUpdateProcessTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.updates = new UpdateStories(port, stories);
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings(alwaysBoth = true)
  void changesEachSectionInACallOfItsOwnAndPutsItBack(String profile) {
    stories.profile(profile);
    String domain = updates.here("");
    String reference =
        updates.place(
            domain,
            OTHER_SERVERS
                + TECH
                + ", 'transferLock': true, 'privacy': true,"
                + " 'renewalMode': 'AUTODELETE'");

    JsonNode done = stories.awaitStatus(reference, "COMPLETED");

    assertThat(done.at("/outcome/code").asText()).isEqualTo("UPDATED");
    assertThat(done.at("/outcome/remark").isNull()).isTrue();
    assertThat(states(done))
        .containsExactlyInAnyOrder(
            "nameservers DONE",
            "contacts DONE",
            "transferLock DONE",
            "privacy DONE",
            "renewalMode DONE");
    assertThat(section(done, "nameservers").get("after").toString())
        .isEqualTo("[\"ns1.example.org\",\"ns2.example.org\"]");
    assertThat(section(done, "contacts").get("after").isNull()).isTrue();
    assertThat(done.at("/charged").asText()).isEqualTo("NO");
    assertThat(updates.changes(domain)).hasSize(5);
    assertThat(updates.changes(domain).get(updates.changes(domain).size() - 1))
        .containsIgnoringCase("transferlock");

    // It opens the lock and leads the name elsewhere.
    String back = updates.revert(domain, reference);
    updates.approve(
        stories.awaitWaitingFor(back, "UPDATE_APPROVAL").at("/waitingFor/taskId").asText(),
        "'decision': {'value': 'APPROVE', 'type': 'String'}");
    JsonNode reverted = stories.awaitStatus(back, "COMPLETED");

    assertThat(states(reverted))
        .containsExactlyInAnyOrder(
            "nameservers DONE",
            "contacts DONE",
            "transferLock DONE",
            "privacy DONE",
            "renewalMode DONE");
    assertThat(section(reverted, "nameservers").get("after"))
        .isEqualTo(section(done, "nameservers").get("before"));

    JsonNode again = stories.awaitStatus(updates.revert(domain, back), "COMPLETED");
    assertThat(section(again, "nameservers").get("after"))
        .isEqualTo(section(done, "nameservers").get("after"));
  }

  @Test
  void sendsNothingForWhatIsAlreadySo() {
    String domain = updates.here(", 'transferLock': true");

    JsonNode nothing = updates.done(domain, ", 'transferLock': true, 'renewalMode': 'AUTOEXPIRE'");

    assertThat(nothing.at("/outcome/code").asText()).isEqualTo("NOTHING_TO_CHANGE");
    assertThat(states(nothing))
        .containsExactlyInAnyOrder("transferLock UNCHANGED", "renewalMode UNCHANGED");
    assertThat(updates.changes(domain)).isEmpty();

    JsonNode one = updates.done(domain, ", 'transferLock': true" + OTHER_SERVERS);
    assertThat(states(one)).containsExactlyInAnyOrder("transferLock UNCHANGED", "nameservers DONE");
    assertThat(updates.changes(domain)).hasSize(1);
  }

  @Test
  void setsTheServersOfTheRegistrarOrNoneAtAll() {
    String domain = updates.here("");
    if (stories.platform() == Platform.ISPAPI) {
      assertThat(states(updates.done(domain, ", 'registrarDns': true")))
          .containsExactly("nameservers DONE");
      assertThat(updates.changes(domain)).singleElement().asString().contains("INTERNALDNS=1");
    }
    assertThat(section(updates.done(domain, ", 'nameservers': []"), "nameservers").get("after"))
        .isEmpty();
  }

  @Test
  void refusesWhatIsKnownToBeImpossibleAndDoesTheRest() {
    String domain = updates.here(", 'ds': ['12345 13 2 " + "AB".repeat(32) + "']");

    JsonNode part = updates.done(domain, OTHER_SERVERS + ", 'renewalMode': 'AUTODELETE'");

    assertThat(states(part)).containsExactlyInAnyOrder("nameservers REFUSED", "renewalMode DONE");
    assertThat(section(part, "nameservers").get("reason").asText()).contains("remove DNSSEC first");
    assertThat(part.at("/outcome/remark").asText()).contains("Not changed: name servers");

    JsonNode none = stories.awaitStatus(updates.place(domain, OTHER_SERVERS), "FAILED");
    assertThat(none.at("/failure/reason").asText()).isEqualTo("UPDATE_REFUSED");
    assertThat(none.at("/failure/message").asText()).contains("DS records");
    assertThat(none.at("/failure/sections/nameservers/state").asText()).isEqualTo("REFUSED");
  }

  @Test
  void failsWhereAllThatWasToBeChangedIsRefused() {
    String domain =
        updates.here(", 'transferLock': true, 'ds': ['12345 13 2 " + "AB".repeat(32) + "']");

    JsonNode failed =
        stories.awaitStatus(
            updates.place(domain, OTHER_SERVERS + ", 'transferLock': true"), "FAILED");

    assertThat(failed.at("/failure/reason").asText()).isEqualTo("UPDATE_REFUSED");
    assertThat(failed.at("/failure/message").asText())
        .contains("name servers", "remove DNSSEC first")
        .doesNotContain("transfer lock");
    assertThat(failed.at("/failure/sections/transferLock/state").asText()).isEqualTo("UNCHANGED");
    assertThat(updates.tried("UPDATE", domain, OTHER_SERVERS + ", 'transferLock': true").toString())
        .contains("remove DNSSEC first")
        .doesNotContain("already as ordered");
  }

  @Test
  void whatTheAccountCannotPayForHoldsUpNoOtherSection() {
    String domain = updates.here("");
    stories.fault(
        "{'command': 'ModifyDomain', 'fault': 'CODE_546', 'times': 1, 'domain': '%s'}"
            .formatted(domain));

    String reference = updates.place(domain, OTHER_SERVERS + ", 'renewalMode': 'AUTODELETE'");

    stories.awaitWaitingFor(reference, "CREDIT");
    assertThat(updates.changes(domain)).singleElement().asString().contains("AUTODELETE");
    updates.decide(reference, "CREDIT", "TOPPED_UP");
    assertThat(states(stories.awaitStatus(reference, "COMPLETED")))
        .containsExactlyInAnyOrder("nameservers DONE", "renewalMode DONE");
  }

  @BothReadings
  void changesPrivacyBelowCaAlsoWhereNothingIsStatedOfIt(String profile) {
    stories.profile(profile);
    String domain = freshName("ca");
    stories.registry("{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D'}".formatted(domain));

    JsonNode on = updates.done(domain, ", 'privacy': true");
    JsonNode off = updates.done(domain, ", 'privacy': false");

    assertThat(states(on)).containsExactly("privacy DONE");
    assertThat(section(on, "privacy").get("after").asBoolean()).isTrue();
    assertThat(states(off)).containsExactly("privacy DONE");
    assertThat(section(off, "privacy").get("after").asBoolean()).isFalse();
  }

  @Test
  void leavesTheRenewalModeOfANameThatIsSuspended() {
    String domain = updates.here("");
    stories.awaitStatus(updates.place("SUSPEND", domain, ""), "COMPLETED");

    assertThat(
            updates
                .tried("UPDATE", domain, ", 'renewalMode': 'AUTORENEW'" + OTHER_SERVERS)
                .toString())
        .contains("The renewal mode would stay as it is: the name is suspended");
    JsonNode refused =
        stories.awaitStatus(updates.place(domain, ", 'renewalMode': 'AUTORENEW'"), "FAILED");

    assertThat(refused.at("/failure/reason").asText()).isEqualTo("UPDATE_REFUSED");
    assertThat(refused.at("/failure/message").asText()).contains("(UNSUSPEND)");
  }

  @Test
  void saysWhatADryRunWouldChange() {
    String domain = updates.here("");

    assertThat(
            updates
                .tried("UPDATE", domain, TECH + ", 'nameservers': [], 'transferLock': true")
                .toString())
        .contains(
            "to none.",
            "The tech contact is replaced.",
            "The transfer lock is closed.",
            "its website and its mail no longer work");
    assertThat(updates.tried("UPDATE", domain, ", 'privacy': true").toString())
        .contains("Privacy is switched on.", "may charge for privacy as long as it is on");
  }

  @BothReadings(alwaysBoth = true)
  void waitsForTheRegistryAndAsksWhatItHasNotDone(String profile) {
    stories.profile(profile);
    String domain = updates.here(next("PT2H30M", "SUCCESSFUL"));
    String reference = updates.place(domain, OTHER_SERVERS);
    JsonNode waiting = stories.awaitWaitingFor(reference, "UPDATE_AT_REGISTRY");

    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("REGISTRAR");
    assertThat(stories.cancel(reference).status()).isEqualTo(409);
    stories.advance("PT3H");
    assertThat(states(stories.awaitStatus(reference, "COMPLETED")))
        .containsExactly("nameservers DONE");

    String never = updates.here(next("PT2H", "FAILED"));
    String failing = updates.place(never, OTHER_SERVERS);
    stories.awaitWaitingFor(failing, "UPDATE_AT_REGISTRY");
    stories.advance("PT3H");
    JsonNode asked = stories.awaitWaitingFor(failing, "REGISTRAR_REFUSED");
    assertThat(asked.at("/waitingFor/what").asText()).contains("the registry has refused it");
    stories.decide(asked.at("/waitingFor/taskId").asText(), "RETRY");
    assertThat(states(stories.awaitStatus(failing, "COMPLETED")))
        .containsExactly("nameservers DONE");

    String slow = updates.here(next("P3D", "SUCCESSFUL"));
    String late = updates.place(slow, OTHER_SERVERS);
    stories.awaitWaitingFor(late, "UPDATE_AT_REGISTRY");
    stories.advance("PT30H");
    JsonNode overdue = stories.await(late, order -> order.at("/waitingFor/taskId").isTextual());
    assertThat(overdue.at("/waitingFor/code").asText()).isEqualTo("UPDATE_AT_REGISTRY");
    assertThat(overdue.at("/waitingFor/what").asText()).contains("takes longer than usual");
    assertThat(stories.cancel(late).status()).isEqualTo(409);
    stories.advance("P2D");
    assertThat(states(stories.awaitStatus(late, "COMPLETED"))).containsExactly("nameservers DONE");
  }

  @Test
  void endsWithoutANameThatIsHere() {
    JsonNode failed = stories.awaitStatus(updates.place(freshName("com"), OTHER_SERVERS), "FAILED");

    assertThat(failed.at("/failure/reason").asText()).isEqualTo("NOT_REGISTERED");
  }

  @Test
  void isTheOnlyChangeOfItsNameAndCanBeCancelledBeforeItSendsAnything() {
    String domain = updates.here(", 'transferLock': true");
    String risky = OTHER_SERVERS + ", 'transferLock': false";
    String first = updates.place(domain, risky);
    stories.awaitWaitingFor(first, "UPDATE_APPROVAL");

    assertThat(updates.tryPlace("UPDATE", domain, OTHER_SERVERS).status()).isEqualTo(409);
    assertThat(updates.tryPlace("SUSPEND", domain, "").status()).isEqualTo(409);
    assertThat(stories.cancel(first).status()).isEqualTo(200);
    stories.awaitStatus(first, "CANCELLED");
    assertThat(updates.changes(domain)).isEmpty();
  }

  @BothReadings(alwaysBoth = true)
  void leavesWhatTheRegistryHasClosed(String profile) {
    stories.profile(profile);
    String domain = updates.here("");
    stories.happen(domain, "HOLD");

    JsonNode part =
        updates.done(
            domain,
            OTHER_SERVERS
                + TECH
                + MOVED
                + ", 'privacy': true, 'transferLock': true, 'renewalMode': 'AUTODELETE'");

    assertThat(states(part))
        .containsExactlyInAnyOrder(
            "nameservers REFUSED",
            "contacts REFUSED",
            "registrantDetails REFUSED",
            "privacy REFUSED",
            "transferLock REFUSED",
            "renewalMode DONE");
    assertThat(section(part, "contacts").get("reason").asText()).contains("serverUpdateProhibited");
    assertThat(stories.requests("domain=" + domain).toString()).doesNotContain("ModifyDomain");
  }

  private String next(String after, String outcome) {
    return ", 'next': [{'command': 'ModifyDomain', 'after': '%s', 'outcome': '%s', 'reason': 'no'}]"
        .formatted(after, outcome);
  }
}
