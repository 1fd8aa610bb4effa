package io.domainflow.process.deletion;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.RegistrarCaller;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of DomainDeletionProcess.bpmn, from the viewpoint of callers and operators. */
@DomainflowTest
class DomainDeletionProcessTest {

  private final Registrations stories;
  private final Caller admin;
  private final RegistrarCaller registrar;

  DomainDeletionProcessTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.admin = new Caller(port, "admin");
    this.registrar = new RegistrarCaller(port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings(alwaysBoth = true)
  void deletesANameThatItsCallerGivesTwice(String profile) {
    stories.profile(profile);
    String domain = ours();

    String reference = placeConfirmed(domain);
    stories.await(reference, order -> !commands(domain).isEmpty());
    stories.advance("P2D");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("DELETED");
    assertThat(order.at("/outcome/expiresAt").isNull()).isTrue();
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(commands(domain)).containsExactly("DeleteDomain");
    assertThat(domainView(domain).get("status").asText()).isEqualTo("DELETED");
  }

  @Test
  void refusesAnotherNameAsConfirmationAndAsksAnOperatorWithoutOne() {
    String domain = ours();

    Answer wrong = tryDelete("D-" + UUID.randomUUID(), domain, ", 'confirmDomain': 'other.com'");
    String reference = place(domain, "");
    String task = taskOf(stories.awaitWaitingFor(reference, "DELETION_CONFIRMATION"));
    Answer unconfirmed = stories.decide(task, "DELETE");
    JsonNode form = stories.form(task);
    stories.submit(
        task,
        "{'decision': {'value': 'DELETE', 'type': 'String'},"
            + " 'confirmDomain': {'value': '%s', 'type': 'String'}}".formatted(domain));

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body().at("/errors/0/field").asText()).isEqualTo("confirmDomain");
    assertThat(unconfirmed.status()).isEqualTo(400);
    assertThat(form.at("/restorable/value").asText()).contains("30 days");
    stories.advance("P2D");
    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void acceptsTheCallersConfirmationAndKeepsANameThatIsToBeKept() {
    String domain = ours();
    String confirmed = place(domain, "");
    stories.awaitWaitingFor(confirmed, "DELETION_CONFIRMATION");
    String kept = place(ours(), "");
    String task = taskOf(stories.awaitWaitingFor(kept, "DELETION_CONFIRMATION"));

    Answer nothing = stories.input(confirmed, "{}");
    Answer right = stories.input(confirmed, "{'confirmDomain': '%s'}".formatted(domain));
    stories.decide(task, "KEEP");

    assertThat(nothing.status()).isEqualTo(400);
    assertThat(right.status()).isEqualTo(200);
    assertThat(stories.awaitStatus(kept, "FAILED").at("/failure/reason").asText())
        .isEqualTo("DELETION_REFUSED");
    stories.advance("P2D");
    stories.awaitStatus(confirmed, "COMPLETED");
  }

  @Test
  void canBeCancelledUntilItIsSentAndNotAfterwards() {
    String domain = ours();
    String early = place(domain, "");
    stories.awaitWaitingFor(early, "DELETION_CONFIRMATION");
    String late = placeConfirmed(ours());
    stories.await(
        late,
        order ->
            order.at("/waitingFor/code").asText().equals("DELETION_PENDING")
                || order.get("status").asText().equals("COMPLETED"));

    assertThat(stories.cancel(early).status()).isEqualTo(200);
    assertThat(stories.cancel(late).status()).isEqualTo(409);

    stories.awaitStatus(early, "CANCELLED");
    assertThat(commands(domain)).isEmpty();
    stories.advance("P2D");
    stories.awaitStatus(late, "COMPLETED");
  }

  @ParameterizedTest
  @CsvSource({"TIMEOUT_AFTER, A", "TIMEOUT_BEFORE, B", "RESET_AFTER, B"})
  void deletesOnceWhateverTheAnswer(String fault, String profile) {
    stories.profile(profile);
    String domain = ours();
    stories.fault(
        "{'command': 'DeleteDomain', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(fault, domain));

    String reference = placeConfirmed(domain);
    stories.await(reference, order -> !order.get("status").asText().equals("IN_PROGRESS"));
    stories.advance("P2D");

    stories.awaitStatus(reference, "COMPLETED");
    assertThat(commands(domain)).containsExactly("DeleteDomain");
  }

  @Test
  void continuesAfterARefusalOrIsGivenUp() {
    String domain = ours();
    refuse(domain, 2);
    String reference = placeConfirmed(domain);
    String first = taskOf(stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED"));

    stories.decide(first, "RETRY");
    JsonNode again =
        stories.await(
            reference,
            order ->
                order.at("/waitingFor/taskId").isTextual()
                    && !order.at("/waitingFor/taskId").asText().equals(first));
    stories.decide(taskOf(again), "GIVE_UP");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("REGISTRAR_REFUSED");
    assertThat(order.at("/failure/registrarCode").asInt()).isEqualTo(532);
    assertThat(commands(domain)).isEmpty();
  }

  @Test
  @OnlyAtIspapi("a deletion takes no time there, so nobody waits for it")
  void asksAnOperatorAgainWhenNobodyCanSeeWhetherTheNameIsGone() {
    String domain = ours();
    String reference = placeConfirmed(domain);
    stories.awaitWaitingFor(reference, "DELETION_PENDING");
    stories.fault(
        "{'command': 'StatusDomain', 'fault': 'CODE_599', 'times': 1000, 'domain': '%s'}"
            .formatted(domain));
    stories.advance("P7DT1H");
    String first = taskOf(stories.get(reference));

    stories.decide(first, "KEEP_WAITING");
    JsonNode waiting = stories.await(reference, order -> order.at("/waitingFor/taskId").isNull());
    assertThat(waiting.at("/waitingFor/code").asText()).isEqualTo("DELETION_PENDING");
    assertThat(Instant.parse(waiting.at("/waitingFor/until").asText()))
        .as("until when nobody is asked again")
        .isAfter(Instant.parse(waiting.get("updatedAt").asText()).plus(Duration.ofDays(6)));
    stories.advance("P7DT1H");

    String second = taskOf(stories.get(reference));
    assertThat(second).isNotEqualTo(first);
    stories.decide(second, "GIVE_UP");
    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("GIVEN_UP");
  }

  @BothReadings
  void failsForANameThatIsNotHereOrDisputed(String profile) {
    stories.profile(profile);
    String disputed = ours();
    admin.put(
        "/api/v1/domains/" + disputed + "/hold", "{'kind': 'UDRP', 'reference': 'D2026-0001'}");

    String absent = placeConfirmed(freshName("com"));
    String held = placeConfirmed(disputed);

    assertThat(stories.awaitStatus(absent, "FAILED").at("/failure/reason").asText())
        .isEqualTo("NOT_REGISTERED");
    assertThat(stories.awaitStatus(held, "FAILED").at("/failure/reason").asText())
        .isEqualTo("DISPUTE_HOLD");
    assertThat(commands(disputed)).isEmpty();
  }

  @Test
  @OnlyAtIspapi("a deletion takes no time there, so none is under way")
  void followsADeletionThatRunsAlready() {
    String domain = ours();
    registrar.call("COMMAND=DeleteDomain\nDOMAIN=" + domain);

    String reference = place(domain, "");

    stories.awaitWaitingFor(reference, "DELETION_PENDING");
    stories.advance("P2D");
    stories.awaitStatus(reference, "COMPLETED");
    assertThat(commands(domain)).as("sent once, by somebody else").containsExactly("DeleteDomain");
  }

  @Test
  @OnlyAtIspapi("a deletion takes no time there, so nobody waits for it")
  void saysThatADeletionCanStillBeRevertedByARestoreAndNotByACancellation() {
    String domain = ours();
    String reference = placeConfirmed(domain);

    String what =
        stories.awaitWaitingFor(reference, "DELETION_PENDING").at("/waitingFor/what").asText();

    assertThat(what)
        .contains("the order can no longer be cancelled")
        .containsPattern(
            "Afterwards the name can be restored for 30 days, which costs [0-9.]+ EUR");
    assertThat(stories.cancel(reference).status()).isEqualTo(409);
    stories.advance("P2D");
    stories.awaitStatus(reference, "COMPLETED");
    String restore =
        stories.placePlain(
            "RESTORE", domain, ", 'acceptPrice': {'amount': '500.00', 'currency': 'EUR'}");
    stories.awaitWaitingFor(restore, "RESTORE_AT_REGISTRY");
    stories.advance("P4D");
    assertThat(stories.awaitStatus(restore, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("RESTORED");
  }

  @Test
  void waitsForTheEndOfATransferThatIsUnderWay() {
    String domain = ours();
    stories.happen(domain, "OUTGOING_REQUESTED");
    String reference = placeConfirmed(domain);
    String task = taskOf(stories.awaitWaitingFor(reference, "TRANSFER_PENDING"));
    assertThat(commands(domain)).isEmpty();

    stories.happen(domain, "OUTGOING_WITHDRAWN");
    stories.decide(task, "RETRY");

    stories.await(reference, order -> !commands(domain).isEmpty());
    stories.advance("P2D");
    stories.awaitStatus(reference, "COMPLETED");
    assertThat(commands(domain)).containsExactly("DeleteDomain");
  }

  @Test
  void failsWhenTheNameIsStillThereADayLater() {
    String domain = ours();
    stories.fault(
        "{'command': 'DeleteDomain', 'fault': 'CODE_200', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = placeConfirmed(domain);
    stories.awaitWaitingFor(reference, "DELETION_PENDING");

    stories.advance("PT23H");
    assertThat(stories.get(reference).get("status").asText()).isEqualTo("WAITING");
    stories.advance("PT2H");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("REGISTRY_REJECTED");
    assertThat(order.at("/failure/message").asText())
        .contains("the name is still there", "Nothing was bought");
  }

  private void refuse(String domain, int times) {
    stories.fault(
        "{'command': 'DeleteDomain', 'fault': 'CODE_532', 'times': %d, 'domain': '%s'}"
            .formatted(times, domain));
  }

  private String ours() {
    String domain = freshName("com");
    stories.registry("{'domain': '%s', 'owner': 'OURS'}".formatted(domain));
    return domain;
  }

  private Answer tryDelete(String reference, String domain, String more) {
    return stories.placeRaw(
        "{'reference': '%s', 'operation': 'DELETE', 'account': 'sandbox', 'domain': '%s' %s}"
            .formatted(reference, domain, more));
  }

  private String place(String domain, String more) {
    String reference = "D-" + UUID.randomUUID();
    Answer answer = tryDelete(reference, domain, more);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return reference;
  }

  private String placeConfirmed(String domain) {
    return place(domain, ", 'confirmDomain': '%s'".formatted(domain));
  }

  private static String taskOf(JsonNode order) {
    return order.at("/waitingFor/taskId").asText();
  }

  private JsonNode domainView(String domain) {
    return admin.get("/api/v1/domains/" + domain).body();
  }

  private List<String> commands(String domain) {
    return stories.ledger(domain).stream().map(entry -> entry.get("command").asText()).toList();
  }
}
