package io.domainflow.process.changeofregistrant;

import static io.domainflow.process.changeofregistrant.ChangeOrders.LOCK_AT_ONCE;
import static io.domainflow.process.changeofregistrant.ChangeStories.NEW_TASK;
import static io.domainflow.process.changeofregistrant.ChangeStories.PRIOR_TASK;
import static io.domainflow.process.changeofregistrant.ChangeStories.proof;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Standing authorisations replace the consents to a change of registrant as long as they are in
 * force, up to the moment when the change is sent.
 */
@DomainflowTest
class ChangeByStandingAuthorizationTest {

  private final ChangeStories changes;
  private final Registrations stories;

  @Autowired
  ChangeByStandingAuthorizationTest(ProcessEngine engine, @LocalServerPort int port) {
    this.changes = new ChangeStories(engine, port);
    this.stories = changes.told();
  }

  @AfterEach
  void restsOnRecords() {
    changes.end();
  }

  @Test
  void reliesOnStandingAuthorisationsOfBothSides() {
    changes.authorize("NEW", "");
    changes.authorize("PRIOR", "");
    String domain = changes.ours();

    String reference = stories.placeChange(domain, LOCK_AT_ONCE);

    stories.awaitStatus(reference, "COMPLETED");
    assertThat(changes.consents(domain))
        .hasSize(2)
        .allMatch(consent -> consent.get("channel").asText().equals("STANDING"));
  }

  @Test
  void asksWhenAStandingAuthorisationHasNotBegunOrIsOver() {
    Instant now = Instant.parse(stories.now());
    changes.authorize("NEW", ", 'validFrom': '%s'".formatted(now.plus(Duration.ofDays(3))));
    changes.authorize("PRIOR", ", 'validUntil': '%s'".formatted(now.plus(Duration.ofDays(1))));
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE);
    String task = changes.task(reference, NEW_TASK);

    stories.advance("P2D");
    changes.decided("approver", task, "APPROVE", proof());

    changes.approve(reference, "Prior");
    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void asksAgainWhenAnAuthorisationIsRevokedBeforeTheChangeIsSent() {
    String id = changes.authorize("NEW", "");
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE);
    String task = changes.task(reference, PRIOR_TASK);
    changes.revoke(id);

    changes.decided("approver", task, "APPROVE", proof());

    changes.task(reference, NEW_TASK);
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.consentStates(domain))
        .containsExactly("NEW CONSENT REVOKED", "PRIOR CONSENT VALID");
    changes.approve(reference, "New");
    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void asksAgainWhenAnAuthorisationEndsBeforeTheChangeIsSent() {
    Instant end = Instant.parse(stories.now()).plus(Duration.ofDays(1));
    changes.authorize("NEW", ", 'validUntil': '%s'".formatted(end));
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE);
    String task = changes.task(reference, PRIOR_TASK);
    stories.advance("P2D");

    changes.decided("approver", task, "APPROVE", proof());

    changes.task(reference, NEW_TASK);
    assertThat(changes.trades(domain)).isEmpty();
    changes.approve(reference, "New");
    stories.awaitStatus(reference, "COMPLETED");
  }
}
