package io.domainflow.process.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.model.DomainName;
import io.domainflow.order.domain.DepartedDomains;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The stories of DomainReleaseProcess.bpmn, from the viewpoint of callers and approvers. */
@DomainflowTest
class DomainReleaseProcessTest {

  private static final String TAG = "EXAMPLE-TAG";

  private final DepartedDomains gone;
  private final TransactionTemplate transaction;
  private final Registrations stories;
  private final Caller billing;
  private final Caller operator;
  private final Caller approver;

  @Autowired
  DomainReleaseProcessTest(
      @LocalServerPort int port, DepartedDomains gone, TransactionTemplate transaction) {
    this.gone = gone;
    this.transaction = transaction;
    this.stories = new Registrations(port);
    this.billing = new Caller(port, "billing");
    this.operator = new Caller(port, "operator");
    this.approver = new Caller(port, "approver");
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  private String here(String tld, String more) {
    String domain = Registrations.freshName(tld);
    stories.registry("{'domain': '%s', 'owner': 'OURS' %s}".formatted(domain, more));
    stories.give(domain, "billing");
    return domain;
  }

  private Answer order(Caller caller, String reference, String domain, String target) {
    return caller.post(
        "/api/v1/orders",
        "{'reference': '%s', 'operation': 'RELEASE', 'account': '%s', 'domain': '%s', 'target': '%s'}"
            .formatted(reference, stories.account(), domain, target));
  }

  private String place(String domain, String target) {
    String reference = "release-" + UUID.randomUUID();
    Answer placed = order(billing, reference, domain, target);
    assertThat(placed.status()).as("%s", placed.body()).isEqualTo(202);
    return reference;
  }

  private Answer decide(JsonNode order, String variables) {
    String task = order.at("/waitingFor/taskId").asText();
    approver.post("/engine-rest/task/" + task + "/claim", "{'userId': 'approver'}");
    return approver.post(
        "/engine-rest/task/" + task + "/submit-form", "{'variables': {" + variables + "}}");
  }

  private void approve(String reference) {
    Answer answer =
        decide(
            stories.awaitWaitingFor(reference, "RELEASE_APPROVAL"),
            "'decision': {'value': 'APPROVE', 'type': 'String'}");
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
  }

  private JsonNode domain(String domain) {
    return operator.get("/api/v1/domains/" + domain + "?account=" + stories.account()).body();
  }

  private long pushes(String domain) {
    return stories.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().equals("PushDomain"))
        .count();
  }

  @BothReadings(alwaysBoth = true)
  void givesANameToATagOnceAnApproverHasAgreed(String profile) {
    stories.profile(profile);
    String domain = here("co.uk", "");
    String reference = place(domain, TAG);

    JsonNode waiting = stories.awaitWaitingFor(reference, "RELEASE_APPROVAL");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("APPROVER");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains(TAG, "cannot be undone", "still in this account");
    assertThat(waiting.at("/ordered/target").asText()).isEqualTo(TAG);
    assertThat(pushes(domain)).isZero();
    approve(reference);

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("PUSHED_AWAY");
    assertThat(order.at("/outcome/remark").asText()).contains(TAG);
    assertThat(order.at("/charged").asText()).isEqualTo("NO");
    assertThat(domain(domain).get("status").asText()).isEqualTo("TRANSFERRED_AWAY");
    assertThat(domain(domain).at("/gone/how").asText()).contains("released to " + TAG);
    assertThat(gone.unreported(stories.account()))
        .as("an approver has agreed")
        .noneMatch(name -> name.domain().ascii().equals(domain));
    assertThat(pushes(domain)).isOne();
  }

