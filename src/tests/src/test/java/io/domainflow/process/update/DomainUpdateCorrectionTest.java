package io.domainflow.process.update;

import static io.domainflow.process.update.UpdateStories.MOVED;
import static io.domainflow.process.update.UpdateStories.OTHER_SERVERS;
import static io.domainflow.process.update.UpdateStories.TECH;
import static io.domainflow.process.update.UpdateStories.section;
import static io.domainflow.process.update.UpdateStories.states;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What the registrar refuses of an update is corrected, left out or given up by an operator or the
 * caller, while the other sections are changed.
 */
@DomainflowTest
class DomainUpdateCorrectionTest {

  private final Registrations stories;
  private final UpdateStories updates;

  DomainUpdateCorrectionTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.updates = new UpdateStories(port, stories);
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @Test
  void asksAnOperatorWhatTheRegistrarRefusesWhileTheRestStands() {
    String domain = updates.here("");
    updates.fault("ModifyDomain", domain, 1);
    String reference = updates.place(domain, OTHER_SERVERS + ", 'renewalMode': 'AUTODELETE'");
    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    String task = waiting.at("/waitingFor/taskId").asText();

    assertThat(waiting.at("/waitingFor/what").asText()).contains("name servers", "«");
    assertThat(
            stories
                .caller(reference)
                .get("/api/v1/domains/" + domain)
                .body()
                .get("status")
                .asText())
        .as("what it has read")
        .isEqualTo("ACTIVE");
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
    String domain = updates.here("");
    String reference =
        updates.place(domain, ", 'nameservers': ['ns1.%s', 'ns2.example.org']".formatted(domain));

    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("the registrar refuses it: «", "has to exist as a host at the registry first");
    updates.decide(reference, "REGISTRAR_REFUSED", "GIVE_UP");

    JsonNode failed = stories.awaitStatus(reference, "FAILED");
    assertThat(failed.at("/failure/message").asText()).contains("has to exist as a host");
    assertThat(failed.at("/failure/sections/nameservers/reason").asText())
        .contains("the registrar refuses it: «");
  }

