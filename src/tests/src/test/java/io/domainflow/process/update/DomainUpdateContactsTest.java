package io.domainflow.process.update;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.process.update.UpdateStories.MOVED;
import static io.domainflow.process.update.UpdateStories.OTHER_SERVERS;
import static io.domainflow.process.update.UpdateStories.TECH;
import static io.domainflow.process.update.UpdateStories.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.RegistrarCaller;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An update gives a name other contacts or its registrant another address, with the additional
 * fields that the registry requires, and never one registrant's address to another.
 */
@DomainflowTest
class DomainUpdateContactsTest {

  private final Registrations stories;
  private final UpdateStories updates;
  private final int port;

  DomainUpdateContactsTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.updates = new UpdateStories(port, stories);
    this.port = port;
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @Test
  void givesTheRegistrantAnotherAddressAndPutsTheFormerBack() {
    String domain = updates.here("");

    JsonNode moved = updates.done(domain, MOVED);

    assertThat(states(moved)).containsExactly("registrantDetails DONE");
    assertThat(moved.toString()).doesNotContain("Hamburg");
    assertThat(stories.contacts().toString()).contains("Hamburg");
    assertThat(states(updates.done(domain, MOVED))).containsExactly("registrantDetails UNCHANGED");
    JsonNode back =
        stories.awaitStatus(updates.revert(domain, moved.get("reference").asText()), "COMPLETED");
    assertThat(states(back)).containsExactly("registrantDetails DONE");
  }

  /** Otherwise the order would say that it was not done, although it may be. */
  @Test
  void cannotBeCancelledWhileItIsUnknownWhetherTheAddressIsChanged() {
    String domain = updates.here("");
    stories.fault(
        "{'command': 'ModifyDomain', 'domain': '%s', 'fault': 'TIMEOUT_BEFORE', 'times': 1}"
            .formatted(domain));
    String reference = updates.place(domain, MOVED);
    stories.awaitWaitingFor(reference, "OUTCOME_UNKNOWN");

    assertThat(stories.cancel(reference).status()).isEqualTo(409);

    stories.advance("PT10M");
    assertThat(states(stories.awaitStatus(reference, "COMPLETED")))
        .containsExactly("registrantDetails DONE");
  }

  /** A trade is for another registrant; the same one's address is an update everywhere. */
  @BothReadings
  void updatesTheAddressAlsoWhereRegistrantsChangeByATrade(String profile) {
    stories.profile(profile);
    String domain = updates.here(", 'zone': {'registrantChangeBy': 'TRADE'}");

    assertThat(states(updates.done(domain, MOVED))).containsExactly("registrantDetails DONE");
    assertThat(updates.changes(domain)).singleElement().asString().contains("OWNERCONTACT0=");
  }

  @Test
  @OnlyAtIspapi("CentralNic Reseller does not say in which roles names have contacts")
  void refusesAContactInARoleThatTheZoneHasNot() {
    String domain = updates.here(", 'zone': {'contacts': ['ADMIN', 'TECH']}");
    String billing = TECH.replace("'tech':", "'billing':");

    assertThat(updates.tried("UPDATE", domain, billing + OTHER_SERVERS).toString())
        .contains("names below .com have no billing contact (contacts.billing)");
    JsonNode refused = stories.awaitStatus(updates.place(domain, billing), "FAILED");

    assertThat(refused.at("/failure/reason").asText()).isEqualTo("UPDATE_REFUSED");
    assertThat(refused.at("/failure/message").asText()).contains("contacts.billing");
    assertThat(updates.changes(domain)).isEmpty();
    assertThat(states(updates.done(domain, TECH))).containsExactly("contacts DONE");
  }