  @BothReadings(alwaysBoth = true)
  void sendsAGermanNameBackToItsRegistryOnceEvenIfTheAnswerIsLost(String profile) {
    stories.profile(profile);
    String domain = here("de", "");
    stories.fault(
        "{'command': 'PushDomain', 'fault': 'TIMEOUT_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = place(domain, "TRANSIT");
    approve(reference);

    JsonNode order =
        stories.await(
            reference,
            found -> {
              stories.advance("PT10M");
              return found.at("/status").asText().equals("COMPLETED");
            });

    assertThat(order.at("/outcome/code").asText()).isEqualTo("PUSHED_AWAY");
    assertThat(pushes(domain)).isOne();
  }

  @Test
  void keepsANameForWhichAnApproverRefuses() {
    String domain = here("co.uk", "");
    String reference = place(domain, TAG);

    Answer answer =
        decide(
            stories.awaitWaitingFor(reference, "RELEASE_APPROVAL"),
            "'decision': {'value': 'REFUSE', 'type': 'String'},"
                + " 'reason': {'value': 'The holder knows nothing of it', 'type': 'String'}");
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("APPROVAL_REFUSED");
    assertThat(order.at("/failure/message").asText())
        .contains("The holder knows nothing of it", "nothing was bought");
    assertThat(pushes(domain)).isZero();
  }

  @Test
  void saysWhatStandsInTheWay() {
    String locked = here("co.uk", ", 'transferLock': true");
    JsonNode order = stories.awaitStatus(place(locked, TAG), "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("NOT_POSSIBLE_YET");
    assertThat(order.at("/failure/message").asText()).contains("open the lock first");

    String leaving = here("co.uk", "");
    stories.happen(leaving, "OUTGOING_REQUESTED");
    order = stories.awaitStatus(place(leaving, TAG), "FAILED");
    assertThat(order.at("/failure/message").asText()).contains("is under way");
  }

  @Test
  void looksOnceMoreBeforeItSends() {
    String domain = here("co.uk", "");
    String reference = place(domain, TAG);
    JsonNode waiting = stories.awaitWaitingFor(reference, "RELEASE_APPROVAL");
    stories.happen(domain, "LOCKED");

    decide(waiting, "'decision': {'value': 'APPROVE', 'type': 'String'}");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("NOT_POSSIBLE_YET");
    assertThat(pushes(domain)).isZero();
  }

  @Test
  void passesOnWhyTheRegistrarRefuses() {
    String domain = here("co.uk", "");
    stories.fault(
        "{'command': 'PushDomain', 'fault': 'CODE_541', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = place(domain, "NO-SUCH-TAG");
    approve(reference);

    JsonNode order = stories.awaitStatus(reference, "FAILED");

    assertThat(order.at("/failure/reason").asText()).isEqualTo("REGISTRAR_REFUSED");
    assertThat(order.at("/failure/message").asText()).contains("Check the target");
    assertThat(domain(domain).get("status").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void isNotOfferedWhereNamesAreNotPushed() {
    Answer generic = order(billing, "release-none", here("com", ""), TAG);
    assertThat(generic.status()).isEqualTo(400);
    assertThat(generic.body().toString()).contains("AUTH_CODE");

    Answer tag = order(billing, "release-none", here("co.uk", ""), "a tag");
    assertThat(tag.status()).isEqualTo(400);
    assertThat(tag.body().toString()).contains("capitals, digits and hyphens");

    Answer german = order(billing, "release-none", here("de", ""), "SOMEBODY");
    assertThat(german.status()).isEqualTo(400);
    assertThat(german.body().toString()).contains("must be TRANSIT under .de");

    Answer transit = order(billing, "release-none", here("co.uk", ""), "TRANSIT");
    assertThat(transit.body().toString()).contains("the tag of the new registrar");
  }

  @BothReadings
  void endsAsPushedAwayAlsoIfSomebodyElseNoticesFirstAndNobodyCanCancelMeanwhile(String profile) {
    stories.profile(profile);
    String domain = here("co.uk", "");
    stories.fault(
        "{'command': 'PushDomain', 'fault': 'TIMEOUT_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = place(domain, TAG);
    approve(reference);
    stories.await(reference, found -> pushes(domain) == 1);

    assertThat(billing.post("/api/v1/orders/" + reference + "/cancel", "").status()).isEqualTo(409);
    transaction.executeWithoutResult(
        status -> gone.left(stories.account(), DomainName.of(domain), "it is no longer here"));
    assertThat(stories.get(reference).at("/status").asText()).isNotEqualTo("FAILED");

    JsonNode order =
        stories.await(
            reference,
            found -> {
              stories.advance("PT10M");
              return found.at("/status").asText().matches("COMPLETED|FAILED");
            });
    assertThat(order.at("/outcome/code").asText()).as("%s", order).isEqualTo("PUSHED_AWAY");
  }

  @Test
  void saysSoIfTheNameWentElsewhere() {
    String domain = here("de", "");
    String reference = slow(domain);
    stories.happen(domain, "MOVED_TO_ACCOUNT", "test.user2");
    stories.advance("PT1H");

    JsonNode order = stories.awaitStatus(reference, "FAILED");

    assertThat(order.at("/failure/reason").asText()).isEqualTo("TRANSFERRED_AWAY");
    assertThat(order.at("/failure/message").asText())
        .contains("not released to TRANSIT", "another account");
  }

  /** The registrar reports success, and the name is still here. */
  private String slow(String domain) {
    stories.fault(
        "{'command': 'PushDomain', 'fault': 'CODE_200', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = place(domain, "TRANSIT");
    approve(reference);
    JsonNode order = stories.awaitWaitingFor(reference, "RELEASE_AT_REGISTRY");
    assertThat(order.at("/waitingFor/until").asText()).isNotBlank();
    return reference;
  }

  @Test
  void waitsUntilTheNameHasGone() {
    String domain = here("de", "");
    String reference = slow(domain);
    assertThat(billing.post("/api/v1/orders/" + reference + "/cancel", "").status()).isEqualTo(409);

    stories.happen(domain, "TRANSFERRED_AWAY");
    stories.advance("PT1H");

    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("PUSHED_AWAY");
  }

  @Test
  void failsIfTheNameStaysHere() {
    String domain = here("de", "");
    String reference = slow(domain);

    stories.advance("P3D");
    stories.advance("PT1H");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("REGISTRY_REJECTED");
    assertThat(order.at("/failure/message").asText()).contains("still in this account");
  }

  @Test
  void canBeCancelledUntilItIsApproved() {
    String domain = here("co.uk", "");
    String reference = place(domain, TAG);
    stories.awaitWaitingFor(reference, "RELEASE_APPROVAL");

    assertThat(billing.post("/api/v1/orders/" + reference + "/cancel", "").status())
        .isBetween(200, 299);

    stories.awaitStatus(reference, "CANCELLED");
    assertThat(pushes(domain)).isZero();
  }
}
