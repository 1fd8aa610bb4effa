package io.domainflow.process.changeofregistrant;

import static io.domainflow.process.changeofregistrant.ChangeOrders.ADA_ELSEWHERE;
import static io.domainflow.process.changeofregistrant.ChangeOrders.FROM_BOTH;
import static io.domainflow.process.changeofregistrant.ChangeOrders.FROM_NEW;
import static io.domainflow.process.changeofregistrant.ChangeOrders.LOCK_AT_ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A change of registrant that is carried out by an update of the name, because the account, its
 * policy or the registrar wants no trade.
 */
@DomainflowTest
@TestMethodOrder(OrderAnnotation.class)
class ChangeOfRegistrantUpdateTest {

  static final ShownParts PARTS =
      ShownParts.of(
          "Gateway_UpdateDue",
          "Gateway_FieldsMissingForUpdate",
          "Task_DecideTermsOfUpdate",
          "Task_UpdateRegistrant",
          "BoundaryEvent_OnlyAnUpdate",
          "BoundaryEvent_UpdateRefused");

  private static final String ONLY_TRADE = "trade is only allowed for change of registrant";

  private final ChangeStories changes;
  private final Registrations stories;

  @Autowired
  ChangeOfRegistrantUpdateTest(ProcessEngine engine, @LocalServerPort int port) {
    this.changes = new ChangeStories(engine, port);
    this.stories = changes.told();
  }

  @AfterEach
  void restsOnRecords(TestInfo story) {
    PARTS.told(story);
    changes.end();
  }

