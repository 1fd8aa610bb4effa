package io.domainflow.process.changeofregistrant;

import static io.domainflow.process.changeofregistrant.ChangeOrders.FROM_BOTH;
import static io.domainflow.process.changeofregistrant.ChangeOrders.LOCK_AT_ONCE;
import static io.domainflow.process.changeofregistrant.ChangeOrders.WAIT_THEN_LOCK;
import static io.domainflow.process.changeofregistrant.ChangeOrders.WAIT_WITHOUT_LOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.FirstCases;
import io.domainflow.model.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A change of registrant has limited time, and affects the transfer lock of the name. */
@DomainflowTest
class ChangeLocksTest {

  private static final Duration SIXTY_DAYS = Duration.ofDays(60);

  private final ManagementService management;
  private final MovableClock clock;
  private final ChangeStories changes;
  private final Registrations stories;

  @Autowired
  ChangeLocksTest(ProcessEngine engine, MovableClock clock, @LocalServerPort int port) {
    this.management = engine.getManagementService();
    this.clock = clock;
    this.changes = new ChangeStories(engine, port);
    this.stories = changes.told();
  }

  @AfterEach
  void restsOnRecords() {
    changes.end();
  }

  @ParameterizedTest
  @FirstCases(2)
  @CsvSource({
    "true, , true, A",
    "true, false, false, A",
    "false, , false, A",
    "false, , false, B",
    "true, , true, B",
    "false, true, true, B"
  })
  void restoresTheTransferLockAfterSixtyDays(
      boolean before, Boolean wished, boolean afterwards, String profile) {
    changes.begin(profile);
    String domain = changes.ours(", 'transferLock': " + before);

    String reference = stories.placeChange(domain, LOCK_AT_ONCE + wish(wished) + FROM_BOTH);

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    Instant until = Instant.parse(order.at("/outcome/lockedUntil").asText());
    assertThat(until)
        .isCloseTo(Instant.parse(stories.now()).plus(SIXTY_DAYS), within(5, ChronoUnit.MINUTES));
    assertThat(lockedUntil(domain)).isNotNull();
    stories.advance("P59D");
    assertThat(lockedUntil(domain)).isNotNull();
    stories.advance("P2D");
    assertThat(lockedUntil(domain)).isNull();
    assertThat(transferLocked(domain)).isEqualTo(afterwards);
    assertThat(changes.passed(order)).endsWith("EndEvent_ChangeDone");
  }

  /** The state shown during a lock by a change is not the state before the change. */
  @BothReadings
  void startsAnewWithASecondChange(String profile) {
    changes.begin(profile);
    String domain = changes.ours(", 'transferLock': false");
    String first = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);
    stories.awaitStatus(first, "COMPLETED");
    stories.advance("P30D");

    String second = placeBob(domain, LOCK_AT_ONCE);