  @Test
  void takesCorrectedValuesFromTheCallerToo() {
    String domain = updates.here("");
    updates.fault("ModifyDomain", domain, 1);
    String reference = updates.place(domain, OTHER_SERVERS);
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
    String domain = updates.here("");
    updates.fault("ModifyDomain", domain, 1);
    String both =
        TECH.substring(0, TECH.length() - 1) + TECH.replace(", 'contacts': {'tech'", ", 'billing'");
    String reference = updates.place(domain, both);

    assertThat(
            stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED").at("/waitingFor/what").asText())
        .contains("contacts.tech, contacts.billing");
    Answer given = stories.input(reference, "{'contacts': {'billing': null}}");

    assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
    assertThat(states(stories.awaitStatus(reference, "COMPLETED")))
        .containsExactly("contacts DONE");
    assertThat(updates.changes(domain))
        .singleElement()
        .asString()
        .contains("TECHCONTACT0=")
        .doesNotContain("BILLINGCONTACT");
  }

  @Test
  void leavesOutASectionButNothingThatIsChangedNorAllOfTheOrder() {
    String domain = updates.here("");
    String reference =
        updates.place(
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
    String domain = updates.here("");
    stories.fault(
        "{'command': 'ModifyDomain', 'fault': 'CODE_541', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = updates.place(domain, MOVED + ", 'renewalMode': 'AUTODELETE'");
    stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    Answer given = stories.input(reference, "{'registrantDetails': null}");

    assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
    assertThat(states(stories.awaitStatus(reference, "COMPLETED")))
        .containsExactlyInAnyOrder("registrantDetails REFUSED", "renewalMode DONE");
    assertThat(updates.changes(domain).toString()).doesNotContain("OWNERCONTACT");
  }

  /** What is corrected of the details replaces nothing else of them. */
  @Test
  void keepsThePhoneWhenTheAddressIsCorrected() {
    String domain = updates.here("");
    stories.fault(
        "{'command': 'ModifyDomain', 'fault': 'CODE_541', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference =
        updates.place(
            domain,
            ", 'registrantDetails': {'street': ['Wrong Street 1'], 'city': 'Hamburg',"
                + " 'postalCode': '20095', 'country': 'DE', 'phone': '+49.40111222'}");
    stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    Answer given =
        stories.input(
            reference,
            "{'registrantDetails': {'street': ['Right Street 3'], 'city': 'Hamburg',"
                + " 'postalCode': '20095', 'country': 'DE'}}");

    assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
    stories.awaitStatus(reference, "COMPLETED");
    assertThat(stories.contacts())
        .filteredOn(contact -> contact.toString().contains("Right Street 3"))
        .singleElement()
        .asString()
        .contains("+49.40111222");
  }

  @Test
  void takesHostNamesSeparatedByCommasAsItsFormSays() {
    String domain = updates.here("");
    updates.fault("ModifyDomain", domain, 1);
    String reference = updates.place(domain, OTHER_SERVERS);
    String task = updates.taskOf(reference, "REGISTRAR_REFUSED");

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
    String domain = updates.here("");
    updates.fault("ModifyDomain", domain, 1);
    String reference = updates.place(domain, OTHER_SERVERS + ", 'renewalMode': 'AUTODELETE'");
    stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    Answer given = stories.input(reference, "{'renewalMode': 'AUTOEXPIRE'}");

    assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
    JsonNode done = stories.awaitStatus(reference, "COMPLETED");
    assertThat(states(done)).containsExactlyInAnyOrder("nameservers DONE", "renewalMode DONE");
    assertThat(section(done, "renewalMode").get("after").asText()).isEqualTo("AUTOEXPIRE");
  }

  @Test
  void repeatsNothingOfContactsThatTheRegistrarNamesWhenItRefusesThem() {
    String domain = updates.here("");
    stories.fault(
        ("{'command': 'ModifyDomain', 'fault': 'CODE_541', 'times': 1, 'domain': '%s',"
                + " 'description': 'Parameter value policy error; OWNERCONTACT0; Old Holder,"
                + " old@holder.example'}")
            .formatted(domain));

    String reference = updates.place(domain, ", 'registrantDetails': {'phone': '+49.30765432'}");

    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(waiting.toString())
        .contains("541 Invalid attribute value; OWNERCONTACT0")
        .doesNotContainIgnoringCase("holder");
    assertThat(stories.timeline(reference).toString()).doesNotContainIgnoringCase("old holder");
    stories.decide(updates.taskOf(reference, "REGISTRAR_REFUSED"), "GIVE_UP");
    assertThat(stories.awaitStatus(reference, "FAILED").toString())
        .doesNotContainIgnoringCase("old holder");
  }

  @Test
  void skipsWhatIsRefusedOrGivesUp() {
    String domain = updates.here("");
    updates.fault("ModifyDomain", domain, 1);
    String skipped = updates.place(domain, OTHER_SERVERS + ", 'renewalMode': 'AUTODELETE'");
    updates.decide(skipped, "REGISTRAR_REFUSED", "SKIP");
    JsonNode done = stories.awaitStatus(skipped, "COMPLETED");
    assertThat(states(done)).containsExactlyInAnyOrder("nameservers REFUSED", "renewalMode DONE");

    updates.fault("ModifyDomain", domain, 1);
    String all = updates.place(domain, OTHER_SERVERS);
    updates.decide(all, "REGISTRAR_REFUSED", "SKIP");
    assertThat(stories.awaitStatus(all, "FAILED").at("/failure/reason").asText())
        .isEqualTo("UPDATE_REFUSED");

    updates.fault("ModifyDomain", domain, 1);
    String given = updates.place(domain, OTHER_SERVERS + ", 'renewalMode': 'AUTOEXPIRE'");
    updates.decide(given, "REGISTRAR_REFUSED", "GIVE_UP");
    JsonNode failed = stories.awaitStatus(given, "FAILED");
    assertThat(failed.at("/failure/reason").asText()).isEqualTo("GIVEN_UP");
    assertThat(failed.at("/failure/message").asText()).contains("kept: renewal mode");
  }

  @Test
  void correctsAContactThatTheRegistrarDoesNotTake() {
    String domain = updates.here("");
    stories.fault("{'command': 'AddContact', 'fault': 'CODE_505', 'times': 1, 'domain': '*'}");
    String reference = updates.place(domain, TECH + ", 'renewalMode': 'AUTODELETE'");
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
    String domain = updates.here("");
    stories.fault("{'command': 'AddContact', 'fault': 'CODE_505', 'times': 1, 'domain': '*'}");
    String reference = updates.place(domain, MOVED + TECH);
    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("address and phone")
        .doesNotContain("contacts (");
    assertThat(waiting.at("/sections/contacts/state").asText()).isEqualTo("DONE");

    stories.decide(waiting.at("/waitingFor/taskId").asText(), "RETRY");

    assertThat(states(stories.awaitStatus(reference, "COMPLETED")))
        .containsExactlyInAnyOrder("contacts DONE", "registrantDetails DONE");
  }
}