  @BothReadings
  void updatesAddressAndPhoneWithoutAskingAnybody(String profile) {
    changes.begin(profile);
    String domain = changes.ours(ADA_ELSEWHERE);

    String reference = stories.placeChange(domain, "");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("UPDATED");
    assertThat(order.at("/outcome/lockedUntil").isNull()).isTrue();
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.ledger(domain, "ModifyDomain")).hasSize(1);
    assertThat(changes.consents(domain)).isEmpty();
    assertThat(changes.kindsOfMail(domain)).containsExactly("REGISTRANT_CHANGED");
    assertThat(changes.passed(order)).doesNotContain("Task_RequestChange");
  }

  /**
   * Otherwise the order would say that nothing was done, although the registrant may be changed.
   */
  @Test
  void cannotBeCancelledWhileTheRegistrarHasNotSaidWhetherItHasUpdated() {
    changes.begin("A");
    String domain = changes.ours(ADA_ELSEWHERE);
    changes.fault("ModifyDomain", "TIMEOUT_BEFORE", "", domain);
    String reference = stories.placeChange(domain, "");
    stories.awaitWaitingFor(reference, "OUTCOME_UNKNOWN");

    Answer refused = stories.cancel(reference);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("detail").asText()).contains("has not said yet whether it did");
    assertThat(stories.cancelAction(reference).get("possible").asBoolean()).isFalse();
    stories.advance("PT10M");
    stories.awaitStatus(reference, "COMPLETED");
    assertThat(changes.ledger(domain, "ModifyDomain")).hasSize(1);
  }

  /** An address for one registrant is a change of registrant for another, who has to agree. */
  @Test
  void asksARegistrantWhoGotTheNameMeanwhile() {
    String domain = changes.ours(ADA_ELSEWHERE);
    changes.fault("ModifyDomain", "TIMEOUT_BEFORE", "", domain);
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_NEW);
    stories.awaitWaitingFor(reference, "OUTCOME_UNKNOWN");

    changes.givenToNora(domain);
    stories.advance("PT1H");

    changes.task(reference, ChangeStories.PRIOR_TASK);
    assertThat(changes.ledger(domain, "ModifyDomain")).isEmpty();
    changes.approve(reference, "Prior");
    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("REGISTRANT_CHANGED");
    assertThat(changes.trades(domain)).containsExactly("request");
    assertThat(changes.ledger(domain, "ModifyDomain")).isEmpty();
  }

  @BothReadings
  void updatesWhereTheZoneWantsThat(String profile) {
    changes.begin(profile);
    String domain = changes.name("com", "'registrantChangeBy': 'UPDATE'", "");

    String reference = stories.placeChange(domain, "");

    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("REGISTRANT_CHANGED");
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.consents(domain)).isEmpty();
  }

  /** In an account set up that way, the update becomes a change of registrant with a mail. */
  @ParameterizedTest
  @CsvSource({"A, CODE_506", "B, CODE_219"})
  void updatesWhenTheRegistrarSeesNoChangeOfRegistrant(String profile, String code) {
    changes.begin(profile);
    stories.account("{'login': 'test.user', 'modifyDomainFallback': true}");
    String domain = changes.ours();
    // asked again right before the update is sent
    changes.fault("CheckDomainTrade", code, ONLY_TRADE, domain);
    changes.fault("CheckDomainTrade", code, ONLY_TRADE, domain);

    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);

    JsonNode waiting = stories.awaitWaitingFor(reference, "CONFIRMATION");
    assertThat(changes.passed(waiting)).contains("BoundaryEvent_OnlyAnUpdate");
    stories.follow(changes.confirmationMail(domain), "confirm");
    stories.advance("P1D");
    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("REGISTRANT_CHANGED");
    assertThat(changes.trades(domain)).isEmpty();
  }

  /** The check accepts a change that the registrar refuses when it is requested. */
  @ParameterizedTest
  @CsvSource({"A, CODE_506", "B, CODE_219"})
  void updatesWhenTheRegistrarSeesNoChangeOfRegistrantOnlyThen(String profile, String code) {
    changes.begin(profile);
    stories.account("{'login': 'test.user', 'modifyDomainFallback': true}");
    String domain = changes.ours();
    changes.fault("TradeDomain", code, ONLY_TRADE, domain);

    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);

    JsonNode waiting = stories.awaitWaitingFor(reference, "CONFIRMATION");
    assertThat(changes.passed(waiting))
        .contains("BoundaryEvent_ChangeNotSent", "BoundaryEvent_OnlyAnUpdate")
        .doesNotContain("Task_CorrectChange");
    stories.follow(changes.confirmationMail(domain), "confirm");
    stories.advance("P1D");
    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("REGISTRANT_CHANGED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.ledger(domain, "ModifyDomain")).hasSize(1);
    assertThat(
            stories.requests("domain=" + domain).stream()
                .filter(request -> request.get("command").asText().equals("TradeDomain")))
        .as("refused once, and not asked again")
        .hasSize(1);
  }

  @BothReadings
  void takesCorrectedDataWhenAnUpdateIsRefused(String profile) {
    changes.begin(profile);
    String domain = changes.ours(ADA_ELSEWHERE);
    changes.fault("ModifyDomain", "CODE_541", "the phone is unknown", domain);
    String reference = stories.placeChange(domain, "");
    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(changes.passed(waiting)).contains("BoundaryEvent_UpdateRefused");

    assertThat(stories.input(reference, "{}").status()).isEqualTo(400);
    Answer corrected =
        stories.input(
            reference,
            "{'registrant': {'firstName': 'Ada', 'lastName': 'Example', 'street': ['Main Street 1'],"
                + " 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE',"
                + " 'phone': '+49.309999999', 'email': 'ada@example.net'}}");

    assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("UPDATED");
  }

  /** The reform has neither consents nor a lock; today's registrar may refuse it, or ask. */
  @ParameterizedTest
  @CsvSource({"false, A", "true, A", "true, B"})
  void followsTheReformedPolicyInAnAccountThatTriesIt(boolean fallback, String profile) {
    changes.begin(profile);
    changes.patch("{'registrantChangePolicy': 'CORD'}");
    stories.account("{'login': 'test.user', 'modifyDomainFallback': %s}".formatted(fallback));
    String domain = changes.ours();

    String reference = stories.placeChange(domain, "");

    if (fallback) {
      stories.awaitWaitingFor(reference, "CONFIRMATION");
      stories.follow(changes.confirmationMail(domain), "confirm");
      stories.advance("P1D");
      stories.awaitStatus(reference, "COMPLETED");
    } else {
      stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    }
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.consents(domain)).isEmpty();
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void showsItsPartsOfTheModel(TestInfo test) {
    PARTS.areReached(test, changes);
  }
}