  @Test
  void asksForTheAdditionalFieldsThatTheRegistryWants() {
    assumeTrue(stories.platform() == Platform.ISPAPI, "CNR takes no such names");
    String domain = freshName("us");
    stories.registry("{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D'}".formatted(domain));
    assertThat(updates.tried("UPDATE", domain, MOVED).get("questions").toString())
        .contains("ADDITIONAL_FIELDS");
    String reference = updates.place(domain, MOVED);
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
    assertThat(updates.changes(domain)).last().asString().contains("X-US-NEXUS-CATEGORY=C11");
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

    assertThat(states(updates.done(domain, MOVED))).containsExactly("registrantDetails DONE");

    assertThat(updates.changes(domain)).last().asString().contains("X-US-NEXUS-CATEGORY=C11");
  }

  @Test
  void undoesWithAnUpdateWhatWasChangedSinceAndSaysSo() {
    String domain = updates.here("");
    String first = updates.done(domain, MOVED + OTHER_SERVERS).get("reference").asText();
    updates.done(domain, ", 'registrantDetails': {'phone': '+49.309876543'}");
    updates.done(domain, ", 'nameservers': ['ns7.example.org', 'ns8.example.org']");

    assertThat(updates.tried("REVERT", domain, ", 'reverts': '" + first + "'").toString())
        .contains("undone with it: name servers, registrant's address and phone");
    String back = updates.revert(domain, first);
    JsonNode reverted = stories.awaitStatus(back, "COMPLETED");

    assertThat(states(reverted))
        .containsExactlyInAnyOrder("nameservers DONE", "registrantDetails DONE");
    assertThat(reverted.at("/outcome/remark").asText())
        .contains("undone with it: name servers, registrant's address and phone");
  }

  @Test
  void putsNoFormerAddressOverAnotherRegistrant() {
    String domain = updates.here("");
    String moved = updates.done(domain, MOVED).get("reference").asText();
    stories.registry(
        ("{'domain': '%s', 'owner': 'OURS', 'registrant': {'firstName': 'Nora',"
                + " 'lastName': 'Newowner', 'email': 'nora@example.org'}}")
            .formatted(domain));

    JsonNode refused = stories.awaitStatus(updates.revert(domain, moved), "FAILED");

    assertThat(refused.at("/failure/reason").asText()).isEqualTo("UPDATE_REFUSED");
    assertThat(refused.at("/failure/message").asText()).contains("the registrant was changed");
  }

  @Test
  void sendsNoAddressWhileAChangeOfRegistrantRunsAndSaysSo() {
    String domain = updates.here("");
    stories.happen(domain, "TRADE_REQUESTED_ELSEWHERE");
    String reference = updates.place(domain, MOVED + ", 'renewalMode': 'AUTODELETE'");

    JsonNode waiting = stories.awaitWaitingFor(reference, "UNINTENDED_TRADE");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("a change of registrant is under way at the registrar");
    updates.decide(reference, "UNINTENDED_TRADE", "SKIP");

    JsonNode done = stories.awaitStatus(reference, "COMPLETED");
    assertThat(states(done))
        .containsExactlyInAnyOrder("registrantDetails REFUSED", "renewalMode DONE");
    assertThat(updates.changes(domain).toString()).doesNotContainIgnoringCase("OWNERCONTACT");
  }

  @Test
  @OnlyAtIspapi("what somebody changes by hand is said in HEXONET's words")
  void putsNoAddressOverDataThatHaveChangedWhileSomebodyDecided() {
    String mail = UUID.randomUUID() + "@example.org";
    String domain =
        updates.here(
            ", 'transferLock': true, 'registrant': {'firstName': 'Ada', 'lastName': 'Example',"
                + " 'street': ['Main Street 1'], 'city': 'Berlin', 'postalCode': '10115',"
                + " 'country': 'DE', 'phone': '+49.301234567', 'email': '%s'}".formatted(mail));
    String reference = updates.place(domain, OTHER_SERVERS + MOVED + ", 'transferLock': false");
    String task =
        stories.awaitWaitingFor(reference, "UPDATE_APPROVAL").at("/waitingFor/taskId").asText();
    new RegistrarCaller(port)
        .call("COMMAND=ModifyContact\nCONTACT=%s\nPHONE=+49.309999999".formatted(handle(mail)));

    updates.approve(task, "'decision': {'value': 'APPROVE', 'type': 'String'}");

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
}
