package io.domainflow.process.changeofregistrant;

import static io.domainflow.process.changeofregistrant.ChangeOrders.FROM_BOTH;
import static io.domainflow.process.changeofregistrant.ChangeOrders.FROM_NEW;
import static io.domainflow.process.changeofregistrant.ChangeOrders.WAIT_WITHOUT_LOCK;
import static io.domainflow.process.changeofregistrant.ChangeOrders.proofFrom;
import static io.domainflow.process.changeofregistrant.ChangeStories.CHOICE_TASK;
import static io.domainflow.process.changeofregistrant.ChangeStories.CONSENTING;
import static io.domainflow.process.changeofregistrant.ChangeStories.field;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A change of registrant opts out of the transfer lock only with an opt-out of the prior registrant
 * that is older than the order, and where the registry has one.
 */
@DomainflowTest
class TransferLockOptOutTest {

  private static final String AFNIC =
      "'registrantChangeBy': 'ICANN-TRADE', 'repository': 'AFNIC-OTE-1API1'";

  private final ChangeStories changes;
  private final Registrations stories;

  @Autowired
  TransferLockOptOutTest(ProcessEngine engine, @LocalServerPort int port) {
    this.changes = new ChangeStories(engine, port);
    this.stories = changes.told();
  }

  @AfterEach
  void restsOnRecords() {
    changes.end();
  }

  @Test
  void asksWhenTheAccountsRouteRequiresAnUnrecordedOptOut() {
    String reference = stories.placeChange(changes.ours(), FROM_NEW);

    JsonNode waiting = stories.awaitWaitingFor(reference, "CHOICE");

    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("not recorded that the prior registrant opted out");
  }

  @Test
  void acceptsTheOptOutThatItsCallerNames() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_WITHOUT_LOCK + FROM_NEW);
    stories.awaitWaitingFor(reference, "CHOICE");

    Answer without = stories.input(reference, "{'registrantChangeMode': 'WAIT_WITHOUT_LOCK'}");
    Answer with =
        stories.input(
            reference,
            "{'registrantChangeMode': 'WAIT_WITHOUT_LOCK', 'consents': [%s]}"
                .formatted(proofFrom("PRIOR", true)));

    assertThat(without.status()).as(without.body().toString()).isEqualTo(400);
    assertThat(with.status()).as(with.body().toString()).isEqualTo(200);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    assertThat(changes.consentStates(domain)).contains("PRIOR OPT_OUT VALID");
  }

  @BothReadings
  void takesAnOptOutThatIsOlderThanTheOrder(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_WITHOUT_LOCK + FROM_NEW);
    JsonNode waiting = stories.awaitWaitingFor(reference, "CHOICE");
    String task = changes.task(reference, CHOICE_TASK);
    String kept = field("optOutReference", "file 9");

    Answer missing = changes.decide("operator", task, "WAIT_WITHOUT_LOCK", "");
    Answer tooYoung =
        changes.decide(
            "operator",
            task,
            "WAIT_WITHOUT_LOCK",
            kept + field("optOutGivenAt", waiting.get("createdAt").asText()));
    Answer noDate = changes.decide("operator", task, "WAIT_WITHOUT_LOCK", kept);

    assertThat(missing.status()).isEqualTo(400);
    assertThat(tooYoung.status()).isEqualTo(400);
    assertThat(tooYoung.body().get("message").asText()).contains("older than the order");
    assertThat(noDate.status()).isEqualTo(400);
    changes.decided(
        "operator", task, "WAIT_WITHOUT_LOCK", kept + field("optOutGivenAt", "2026-03-01"));
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    assertThat(changes.trade(domain).at("/X-REQUEST-OPT-OUT-TRANSFERLOCK").asText()).isEqualTo("1");
    assertThat(changes.consentStates(domain)).contains("PRIOR OPT_OUT VALID");
  }

  @Test
  void optsOutByAStandingAuthorisationThatIsOlderThanTheOrder() {
    changes.authorize("NEW", ", 'optOutOfLock': true");
    String domain = changes.ours();

    String reference = stories.placeChange(domain, "");

    stories.awaitWaitingFor(reference, "CONFIRMATION");
    assertThat(changes.trade(domain).at("/X-REQUEST-OPT-OUT-TRANSFERLOCK").asText()).isEqualTo("1");
    assertThat(changes.consentStates(domain))
        .containsExactlyInAnyOrder("NEW CONSENT VALID", "PRIOR OPT_OUT VALID");
  }

  @Test
  void doesNotOptOutByAnAuthorisationThatIsYoungerThanTheOrder() {
    String reference = stories.placeChange(changes.ours(), WAIT_WITHOUT_LOCK + FROM_NEW);
    stories.awaitWaitingFor(reference, "CHOICE");
    changes.authorize("PRIOR", ", 'optOutOfLock': true");

    Answer refused =
        changes.decide("operator", changes.task(reference, CHOICE_TASK), "WAIT_WITHOUT_LOCK", "");

    assertThat(refused.status()).isEqualTo(400);
  }

  @BothReadings
  void hasNoOptOutAtAfnic(String profile) {
    changes.begin(profile);
    String domain = changes.name("com", AFNIC, "");
    Answer refused =
        stories.tryChange(ChangeStories.reference(), domain, WAIT_WITHOUT_LOCK + FROM_BOTH);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("registrantChangeMode");
    assertThat(refused.body().at("/errors/0/message").asText()).contains("AFNIC");

    String reference = stories.placeChange(domain, FROM_BOTH);
    JsonNode waiting = stories.awaitWaitingFor(reference, "CHOICE");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("AFNIC");
    String task = changes.task(reference, CHOICE_TASK);
    Answer inTask =
        changes.decide(
            "operator",
            task,
            "WAIT_WITHOUT_LOCK",
            field("optOutReference", "file 9") + field("optOutGivenAt", "2026-03-01"));
    assertThat(inTask.status()).isEqualTo(400);
    assertThat(inTask.body().get("message").asText()).contains("AFNIC");
    changes.decided("operator", task, "LOCK_AT_ONCE", "");

    stories.awaitStatus(reference, "COMPLETED");
    assertThat(changes.trade(domain).has("X-REQUEST-OPT-OUT-TRANSFERLOCK")).isFalse();
  }

  @Test
  void asksAtAfnicWhenAStartOnTheEngineWantsToOptOut() {
    String domain = changes.name("com", AFNIC, "");
    String reference = ChangeStories.reference();

    Answer started =
        changes.startOnEngine(CONSENTING, reference, domain, WAIT_WITHOUT_LOCK + FROM_BOTH);

    assertThat(started.status()).as(started.body().toString()).isEqualTo(200);
    changes.awaitWaitingFor(reference, "CHOICE");
    assertThat(changes.trades(domain)).isEmpty();
  }
}
