package io.domainflow.process.authcode;

import static io.domainflow.process.authcode.AuthCodeStories.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.order.leaving.RegistrantMailAddresses;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.UpdateDomain;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An approver looks at an auth code that is ordered after a change that a thief would make, whether
 * it was ordered here or made elsewhere.
 */
@DomainflowTest
class AuthCodeApprovalTest {

  private final RegistrarGateway gateway;
  private final RegistrantMailAddresses registrants;
  private final Registrations stories;
  private final AuthCodeStories codes;
  private final Caller billing;
  private final Caller operator;
  private final Caller approver;

  @Autowired
  AuthCodeApprovalTest(
      @LocalServerPort int port, RegistrarGateway gateway, RegistrantMailAddresses registrants) {
    this.gateway = gateway;
    this.registrants = registrants;
    this.stories = new Registrations(port);
    this.codes = new AuthCodeStories(stories, gateway);
    this.billing = new Caller(port, "billing");
    this.operator = new Caller(port, "operator");
    this.approver = new Caller(port, "approver");
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  /** The owner who wants to stop the name need not cancel first, or wait for an approver. */
  @Test
  void givesWayToItsOwnersSuspension() {
    String domain = codes.here("com", "");
    stories.awaitStatus(
        stories.placePlain(
            "UPDATE", domain, ", 'nameservers': ['ns1.example.org', 'ns2.example.org']"),
        "COMPLETED");
    String code = codes.place(domain, ", 'unlock': true");
    String task =
        stories.awaitWaitingFor(code, "AUTH_CODE_APPROVAL").at("/waitingFor/taskId").asText();
    String order = "{'reference': '%s', 'operation': '%s', 'account': '%s', 'domain': '%s'}";
    String suspension = "S-" + UUID.randomUUID();

    Answer busy =
        billing.post(
            "/api/v1/orders", order.formatted(suspension, "UNSUSPEND", stories.account(), domain));
    Answer tried =
        billing.post(
            "/api/v1/dry-runs", order.formatted(suspension, "SUSPEND", stories.account(), domain));
    assertThat(stories.awaitWaitingFor(code, "AUTH_CODE_APPROVAL")).isNotNull();
    Answer placed =
        billing.post(
            "/api/v1/orders", order.formatted(suspension, "SUSPEND", stories.account(), domain));

    assertThat(busy.status()).isEqualTo(409);
    assertThat(tried.body().get("warnings").toString()).contains(code, "gives way");
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    stories.awaitStatus(suspension, "COMPLETED");
    stories.awaitStatus(code, "CANCELLED");
    assertThat(billing.get("/api/v1/orders/" + code + "/timeline").body().toString())
        .contains("The order gave way to the", suspension);
    assertThat(approver.get("/engine-rest/task/" + task).status()).isEqualTo(404);
  }

  @Test
  void hasAnApproverLookAtWhatAThiefWouldDo() {
    String domain = codes.here("com", ", 'transferLock': true");
    stories.awaitStatus(
        stories.placePlain(
            "UPDATE", domain, ", 'nameservers': ['ns1.example.org', 'ns2.example.org']"),
        "COMPLETED");
    int before = codes.changes(domain).size();

    String refused = codes.place(domain, ", 'unlock': true");
    JsonNode waiting = stories.awaitWaitingFor(refused, "AUTH_CODE_APPROVAL");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("APPROVER");
    assertThat(read(billing, refused).status()).isEqualTo(409);
    String task = waiting.at("/waitingFor/taskId").asText();
    assertThat(approver.get("/engine-rest/task/" + task + "/form-variables").body().toString())
        .contains("name servers were changed less than 72 hours");
    decide(
        task,
        "'decision': {'value': 'REFUSE', 'type': 'String'},"
            + "'reason': {'value': 'unknown caller', 'type': 'String'}");
    JsonNode failed = stories.awaitStatus(refused, "FAILED");
    assertThat(failed.at("/failure/reason").asText()).isEqualTo("APPROVAL_REFUSED");
    assertThat(failed.at("/failure/message").asText()).contains("unknown caller");
    assertThat(codes.changes(domain)).hasSize(before);

    String approved = codes.place(domain, ", 'unlock': true");
    approve(approved);
    stories.awaitStatus(approved, "COMPLETED");
    assertThat(read(billing, approved).status()).isEqualTo(200);
    assertThat(codes.changes(domain)).hasSize(before + 1);
  }

  @BothReadings
  void whatAThiefWouldDoGrowsNoOlderWhileTheRegistrarIsAway(String profile) {
    stories.profile(profile);
    String domain = codes.here("com", "");
    stories.awaitStatus(
        stories.placePlain(
            "UPDATE", domain, ", 'nameservers': ['ns1.example.org', 'ns2.example.org']"),
        "COMPLETED");
    stories.advance("PT71H");
    stories.fault(
        "{'command': 'StatusDomain', 'fault': 'CODE_421', 'times': 10000, 'domain': '%s'}"
            .formatted(domain));
    String reference = codes.place(domain, "");
    stories.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");

    stories.advance("PT2H");
    stories.registrarIsWellAgain();

    String task =
        stories.awaitWaitingFor(reference, "AUTH_CODE_APPROVAL").at("/waitingFor/taskId").asText();
    assertThat(approver.get("/engine-rest/task/" + task + "/form-variables").body().toString())
        .contains("name servers were changed less than 72 hours");
    stories.cancel(reference);
  }

  @Test
  void noticesWhatIsChangedInThePanelAlsoIfTheSameWasOrderedLongAgo() {
    String domain = codes.here("com", "");
    stories.awaitStatus(
        stories.placePlain(
            "UPDATE", domain, ", 'nameservers': ['ns1.example.org', 'ns2.example.org']"),
        "COMPLETED");
    stories.advance("P10D");
    panel(
        domain,
        new NameSettings(
            List.of(new Nameserver("ns1.panel.example"), new Nameserver("ns2.panel.example")),
            null,
            null,
            null,
            Map.of()));

    JsonNode waiting = stories.awaitWaitingFor(codes.place(domain, ""), "AUTH_CODE_APPROVAL");

    assertThat(form(waiting)).contains("name servers were changed less than 72 hours");
  }

  /** For a name that was never ordered here, only earlier readings show that it was changed. */
  @BothReadings
  void noticesWhatItsOwnLookShowsToBeChanged(String profile) {
    stories.profile(profile);
    String domain = codes.here("com", "");
    stories.give(domain, "billing");
    assertThat(refresh(domain).status()).isEqualTo(200);
    stories.advance("P5D");
    panel(
        domain,
        new NameSettings(
            List.of(new Nameserver("ns1.thief.example"), new Nameserver("ns2.thief.example")),
            null,
            null,
            null,
            Map.of()));

    JsonNode waiting = stories.awaitWaitingFor(codes.place(domain, ""), "AUTH_CODE_APPROVAL");

    assertThat(form(waiting)).contains("name servers were changed less than 72 hours");
  }

  @Test
  void noticesAnotherMailAddressAndTellsTheOneBeforeToo() {
    String domain = codes.here("com", "");
    registrants.seen(stories.account(), DomainName.of(domain), "before@example.org");
    String reference = codes.place(domain, "");

    JsonNode waiting = stories.awaitWaitingFor(reference, "AUTH_CODE_APPROVAL");
    assertThat(form(waiting)).contains("mail address, was changed less than 72 hours");
    approve(reference);
    stories.awaitStatus(reference, "COMPLETED");

    assertThat(stories.mails(domain))
        .filteredOn(mail -> mail.get("kind").asText().equals("AUTH_CODE_ISSUED"))
        .extracting(mail -> mail.get("to").asText())
        .hasSize(2)
        .contains("before@example.org");
  }

  @Test
  void aDryRunDoesNotTellWhetherSomebodyIsAsked() {
    String domain = codes.here("com", "");
    registrants.seen(stories.account(), DomainName.of(domain), "before@example.org");
    stories.give(domain, "billing");

    Answer preview =
        billing.post(
            "/api/v1/orders?dryRun=true",
            "{'reference': 'A-%s', 'operation': 'AUTH_CODE', 'account': '%s', 'domain': '%s'}"
                .formatted(UUID.randomUUID(), stories.account(), domain));

    assertThat(preview.status()).as("%s", preview.body()).isEqualTo(200);
    assertThat(preview.body().toString())
        .contains("An approver may be asked")
        .doesNotContain("AUTH_CODE_APPROVAL");
  }

  /** Somebody sets a name up in the registrar's panel. */
  private void panel(String domain, NameSettings settings) {
    gateway.ensure(stories.account(), new UpdateDomain(DomainName.of(domain), settings, false));
  }

  private Answer refresh(String domain) {
    return operator.post("/api/v1/domains/" + domain + "/refresh?account=" + stories.account(), "");
  }

  private String form(JsonNode waiting) {
    return approver
        .get("/engine-rest/task/" + waiting.at("/waitingFor/taskId").asText() + "/form-variables")
        .body()
        .toString();
  }

  private void approve(String reference) {
    decide(
        stories.awaitWaitingFor(reference, "AUTH_CODE_APPROVAL").at("/waitingFor/taskId").asText(),
        "'decision': {'value': 'APPROVE', 'type': 'String'}");
  }

  private void decide(String task, String variables) {
    approver.post("/engine-rest/task/" + task + "/claim", "{'userId': 'approver'}");
    Answer decided =
        approver.post(
            "/engine-rest/task/" + task + "/submit-form", "{'variables': {" + variables + "}}");
    assertThat(decided.status()).as(decided.body().toString()).isBetween(200, 299);
  }
}