    Instant until =
        Instant.parse(stories.awaitStatus(second, "COMPLETED").at("/outcome/lockedUntil").asText());
    assertThat(until)
        .isCloseTo(Instant.parse(stories.now()).plus(SIXTY_DAYS), within(5, ChronoUnit.MINUTES));
    stories.advance("P31D");
    assertThat(changes.ledger(domain, "ModifyDomain")).as("still locked").isEmpty();
    stories.advance("P30D");
    assertThat(lockedUntil(domain)).isNull();
    assertThat(transferLocked(domain)).isFalse();
  }

  @BothReadings
  void isNotShortenedByAChangeWithoutALock(String profile) {
    changes.begin(profile);
    String domain = changes.ours(", 'transferLock': false");
    String first = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);
    stories.awaitStatus(first, "COMPLETED");
    Instant until = lockedUntil(domain);
    stories.advance("P30D");

    String second = placeBob(domain, WAIT_WITHOUT_LOCK);
    stories.awaitWaitingFor(second, "CONFIRMATION");
    stories.follow(changes.confirmationMail(domain), "confirm");
    stories.advance("P1D");

    stories.awaitStatus(second, "COMPLETED");
    assertThat(lockedUntil(domain)).isCloseTo(until, within(1, ChronoUnit.MINUTES));
    stories.advance("P30D");
    assertThat(lockedUntil(domain)).isNull();
    assertThat(transferLocked(domain)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"false, true, A", "true, false, B"})
  void setsTheTransferLockAsOrderedWhereNothingIsLocked(
      boolean before, boolean wished, String profile) {
    changes.begin(profile);
    String domain = changes.ours(", 'transferLock': " + before);
    String reference = stories.placeChange(domain, WAIT_WITHOUT_LOCK + wish(wished) + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.follow(changes.confirmationMail(domain), "confirm");

    stories.advance("P1D");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(transferLocked(domain)).isEqualTo(wished);
    assertThat(changes.passed(order)).endsWith("EndEvent_ChangeDone");
  }

  /** A lock ordered while the registrar's own runs remains afterwards. */
  @Test
  void staysAsAnUpdateHasOrderedItMeanwhile() {
    changes.begin("A");
    String domain = changes.ours(", 'transferLock': false");
    stories.awaitStatus(stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH), "COMPLETED");
    String update = stories.placePlain("UPDATE", domain, ", 'transferLock': true");
    stories.awaitStatus(update, "COMPLETED");

    stories.advance("P61D");

    assertThat(transferLocked(domain)).isTrue();
  }

  /** The registrar turns an update into a change of registrant, at once and with its lock. */
  @Test
  void waitsForAnUnintendedLock() {
    stories.account(
        "{'login': 'test.user', 'modifyDomainFallback': true, 'automaticOptOut': false}");
    String domain = changes.ours(", 'transferLock': false");
    changes.fault("CheckDomainTrade", "CODE_506", "please use UPDATE method", domain);

    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/lockedUntil").asText()).isNotEmpty();
    stories.advance("P61D");
    assertThat(transferLocked(domain)).isFalse();
    assertThat(changes.passed(order)).endsWith("EndEvent_ChangeDone");
  }

  /**
   * Fourteen days are 336 hours, also on a machine in Berlin, over the 29th of February and when
   * clocks are changed. The wait is a row of the database, which an application that starts again
   * finds there.
   */
  @ParameterizedTest
  @FirstCases(1)
  @ValueSource(strings = {"2028-03-19T12:00:00Z", "2028-02-22T23:30:00Z", "2028-10-22T12:00:00Z"})
  void waitsForFourteenDaysWhateverTheCalendarDoes(Instant begin) {
    TimeZone usual = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    try {
      stories.startOver();
      clock.advanceTo(begin);
      String domain = changes.ours();
      String reference = stories.placeChange(domain, WAIT_THEN_LOCK + FROM_BOTH);
      JsonNode waiting = stories.awaitWaitingFor(reference, "CONFIRMATION");
      Instant until = Instant.parse(waiting.at("/waitingFor/until").asText());
      assertThat(until)
          .isBetween(
              begin.plus(Duration.ofDays(14)), begin.plus(Duration.ofDays(14)).plusSeconds(60));

      stories.advance("P13DT22H");

      assertThat(stories.get(reference).get("status").asText()).isEqualTo("WAITING");
      assertThat(dueDates(waiting))
          .as("the look on the last day")
          .anyMatch(due -> Duration.between(due, until).abs().toMinutes() < 1);
      assertThat(changes.trades(domain)).containsExactly("request");
      stories.advance("PT3H");
      changes.awaitFailure(reference, "NOT_CONFIRMED_IN_TIME");
    } finally {
      TimeZone.setDefault(usual);
    }
  }

  private List<Instant> dueDates(JsonNode order) {
    return management
        .createJobQuery()
        .processInstanceId(order.get("processInstanceId").asText())
        .timers()
        .list()
        .stream()
        .map(job -> job.getDuedate().toInstant())
        .toList();
  }

  /** Orders another registrant than {@link Registrations#placeChange} does. */
  private String placeBob(String domain, String mode) {
    String reference = ChangeStories.reference();
    assertThat(
            stories
                .placeRaw(
                    ("{'reference': '%s', 'operation': 'CHANGE_REGISTRANT', 'account': 'sandbox',"
                            + " 'domain': '%s', 'registrant': {'firstName': 'Bob',"
                            + " 'lastName': 'Example', 'street': ['Main Street 1'],"
                            + " 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE',"
                            + " 'phone': '+49.301234567', 'email': 'bob@example.net'} %s}")
                        .formatted(reference, domain, mode + FROM_BOTH))
                .status())
        .isEqualTo(202);
    return reference;
  }

  private static String wish(Boolean locked) {
    return locked == null ? "" : ", 'transferLock': " + locked;
  }

  /** Until when a name is locked after a change; null if it is not. */
  private Instant lockedUntil(String domain) {
    return locks(domain)
        .filter(lock -> lock.get("kind").asText().equals("CHANGE_OF_REGISTRANT"))
        .map(lock -> Instant.parse(lock.get("until").asText()))
        .findFirst()
        .orElse(null);
  }

  private boolean transferLocked(String domain) {
    return locks(domain).anyMatch(lock -> lock.get("kind").asText().equals("TRANSFER"));
  }

  private Stream<JsonNode> locks(String domain) {
    return StreamSupport.stream(changes.domain(domain).get("locks").spliterator(), false);
  }
}
