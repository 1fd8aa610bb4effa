package io.domainflow.process.update;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.RegistrarCaller;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The stories of DomainUpdateProcess.bpmn, from the viewpoint of callers, operators and approvers.
 */
@DomainflowTest
class DomainUpdateProcessTest {

  private static final String OTHER_SERVERS =
      ", 'nameservers': ['ns1.example.org', 'ns2.example.org']";
  private static final String MOVED =
      ", 'registrantDetails': {'street': ['New Street 2'], 'city': 'Hamburg',"
          + " 'postalCode': '20095', 'country': 'DE'}";
  private static final String TECH =
      ", 'contacts': {'tech': {'firstName': 'Tom', 'lastName': 'Tech', 'street': ['Side Street 3'],"
          + " 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE',"
          + " 'phone': '+49.301234567', 'email': 'tom@example.net'}}";

  private final Registrations stories;
  private final Caller approver;
  private final int port;

  DomainUpdateProcessTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.port = port;
    this.approver = new Caller(port, "approver");
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings(alwaysBoth = true)
  void changesEachSectionInACallOfItsOwnAndPutsItBack(String profile) {
    stories.profile(profile);
    String domain = here("");
    String reference =
        place(
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
    assertThat(changes(domain)).hasSize(5);
    assertThat(changes(domain).get(changes(domain).size() - 1))
        .containsIgnoringCase("transferlock");

    // It opens the lock and leads the name elsewhere.
    String back = revert(domain, reference);
    approve(
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

    JsonNode again = stories.awaitStatus(revert(domain, back), "COMPLETED");
    assertThat(section(again, "nameservers").get("after"))
        .isEqualTo(section(done, "nameservers").get("after"));
  }

  @Test
  void sendsNothingForWhatIsAlreadySo() {
    String domain = here(", 'transferLock': true");

    JsonNode nothing = done(domain, ", 'transferLock': true, 'renewalMode': 'AUTOEXPIRE'");

    assertThat(nothing.at("/outcome/code").asText()).isEqualTo("NOTHING_TO_CHANGE");
    assertThat(states(nothing))
        .containsExactlyInAnyOrder("transferLock UNCHANGED", "renewalMode UNCHANGED");
    assertThat(changes(domain)).isEmpty();

    JsonNode one = done(domain, ", 'transferLock': true" + OTHER_SERVERS);
    assertThat(states(one)).containsExactlyInAnyOrder("transferLock UNCHANGED", "nameservers DONE");
    assertThat(changes(domain)).hasSize(1);
  }

  @Test
  void setsTheServersOfTheRegistrarOrNoneAtAll() {
    String domain = here("");
    if (stories.platform() == Platform.ISPAPI) {
      assertThat(states(done(domain, ", 'registrarDns': true")))
          .containsExactly("nameservers DONE");
      assertThat(changes(domain)).singleElement().asString().contains("INTERNALDNS=1");
    }
    assertThat(section(done(domain, ", 'nameservers': []"), "nameservers").get("after")).isEmpty();
  }

  @Test
  void refusesWhatIsKnownToBeImpossibleAndDoesTheRest() {
    String domain = here(", 'ds': ['12345 13 2 " + "AB".repeat(32) + "']");

    JsonNode part = done(domain, OTHER_SERVERS + ", 'renewalMode': 'AUTODELETE'");

    assertThat(states(part)).containsExactlyInAnyOrder("nameservers REFUSED", "renewalMode DONE");
    assertThat(section(part, "nameservers").get("reason").asText()).contains("remove DNSSEC first");
    assertThat(part.at("/outcome/remark").asText()).contains("Not changed: name servers");

    JsonNode none = stories.awaitStatus(place(domain, OTHER_SERVERS), "FAILED");
    assertThat(none.at("/failure/reason").asText()).isEqualTo("UPDATE_REFUSED");
    assertThat(none.at("/failure/message").asText()).contains("DS records");
    assertThat(none.at("/failure/sections/nameservers/state").asText()).isEqualTo("REFUSED");
  }

  @Test
  void failsWhereAllThatWasToBeChangedIsRefused() {
    String domain = here(", 'transferLock': true, 'ds': ['12345 13 2 " + "AB".repeat(32) + "']");

    JsonNode failed =
        stories.awaitStatus(place(domain, OTHER_SERVERS + ", 'transferLock': true"), "FAILED");

    assertThat(failed.at("/failure/reason").asText()).isEqualTo("UPDATE_REFUSED");
    assertThat(failed.at("/failure/message").asText())
        .contains("name servers", "remove DNSSEC first")
        .doesNotContain("transfer lock");
    assertThat(failed.at("/failure/sections/transferLock/state").asText()).isEqualTo("UNCHANGED");
    assertThat(tried("UPDATE", domain, OTHER_SERVERS + ", 'transferLock': true").toString())
        .contains("remove DNSSEC first")
        .doesNotContain("already as ordered");
  }

  @Test
  void whatTheAccountCannotPayForHoldsUpNoOtherSection() {
    String domain = here("");
    stories.fault(
        "{'command': 'ModifyDomain', 'fault': 'CODE_546', 'times': 1, 'domain': '%s'}"
            .formatted(domain));

    String reference = place(domain, OTHER_SERVERS + ", 'renewalMode': 'AUTODELETE'");

    stories.awaitWaitingFor(reference, "CREDIT");
    assertThat(changes(domain)).singleElement().asString().contains("AUTODELETE");
    stories.decide(taskOf(reference, "CREDIT"), "TOPPED_UP");
    assertThat(states(stories.awaitStatus(reference, "COMPLETED")))
        .containsExactlyInAnyOrder("nameservers DONE", "renewalMode DONE");
  }

  @Test
  void asksAnOperatorWhatTheRegistrarRefusesWhileTheRestStands() {
    String domain = here("");
    fault("ModifyDomain", domain, 1);
    String reference = place(domain, OTHER_SERVERS + ", 'renewalMode': 'AUTODELETE'");
    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    String task = waiting.at("/waitingFor/taskId").asText();

    assertThat(waiting.at("/waitingFor/what").asText()).contains("name servers", "«");
    assertThat(stories.form(task).toString())
        .contains("name servers", "changed")
        .doesNotContain("it was not asked to change anything");
    assertThat(stories.timeline(reference).toString())
        .contains("Not changed: name servers; the registrar refuses it");
    stories.submit(
        task,
        "{'decision': {'value': 'RETRY', 'type': 'String'},"
            + "'nameservers': {'value': 'ns7.example.org, ns8.example.org', 'type': 'String'}}");
    JsonNode done = stories.awaitStatus(reference, "COMPLETED");

    assertThat(states(done)).containsExactlyInAnyOrder("nameservers DONE", "renewalMode DONE");
    assertThat(section(done, "nameservers").get("after").toString()).contains("ns7.example.org");
  }

  @Test
  void saysThatAHostOfTheNameItselfHasToExistFirst() {
    String domain = here("");
    String reference =
        place(domain, ", 'nameservers': ['ns1.%s', 'ns2.example.org']".formatted(domain));

    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("the registrar refuses it: «", "has to exist as a host at the registry first");
    decide(reference, "REGISTRAR_REFUSED", "GIVE_UP");

    JsonNode failed = stories.awaitStatus(reference, "FAILED");
    assertThat(failed.at("/failure/message").asText()).contains("has to exist as a host");
    assertThat(failed.at("/failure/sections/nameservers/reason").asText())
        .contains("the registrar refuses it: «");
  }

  @Test
  void takesCorrectedValuesFromTheCallerToo() {
    String domain = here("");
    fault("ModifyDomain", domain, 1);
    String reference = place(domain, OTHER_SERVERS);
    stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    Answer given =
        stories.input(reference, "{'nameservers': ['ns7.example.org', 'ns8.example.org']}");

    assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
    assertThat(section(stories.awaitStatus(reference, "COMPLETED"), "nameservers").get("after"))
        .hasSize(2)
        .first()
        .asString()
        .contains("ns7.example.org");
  }

  @Test
  void leavesOutAContactWithoutWhichTheRegistrarTakesTheOthers() {
    String domain = here("");
    fault("ModifyDomain", domain, 1);
    String both =
        TECH.substring(0, TECH.length() - 1) + TECH.replace(", 'contacts': {'tech'", ", 'billing'");
    String reference = place(domain, both);

    assertThat(
            stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED").at("/waitingFor/what").asText())
        .contains("contacts.tech, contacts.billing");
    Answer given = stories.input(reference, "{'contacts': {'billing': null}}");

    assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
    assertThat(states(stories.awaitStatus(reference, "COMPLETED")))
        .containsExactly("contacts DONE");
    assertThat(changes(domain))
        .singleElement()
        .asString()
        .contains("TECHCONTACT0=")
        .doesNotContain("BILLINGCONTACT");
  }

  @Test
  void leavesOutASectionButNothingThatIsChangedNorAllOfTheOrder() {
    String domain = here("");
    String reference =
        place(
            domain,
            TECH
                + ", 'renewalMode': 'AUTOEXPIRE', 'nameservers': ['ns1.%s', 'ns2.example.org']"
                    .formatted(domain));
    stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    Answer done = stories.input(reference, "{'contacts': null}");
    Answer asItWas =
        stories.input(
            reference,
            "{'renewalMode': null, 'nameservers': ['ns1.example.org', 'ns2.example.org']}");
    Answer all =
        stories.input(reference, "{'contacts': null, 'nameservers': null, 'renewalMode': null}");
    assertThat(asItWas.status()).isEqualTo(400);
    assertThat(asItWas.body().toString()).contains("renewal mode cannot be left out");
    assertThat(done.status()).isEqualTo(400);
    assertThat(done.body().toString()).contains("contacts cannot be left out", "REVERT");
    assertThat(all.status()).isEqualTo(400);
    assertThat(all.body().toString()).contains("would leave nothing", "cancel it instead");
    Answer rest = stories.input(reference, "{'nameservers': null}");

    assertThat(rest.status()).as(rest.body().toString()).isEqualTo(200);
    JsonNode updated = stories.awaitStatus(reference, "COMPLETED");
    assertThat(states(updated))
        .containsExactlyInAnyOrder("contacts DONE", "nameservers REFUSED", "renewalMode UNCHANGED");
    assertThat(updated.at("/outcome/remark").asText()).contains("Not changed: name servers");
  }

  @Test
  void leavesOutAnAddressThatTheRegistrarDoesNotTake() {
    String domain = here("");
    stories.fault(
        "{'command': 'ModifyDomain', 'fault': 'CODE_541', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = place(domain, MOVED + ", 'renewalMode': 'AUTODELETE'");
    stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    Answer given = stories.input(reference, "{'registrantDetails': null}");

    assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
    assertThat(states(stories.awaitStatus(reference, "COMPLETED")))
        .containsExactlyInAnyOrder("registrantDetails REFUSED", "renewalMode DONE");
    assertThat(changes(domain).toString()).doesNotContain("OWNERCONTACT");
  }

  @BothReadings
  void changesPrivacyBelowCaAlsoWhereNothingIsStatedOfIt(String profile) {
    stories.profile(profile);
    String domain = freshName("ca");
    stories.registry("{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D'}".formatted(domain));

    JsonNode on = done(domain, ", 'privacy': true");
    JsonNode off = done(domain, ", 'privacy': false");

    assertThat(states(on)).containsExactly("privacy DONE");
    assertThat(section(on, "privacy").get("after").asBoolean()).isTrue();
    assertThat(states(off)).containsExactly("privacy DONE");
    assertThat(section(off, "privacy").get("after").asBoolean()).isFalse();
  }

  @Test
  void takesHostNamesSeparatedByCommasAsItsFormSays() {
    String domain = here("");
    fault("ModifyDomain", domain, 1);
    String reference = place(domain, OTHER_SERVERS);
    String task = taskOf(reference, "REGISTRAR_REFUSED");

    Answer refused =
        stories.submit(
            task,
            "{'decision': {'value': 'RETRY', 'type': 'String'},"
                + "'nameservers': {'value': 'bad host, x', 'type': 'String'}}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().toString())
        .contains("Name server 1 ", "Name server 2 ")
        .doesNotContain("Name server 3");
    stories.cancel(reference);
  }

  @Test
  void countsAsChangedWhatItHasSetAndSetBack() {
    String domain = here("");
    fault("ModifyDomain", domain, 1);
    String reference = place(domain, OTHER_SERVERS + ", 'renewalMode': 'AUTODELETE'");
    stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    Answer given = stories.input(reference, "{'renewalMode': 'AUTOEXPIRE'}");

    assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
    JsonNode done = stories.awaitStatus(reference, "COMPLETED");
    assertThat(states(done)).containsExactlyInAnyOrder("nameservers DONE", "renewalMode DONE");
    assertThat(section(done, "renewalMode").get("after").asText()).isEqualTo("AUTOEXPIRE");
  }

  @Test
  void leavesTheRenewalModeOfANameThatIsSuspended() {
    String domain = here("");
    stories.awaitStatus(place("SUSPEND", domain, ""), "COMPLETED");

    assertThat(tried("UPDATE", domain, ", 'renewalMode': 'AUTORENEW'" + OTHER_SERVERS).toString())
        .contains("The renewal mode would stay as it is: the name is suspended");
    JsonNode refused = stories.awaitStatus(place(domain, ", 'renewalMode': 'AUTORENEW'"), "FAILED");

    assertThat(refused.at("/failure/reason").asText()).isEqualTo("UPDATE_REFUSED");
    assertThat(refused.at("/failure/message").asText()).contains("(UNSUSPEND)");
  }

  @Test
  void saysWhatADryRunWouldChange() {
    String domain = here("");

    assertThat(
            tried("UPDATE", domain, TECH + ", 'nameservers': [], 'transferLock': true").toString())
        .contains(
            "to none.",
            "The tech contact is replaced.",
            "The transfer lock is closed.",
            "its website and its mail no longer work");
    assertThat(tried("UPDATE", domain, ", 'privacy': true").toString())
        .contains("Privacy is switched on.", "may charge for privacy as long as it is on");
  }

  @Test
  void repeatsNothingOfContactsThatTheRegistrarNamesWhenItRefusesThem() {
    String domain = here("");
    stories.fault(
        ("{'command': 'ModifyDomain', 'fault': 'CODE_541', 'times': 1, 'domain': '%s',"
                + " 'description': 'Parameter value policy error; OWNERCONTACT0; Old Holder,"
                + " old@holder.example'}")
            .formatted(domain));

    String reference = place(domain, ", 'registrantDetails': {'phone': '+49.30765432'}");

    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(waiting.toString())
        .contains("541 Invalid attribute value; OWNERCONTACT0")
        .doesNotContainIgnoringCase("holder");
    assertThat(stories.timeline(reference).toString()).doesNotContainIgnoringCase("old holder");
    stories.decide(taskOf(reference, "REGISTRAR_REFUSED"), "GIVE_UP");
    assertThat(stories.awaitStatus(reference, "FAILED").toString())
        .doesNotContainIgnoringCase("old holder");
  }

  @Test
  void skipsWhatIsRefusedOrGivesUp() {
    String domain = here("");
    fault("ModifyDomain", domain, 1);
    String skipped = place(domain, OTHER_SERVERS + ", 'renewalMode': 'AUTODELETE'");
    decide(skipped, "REGISTRAR_REFUSED", "SKIP");
    JsonNode done = stories.awaitStatus(skipped, "COMPLETED");
    assertThat(states(done)).containsExactlyInAnyOrder("nameservers REFUSED", "renewalMode DONE");

    fault("ModifyDomain", domain, 1);
    String all = place(domain, OTHER_SERVERS);
    decide(all, "REGISTRAR_REFUSED", "SKIP");
    assertThat(stories.awaitStatus(all, "FAILED").at("/failure/reason").asText())
        .isEqualTo("UPDATE_REFUSED");

    fault("ModifyDomain", domain, 1);
    String given = place(domain, OTHER_SERVERS + ", 'renewalMode': 'AUTOEXPIRE'");
    decide(given, "REGISTRAR_REFUSED", "GIVE_UP");
    JsonNode failed = stories.awaitStatus(given, "FAILED");
    assertThat(failed.at("/failure/reason").asText()).isEqualTo("GIVEN_UP");
    assertThat(failed.at("/failure/message").asText()).contains("kept: renewal mode");
  }

  @BothReadings(alwaysBoth = true)
  void waitsForTheRegistryAndAsksWhatItHasNotDone(String profile) {
    stories.profile(profile);
    String domain = here(next("PT2H", "SUCCESSFUL"));
    String reference = place(domain, OTHER_SERVERS);
    JsonNode waiting = stories.awaitWaitingFor(reference, "UPDATE_AT_REGISTRY");

    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("REGISTRAR");
    assertThat(stories.cancel(reference).status()).isEqualTo(409);
    stories.advance("PT3H");
    assertThat(states(stories.awaitStatus(reference, "COMPLETED")))
        .containsExactly("nameservers DONE");

    String never = here(next("PT2H", "FAILED"));
    String failing = place(never, OTHER_SERVERS);
    stories.awaitWaitingFor(failing, "UPDATE_AT_REGISTRY");
    stories.advance("PT3H");
    JsonNode asked = stories.awaitWaitingFor(failing, "REGISTRAR_REFUSED");
    assertThat(asked.at("/waitingFor/what").asText()).contains("the registry has refused it");
    stories.decide(asked.at("/waitingFor/taskId").asText(), "RETRY");
    assertThat(states(stories.awaitStatus(failing, "COMPLETED")))
        .containsExactly("nameservers DONE");

    String slow = here(next("P3D", "SUCCESSFUL"));
    String late = place(slow, OTHER_SERVERS);
    stories.awaitWaitingFor(late, "UPDATE_AT_REGISTRY");
    stories.advance("P2D");
    JsonNode overdue = stories.awaitWaitingFor(late, "REGISTRAR_REFUSED");
    assertThat(overdue.at("/waitingFor/what").asText()).contains("not carried it out in time");
  }

  @Test
  void hasAnApproverLookAtWhatCouldTakeTheNameAway() {
    String domain = here(", 'transferLock': true");
    String risky = OTHER_SERVERS + ", 'transferLock': false";
    String refused = place(domain, risky);
    JsonNode waiting = stories.awaitWaitingFor(refused, "UPDATE_APPROVAL");
    String task = waiting.at("/waitingFor/taskId").asText();
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("APPROVER");
    assertThat(stories.operator().get("/engine-rest/task/" + task).status()).isNotEqualTo(200);
    assertThat(formOf(task)).contains("stolen", "ns1.example.org");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("agree to the update", "The transfer lock is opened and the name servers");

    approve(
        task,
        "'decision': {'value': 'REFUSE', 'type': 'String'},"
            + "'reason': {'value': 'unknown caller', 'type': 'String'}");
    JsonNode failed = stories.awaitStatus(refused, "FAILED");
    assertThat(failed.at("/failure/reason").asText()).isEqualTo("APPROVAL_REFUSED");
    assertThat(failed.at("/failure/message").asText()).contains("unknown caller");
    assertThat(failed.at("/failure/sections/nameservers/state").asText()).isEqualTo("NOT_DONE");
    assertThat(changes(domain)).isEmpty();

    String approved = place(domain, risky);
    fault("ModifyDomain", domain, 1);
    approve(
        stories.awaitWaitingFor(approved, "UPDATE_APPROVAL").at("/waitingFor/taskId").asText(),
        "'decision': {'value': 'APPROVE', 'type': 'String'}");
    decide(approved, "REGISTRAR_REFUSED", "RETRY");
    assertThat(states(stories.awaitStatus(approved, "COMPLETED")))
        .containsExactlyInAnyOrder("nameservers DONE", "transferLock DONE");
    assertThat(stories.timeline(approved).toString()).containsOnlyOnce("agree to the update");
  }

  @Test
  void whoHasCorrectedAnUpdateDoesNotApproveIt() {
    Caller admin = new Caller(port, "admin");
    String domain = here(", 'transferLock': true");
    fault("ModifyDomain", domain, 2);
    String reference = place(domain, OTHER_SERVERS + ", 'transferLock': false");
    approve(
        taskOf(reference, "UPDATE_APPROVAL"), "'decision': {'value': 'APPROVE', 'type': 'String'}");
    submit(
        admin,
        taskOf(reference, "REGISTRAR_REFUSED"),
        "'decision': {'value': 'RETRY', 'type': 'String'},"
            + "'nameservers': {'value': 'ns7.example.org, ns8.example.org', 'type': 'String'}");

    String again = taskOf(reference, "UPDATE_APPROVAL");
    assertThat(admin.get("/engine-rest/task/" + again + "/form-variables").body().toString())
        .contains("You took part in this order");
    Answer refused = submit(admin, again, "'decision': {'value': 'APPROVE', 'type': 'String'}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().toString()).contains("somebody else has to approve");
    admin.post("/engine-rest/task/" + again + "/unclaim", "{}");
    approve(again, "'decision': {'value': 'APPROVE', 'type': 'String'}");

    assertThat(section(stories.awaitStatus(reference, "COMPLETED"), "nameservers").toString())
        .contains("ns7.example.org");
  }

  private String taskOf(String reference, String code) {
    return stories.awaitWaitingFor(reference, code).at("/waitingFor/taskId").asText();
  }

  private Answer submit(Caller admin, String task, String variables) {
    admin.post("/engine-rest/task/" + task + "/claim", "{'userId': 'admin'}");
    return admin.post(
        "/engine-rest/task/" + task + "/submit-form", "{'variables': {" + variables + "}}");
  }

  @Test
  void aTheftThatIsSplitOverTwoOrdersIsLookedAt() {
    String opened = here(", 'transferLock': true");
    done(opened, ", 'transferLock': false");
    String led = place(opened, OTHER_SERVERS);
    assertThat(stories.awaitWaitingFor(led, "UPDATE_APPROVAL").at("/waitingFor/who").asText())
        .isEqualTo("APPROVER");
    stories.cancel(led);
    stories.awaitStatus(led, "CANCELLED");

    String ledFirst = here(", 'transferLock': true");
    done(ledFirst, OTHER_SERVERS);
    String open = place(ledFirst, ", 'transferLock': false");
    stories.awaitWaitingFor(open, "UPDATE_APPROVAL");
    stories.cancel(open);
    stories.awaitStatus(open, "CANCELLED");

    stories.advance("P3D");
    done(opened, OTHER_SERVERS);
    done(ledFirst, ", 'transferLock': false");
  }

  @Test
  void aTheftThatReplacesOneNameServerAtATimeIsLookedAt() {
    String domain =
        here(", 'transferLock': true, 'nameservers': ['ns1.old.example', 'ns2.old.example']");
    done(domain, ", 'transferLock': false");
    done(domain, ", 'nameservers': ['ns1.example.org', 'ns2.old.example']");

    String last = place(domain, OTHER_SERVERS);
    stories.awaitWaitingFor(last, "UPDATE_APPROVAL");
    stories.cancel(last);
    stories.awaitStatus(last, "CANCELLED");

    stories.advance("P3D");
    done(domain, OTHER_SERVERS);
  }

  @BothReadings
  void putsBackAlsoWhatWasChangedWhileItWaitedForAnApprover(String profile) {
    stories.profile(profile);
    String domain = here(", 'transferLock': true");
    String reference =
        place(domain, OTHER_SERVERS + ", 'transferLock': false, 'renewalMode': 'AUTODELETE'");
    String task =
        stories.awaitWaitingFor(reference, "UPDATE_APPROVAL").at("/waitingFor/taskId").asText();
    stories.happen(domain, "MODE_CHANGED_ELSEWHERE", "AUTORENEW");

    approve(task, "'decision': {'value': 'APPROVE', 'type': 'String'}");

    JsonNode done = stories.awaitStatus(reference, "COMPLETED");
    assertThat(section(done, "renewalMode").get("before").asText()).isEqualTo("AUTORENEW");
    JsonNode reverted = stories.awaitStatus(revert(domain, reference), "COMPLETED");
    assertThat(section(reverted, "renewalMode").get("after").asText()).isEqualTo("AUTORENEW");
  }

  @Test
  void givesTheRegistrantAnotherAddressAndPutsTheFormerBack() {
    String domain = here("");

    JsonNode moved = done(domain, MOVED);

    assertThat(states(moved)).containsExactly("registrantDetails DONE");
    assertThat(moved.toString()).doesNotContain("Hamburg");
    assertThat(stories.contacts().toString()).contains("Hamburg");
    assertThat(states(done(domain, MOVED))).containsExactly("registrantDetails UNCHANGED");
    JsonNode back =
        stories.awaitStatus(revert(domain, moved.get("reference").asText()), "COMPLETED");
    assertThat(states(back)).containsExactly("registrantDetails DONE");
  }

  /** A trade is for another registrant; the same one's address is an update everywhere. */
  @BothReadings
  void updatesTheAddressAlsoWhereRegistrantsChangeByATrade(String profile) {
    stories.profile(profile);
    String domain = here(", 'zone': {'registrantChangeBy': 'TRADE'}");

    assertThat(states(done(domain, MOVED))).containsExactly("registrantDetails DONE");
    assertThat(changes(domain)).singleElement().asString().contains("OWNERCONTACT0=");
  }

  @Test
  @OnlyAtIspapi("CentralNic Reseller does not say in which roles names have contacts")
  void refusesAContactInARoleThatTheZoneHasNot() {
    String domain = here(", 'zone': {'contacts': ['ADMIN', 'TECH']}");
    String billing = TECH.replace("'tech':", "'billing':");

    assertThat(tried("UPDATE", domain, billing + OTHER_SERVERS).toString())
        .contains("names below .com have no billing contact (contacts.billing)");
    JsonNode refused = stories.awaitStatus(place(domain, billing), "FAILED");

    assertThat(refused.at("/failure/reason").asText()).isEqualTo("UPDATE_REFUSED");
    assertThat(refused.at("/failure/message").asText()).contains("contacts.billing");
    assertThat(changes(domain)).isEmpty();
    assertThat(states(done(domain, TECH))).containsExactly("contacts DONE");
  }

  @Test
  void asksForTheAdditionalFieldsThatTheRegistryWants() {
    assumeTrue(stories.platform() == Platform.ISPAPI, "CNR takes no such names");
    String domain = freshName("us");
    stories.registry("{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D'}".formatted(domain));
    assertThat(tried("UPDATE", domain, MOVED).get("questions").toString())
        .contains("ADDITIONAL_FIELDS");
    String reference = place(domain, MOVED);
    JsonNode waiting = stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    assertThat(waiting.at("/waitingFor/accepts").toString()).contains("additionalFields");
    assertThat(
            stories
                .input(reference, "{'additionalFields': {'X-US-NEXUS-CATEGORY': 'C99'}}")
                .status())
        .isEqualTo(400);

    Answer given =
        stories.input(
            reference,
            "{'additionalFields': {'X-US-NEXUS-APPPURPOSE': 'P3', 'X-US-NEXUS-CATEGORY': 'C11'}}");

    assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
    assertThat(states(stories.awaitStatus(reference, "COMPLETED")))
        .containsExactly("registrantDetails DONE");
    assertThat(changes(domain)).last().asString().contains("X-US-NEXUS-CATEGORY=C11");
  }

  @Test
  void sendsTheAdditionalFieldsThatAreKeptWithTheName() {
    assumeTrue(stories.platform() == Platform.ISPAPI, "CNR takes no such names");
    String domain = freshName("us");
    stories.awaitStatus(
        stories.place(
            domain,
            ", 'additionalFields': {'X-US-NEXUS-APPPURPOSE': 'P3', 'X-US-NEXUS-CATEGORY': 'C11'}"),
        "COMPLETED");

    assertThat(states(done(domain, MOVED))).containsExactly("registrantDetails DONE");

    assertThat(changes(domain)).last().asString().contains("X-US-NEXUS-CATEGORY=C11");
  }

  @Test
  void undoesWithAnUpdateWhatWasChangedSinceAndSaysSo() {
    String domain = here("");
    String first = done(domain, MOVED + OTHER_SERVERS).get("reference").asText();
    done(domain, ", 'registrantDetails': {'phone': '+49.309876543'}");
    done(domain, ", 'nameservers': ['ns7.example.org', 'ns8.example.org']");

    assertThat(tried("REVERT", domain, ", 'reverts': '" + first + "'").toString())
        .contains("undone with it: name servers, registrant's address and phone");
    String back = revert(domain, first);
    JsonNode reverted = stories.awaitStatus(back, "COMPLETED");

    assertThat(states(reverted))
        .containsExactlyInAnyOrder("nameservers DONE", "registrantDetails DONE");
    assertThat(reverted.at("/outcome/remark").asText())
        .contains("undone with it: name servers, registrant's address and phone");
  }

  @Test
  void putsNoFormerAddressOverAnotherRegistrant() {
    String domain = here("");
    String moved = done(domain, MOVED).get("reference").asText();
    stories.registry(
        ("{'domain': '%s', 'owner': 'OURS', 'registrant': {'firstName': 'Nora',"
                + " 'lastName': 'Newowner', 'email': 'nora@example.org'}}")
            .formatted(domain));

    JsonNode refused = stories.awaitStatus(revert(domain, moved), "FAILED");

    assertThat(refused.at("/failure/reason").asText()).isEqualTo("UPDATE_REFUSED");
    assertThat(refused.at("/failure/message").asText()).contains("the registrant was changed");
  }

  @Test
  void sendsNoAddressWhileAChangeOfRegistrantRunsAndSaysSo() {
    String domain = here("");
    stories.happen(domain, "TRADE_REQUESTED_ELSEWHERE");
    String reference = place(domain, MOVED + ", 'renewalMode': 'AUTODELETE'");

    JsonNode waiting = stories.awaitWaitingFor(reference, "UNINTENDED_TRADE");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("a change of registrant is under way at the registrar");
    decide(reference, "UNINTENDED_TRADE", "SKIP");

    JsonNode done = stories.awaitStatus(reference, "COMPLETED");
    assertThat(states(done))
        .containsExactlyInAnyOrder("registrantDetails REFUSED", "renewalMode DONE");
    assertThat(changes(domain).toString()).doesNotContainIgnoringCase("OWNERCONTACT");
  }

  @Test
  void correctsAContactThatTheRegistrarDoesNotTake() {
    String domain = here("");
    stories.fault("{'command': 'AddContact', 'fault': 'CODE_505', 'times': 1, 'domain': '*'}");
    String reference = place(domain, TECH + ", 'renewalMode': 'AUTODELETE'");
    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("contacts");
    assertThat(waiting.at("/waitingFor/what").asText()).doesNotContain("renewal mode");
    assertThat(waiting.at("/sections/contacts/state").asText()).isEqualTo("WANTED");
    assertThat(waiting.at("/sections/renewalMode/state").asText())
        .as("a contact holds up no other section")
        .isEqualTo("DONE");

    stories.decide(waiting.at("/waitingFor/taskId").asText(), "RETRY");

    assertThat(states(stories.awaitStatus(reference, "COMPLETED")))
        .containsExactlyInAnyOrder("contacts DONE", "renewalMode DONE");
  }

  @Test
  void aContactThatTheRegistrarDoesNotTakeKeepsNoOtherOut() {
    String domain = here("");
    stories.fault("{'command': 'AddContact', 'fault': 'CODE_505', 'times': 1, 'domain': '*'}");
    String reference = place(domain, MOVED + TECH);
    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("address and phone")
        .doesNotContain("contacts (");
    assertThat(waiting.at("/sections/contacts/state").asText()).isEqualTo("DONE");

    stories.decide(waiting.at("/waitingFor/taskId").asText(), "RETRY");

    assertThat(states(stories.awaitStatus(reference, "COMPLETED")))
        .containsExactlyInAnyOrder("contacts DONE", "registrantDetails DONE");
  }

  @Test
  void endsWithoutANameThatIsHere() {
    JsonNode failed = stories.awaitStatus(place(freshName("com"), OTHER_SERVERS), "FAILED");

    assertThat(failed.at("/failure/reason").asText()).isEqualTo("NOT_REGISTERED");
  }

  @Test
  void isTheOnlyChangeOfItsNameAndCanBeCancelledBeforeItSendsAnything() {
    String domain = here(", 'transferLock': true");
    String risky = OTHER_SERVERS + ", 'transferLock': false";
    String first = place(domain, risky);
    stories.awaitWaitingFor(first, "UPDATE_APPROVAL");

    assertThat(tryPlace("UPDATE", domain, OTHER_SERVERS).status()).isEqualTo(409);
    assertThat(tryPlace("SUSPEND", domain, "").status()).isEqualTo(409);
    assertThat(stories.cancel(first).status()).isEqualTo(200);
    stories.awaitStatus(first, "CANCELLED");
    assertThat(changes(domain)).isEmpty();
  }

  @Test
  void touchesNoNameThatIsDisputedBeforeSomebodyHasAgreed() {
    String domain = here(", 'transferLock': true");
    String reference =
        place(
            domain, OTHER_SERVERS + MOVED + ", 'transferLock': false, 'renewalMode': 'AUTODELETE'");
    String task =
        stories.awaitWaitingFor(reference, "UPDATE_APPROVAL").at("/waitingFor/taskId").asText();
    hold(domain);

    approve(task, "'decision': {'value': 'APPROVE', 'type': 'String'}");

    assertThat(
            stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED").at("/waitingFor/what").asText())
        .contains("name servers (the name is the subject of a dispute (UDRP, D2026-1))")
        .contains("address and phone (the name is the subject of a dispute (UDRP, D2026-1))");
    assertThat(changes(domain)).isEmpty();
    decide(reference, "REGISTRAR_REFUSED", "RETRY");
    JsonNode failed = stories.awaitStatus(reference, "FAILED");
    assertThat(failed.at("/failure/reason").asText()).isEqualTo("DISPUTE_HOLD");
    assertThat(failed.at("/failure/message").asText()).contains("Nothing was changed");
  }

  @Test
  void saysWhatWasChangedBeforeADisputeBegan() {
    String domain = here("");
    fault("ModifyDomain", domain, 1);
    String reference = place(domain, OTHER_SERVERS + ", 'renewalMode': 'AUTODELETE'");
    stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    hold(domain);

    decide(reference, "REGISTRAR_REFUSED", "RETRY");

    JsonNode failed = stories.awaitStatus(reference, "FAILED");
    assertThat(failed.at("/failure/message").asText())
        .contains("Already changed, and kept: renewal mode. Nothing was bought.")
        .doesNotContain("Nothing was changed");
  }

  @BothReadings(alwaysBoth = true)
  void leavesWhatTheRegistryHasClosed(String profile) {
    stories.profile(profile);
    String domain = here("");
    stories.happen(domain, "HOLD");

    JsonNode part =
        done(
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

  @Test
  @OnlyAtIspapi("what somebody changes by hand is said in HEXONET's words")
  void putsNoAddressOverDataThatHaveChangedWhileSomebodyDecided() {
    String mail = UUID.randomUUID() + "@example.org";
    String domain =
        here(
            ", 'transferLock': true, 'registrant': {'firstName': 'Ada', 'lastName': 'Example',"
                + " 'street': ['Main Street 1'], 'city': 'Berlin', 'postalCode': '10115',"
                + " 'country': 'DE', 'phone': '+49.301234567', 'email': '%s'}".formatted(mail));
    String reference = place(domain, OTHER_SERVERS + MOVED + ", 'transferLock': false");
    String task =
        stories.awaitWaitingFor(reference, "UPDATE_APPROVAL").at("/waitingFor/taskId").asText();
    new RegistrarCaller(port)
        .call("COMMAND=ModifyContact\nCONTACT=%s\nPHONE=+49.309999999".formatted(handle(mail)));

    approve(task, "'decision': {'value': 'APPROVE', 'type': 'String'}");

    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("the registrant was changed");
    stories.decide(waiting.at("/waitingFor/taskId").asText(), "RETRY");
    stories.awaitStatus(reference, "COMPLETED");
    assertThat(stories.contacts())
        .filteredOn(contact -> contact.toString().contains(mail))
        .last()
        .asString()
        .contains("Hamburg", "+49.309999999");
  }

  private String handle(String mail) {
    return stories.contacts().stream()
        .filter(contact -> contact.toString().contains(mail))
        .map(contact -> contact.get("handle").asText())
        .findFirst()
        .orElseThrow();
  }

  private void hold(String domain) {
    Answer held =
        new Caller(port, "admin")
            .put("/api/v1/domains/" + domain + "/hold", "{'kind': 'UDRP', 'reference': 'D2026-1'}");
    assertThat(held.status()).as(held.body().toString()).isBetween(200, 299);
  }

  private String next(String after, String outcome) {
    return ", 'next': [{'command': 'ModifyDomain', 'after': '%s', 'outcome': '%s', 'reason': 'no'}]"
        .formatted(after, outcome);
  }

  private void fault(String command, String domain, int times) {
    stories.fault(
        "{'command': '%s', 'fault': 'CODE_552', 'times': %d, 'domain': '%s'}"
            .formatted(command, times, domain));
  }

  /** A name of the caller who orders, open, without privacy, that expires. */
  private String here(String more) {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D', 'renewalMode': 'AUTOEXPIRE' %s}"
            .formatted(domain, more));
    return domain;
  }

  private Answer tryPlace(String operation, String domain, String more) {
    return tryPlace("U-" + UUID.randomUUID(), operation, domain, more);
  }

  private Answer tryPlace(String reference, String operation, String domain, String more) {
    return stories.placeRaw(
        "{'reference': '%s', 'operation': '%s', 'account': 'sandbox', 'domain': '%s' %s}"
            .formatted(reference, operation, domain, more));
  }

  private JsonNode tried(String operation, String domain, String more) {
    Answer answer =
        stories
            .operator()
            .post(
                "/api/v1/orders?dryRun=true",
                "{'reference': 'U-%s', 'operation': '%s', 'account': '%s', 'domain': '%s' %s}"
                    .formatted(UUID.randomUUID(), operation, stories.account(), domain, more));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  private String place(String domain, String more) {
    return place("UPDATE", domain, more);
  }

  private String place(String operation, String domain, String more) {
    String reference = "U-" + UUID.randomUUID();
    Answer answer = tryPlace(reference, operation, domain, more);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return reference;
  }

  private String revert(String domain, String reference) {
    return place("REVERT", domain, ", 'reverts': '" + reference + "'");
  }

  private JsonNode done(String domain, String more) {
    return stories.awaitStatus(place(domain, more), "COMPLETED");
  }

  private void decide(String reference, String code, String decision) {
    JsonNode waiting = stories.awaitWaitingFor(reference, code);
    Answer decided = stories.decide(waiting.at("/waitingFor/taskId").asText(), decision);
    assertThat(decided.status()).as(decided.body().toString()).isBetween(200, 299);
  }

  private String formOf(String task) {
    return approver.get("/engine-rest/task/" + task + "/form-variables").body().toString();
  }

  private void approve(String task, String variables) {
    Answer claimed =
        approver.post("/engine-rest/task/" + task + "/claim", "{'userId': 'approver'}");
    assertThat(claimed.status()).isEqualTo(204);
    Answer approved =
        approver.post(
            "/engine-rest/task/" + task + "/submit-form", "{'variables': {" + variables + "}}");
    assertThat(approved.status()).as(approved.body().toString()).isBetween(200, 299);
  }

  private static JsonNode section(JsonNode order, String section) {
    return order.at("/outcome/sections/" + section);
  }

  /** Each section with its state. */
  private static List<String> states(JsonNode order) {
    return order.at("/outcome/sections").properties().stream()
        .map(section -> section.getKey() + " " + section.getValue().get("state").asText())
        .toList();
  }

  /** The commands that changed the name, a text for each call. */
  private List<String> changes(String domain) {
    return stories.ledger(domain).stream()
        .map(
            entry ->
                entry.get("parameters").properties().stream()
                    .map(p -> p.getKey() + "=" + p.getValue().asText())
                    .toList()
                    .toString())
        .toList();
  }
}
