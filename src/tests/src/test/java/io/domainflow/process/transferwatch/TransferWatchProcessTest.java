package io.domainflow.process.transferwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.RegistrarCaller;
import io.domainflow.Registrations;
import io.domainflow.WaitingTransfers;
import io.domainflow.account.Accounts;
import io.domainflow.build.BothReadings;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The watch compares the registrar's list of transfers with the orders that wait, and notifies
 * those that differ. {@link TransferEventsTest} covers the registrar's events.
 */
class TransferWatchProcessTest extends TransferWatchStage {

  private final int port;
  private final HistoryService history;
  private final ManagementService management;
  private final ExternalTaskService externalTasks;

  @Autowired
  TransferWatchProcessTest(
      @LocalServerPort int port,
      Accounts accounts,
      HistoryService history,
      ManagementService management,
      ExternalTaskService externalTasks,
      RepositoryService repository,
      RuntimeService runtime,
      JdbcClient jdbc,
      Clock clock) {
    super(port, accounts, repository, runtime, jdbc, clock);
    this.port = port;
    this.history = history;
    this.management = management;
    this.externalTasks = externalTasks;
  }

  @Test
  void asksNothingWhileNothingWaits() {
    watch();
    assertThat(REGISTRAR.calls()).isEmpty();

    waiting("alone.com");
    watch();
    assertThat(REGISTRAR.calls()).containsExactly("QueryEventList", "QueryDomainList");
    assertThat(watches()).isZero();
    assertThat(registrations.requests("since=" + longAgo())).as("of the other accounts").isEmpty();
  }

  @Test
  void notifiesOrdersWhoseTransferDiffersFromTheRecord() {
    String same = waiting("same.com");
    String gone = transfers.waiting("gone.com", "AT_REGISTRY", longAgo());
    String over = waiting("over.com");
    REGISTRAR.transfer("over.com", "FAILED");
    String confirmed = transfers.waiting("confirmed.com", "CONFIRMATION_MAIL", longAgo());
    REGISTRAR.transfer("confirmed.com", "PENDING");
    String mailed = waiting("mailed.com");
    REGISTRAR.transfer("mailed.com", "INITIATED");
    String odd = waiting("odd.com");
    REGISTRAR.transfer("odd.com", "SOMETHING_NEW");
    String fresh = transfers.waiting("fresh.com", "AT_REGISTRY", clock.instant().plusSeconds(950));

    watch();

    assertThat(List.of(gone, over, confirmed, mailed)).allMatch(transfers::looks);
    assertThat(List.of(same, odd, fresh)).noneMatch(transfers::looks);
    watch();
    assertThat(transfers.looks(fresh)).as("still not on the list").isTrue();
    assertThat(List.of(same, odd)).noneMatch(transfers::looks);
  }

  @Test
  void reportsTheSameEverySixHoursAndAnythingElseAtOnce() {
    String gone = waiting("gone.com");
    REGISTRAR.gone("gone.com");
    watch();
    assertThat(transfers.looked(gone)).isTrue();
    watch();
    assertThat(transfers.looks(gone)).as("it has looked").isFalse();

    REGISTRAR.transfer("gone.com", "INITIATED");
    watch();
    assertThat(transfers.looked(gone)).as("something else").isTrue();

    transfers.phase("gone.com", "CONFIRMATION_MAIL");
    watch();
    REGISTRAR.gone("gone.com");
    watch();
    assertThat(transfers.looked(gone)).as("news again").isTrue();

    registrations.advance("PT7H");
    assertThat(transfers.looked(gone)).as("after six hours").isTrue();
  }

  /** An order that is not waiting must not end the transaction that notifies others. */
  @Test
  void reportsADelayedLookAtTheNextWatch() {
    String looking = waiting("looking.com");
    runtime.createMessageCorrelation("Msg_TransferNews").processInstanceId(looking).correlate();
    String waiting = waiting("waiting.com");
    REGISTRAR.gone("looking.com");
    REGISTRAR.gone("waiting.com");

    watch();
    assertThat(transfers.looks(waiting)).isTrue();
    transfers.check(looking);
    watch();
    assertThat(transfers.looks(looking)).isTrue();
  }

  @Test
  void readsLargeListsInParts() {
    transfers.rows("many", 620, "AT_REGISTRY", longAgo());
    IntStream.range(0, 620).forEach(i -> REGISTRAR.transfer("many-" + i + ".com", "PENDING"));
    String last = waiting("last.com");
    REGISTRAR.transfer("last.com", "INITIATED");

    watch();

    assertThat(REGISTRAR.calls())
        .containsExactly("QueryEventList", "QueryDomainList", "QueryDomainList", "QueryDomainList");
    assertThat(transfers.looks(last)).isTrue();
  }

  @Test
  void survivesAnOutageWithoutASecondWatch() {
    String gone = waiting("gone.com");
    REGISTRAR.gone("gone.com");
    REGISTRAR.refuse("QueryDomainList", 421);
    watch();
    watch();
    watch();
    assertThat(watches()).isEqualTo(1);
    assertThat(transfers.looks(gone)).isFalse();

    REGISTRAR.accept();
    registrations.advance("PT10M");
    assertThat(transfers.looks(gone)).isTrue();
    assertThat(watches()).isZero();
  }

  /** The list and the events work without each other, and neither failure becomes an incident. */
  @Test
  void continuesWithoutWhatIsRefused() {
    String gone = waiting("gone.com");
    String told = waiting("told.com");
    REGISTRAR.gone("gone.com");
    REGISTRAR.event("1", "told.com", "TRANSFER_PENDING");
    REGISTRAR.refuse("QueryDomainList", 541);
    watch();
    assertThat(transfers.looks(told)).isTrue();
    assertThat(transfers.looks(gone)).isFalse();

    REGISTRAR.accept();
    REGISTRAR.refuse("QueryEventList", 530);
    watch();
    assertThat(transfers.looks(gone)).isTrue();
    assertThat(watches()).isZero();
    assertThat(externalTasks.createExternalTaskQuery().count()).isZero();
  }

  /** The list and the events as the sandbox writes them, until the name is here. */
  @BothReadings(alwaysBoth = true)
  void followsATransferToItsEnd(String profile) {
    registrations.profile(profile);
    String domain = Registrations.freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': 'secret1'}".formatted(domain));
    new RegistrarCaller(port).call("COMMAND=TransferDomain\nDOMAIN=" + domain + "\nAUTH=secret1");
    String process =
        new WaitingTransfers(jdbc, repository, runtime, "sandbox")
            .waiting(domain, "AT_REGISTRY", clock.instant());
    String before = registrations.now();
    watch();
    boolean told = transfers.looked(process);
    assertThat(told).as("by the event of profile A").isEqualTo(profile.equals("A"));
    registrations.advance("P4D");
    assertThat(transfers.looks(process)).isFalse();

    registrations.advance("P2D");

    assertThat(transfers.looks(process)).isTrue();
    assertThat(
            registrations.requests("since=" + before).stream()
                .map(request -> request.get("command").asText() + " " + request.get("code").asInt())
                .distinct())
        .contains("QueryDomainList 200", "QueryEventList 200")
        .allMatch(call -> call.endsWith(" 200"));
    assertThat(
            jdbc.sql("select subclass || ' ' || (deleted_at is not null) from registrar_event")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(
            profile.equals("A")
                ? new String[] {"TRANSFER_PENDING true", "TRANSFER_SUCCESSFUL true"}
                : new String[0]);
  }

  /** Long before its own look, which comes once a day. */
  @BothReadings(alwaysBoth = true)
  void wakesTransfersWhoseMailWasAnswered(String profile) {
    registrations.profile(profile);
    String confirmed = confirmedByMail();
    String refused = confirmedByMail();
    String confirming = registrations.placeTransfer(confirmed, ", 'authCode': 'secret1'");
    String refusing = registrations.placeTransfer(refused, ", 'authCode': 'secret1'");
    registrations.awaitWaitingFor(confirming, "CONFIRMATION_MAIL");
    registrations.awaitWaitingFor(refusing, "CONFIRMATION_MAIL");
    registrations.advance("PT20M");
    String before = registrations.now();

    registrations.follow(lastMail(confirmed), "confirm");
    registrations.follow(lastMail(refused), "refuse");
    watch();

    registrations.awaitWaitingFor(confirming, "TRANSFER_AT_REGISTRY");
    registrations.awaitStatus(refusing, "FAILED");
    assertThat(looks(confirmed, before))
        .as("once, or once more for what the list said while it looked")
        .hasSizeBetween(1, 2);
    String after = registrations.now();
    registrations.advance("PT3H");
    assertThat(looks(confirmed, after)).as("none of its own").isEmpty();
  }

  @Test
  void doesNotStopAMovedClock() {
    String gone = waiting("gone.com");
    REGISTRAR.gone("gone.com");

    JsonNode moved =
        new Caller(port, "admin").post("/sandbox/clock", "{'advance': 'PT20H'}").body();

    assertThat(moved.get("steps").asInt())
        .as("of the 240 watches in it; how often other timers stop it depends on the machine")
        .isLessThan(12);
    assertThat(transfers.looks(gone)).isTrue();
    assertThat(REGISTRAR.calls()).as("once for all of it").hasSizeLessThan(6);
  }

  @Test
  void runsAgainAfterTheClockWasSetBack() {
    registrations.advance("P10D");
    registrations.startOver();

    Date next =
        management
            .createJobQuery()
            .processDefinitionKey("TransferWatchProcess")
            .timers()
            .singleResult()
            .getDuedate();
    assertThat(next.toInstant()).isBefore(clock.instant().plus(Duration.ofMinutes(16)));
  }

  @Test
  void isVisibleToAnalystsWithPlainNames() {
    waiting("seen.com");
    watch();

    JsonNode definitions =
        new Caller(port, "analyst")
            .get("/engine-rest/process-definition?latestVersion=true")
            .body();
    assertThat(definitions.findValuesAsText("key")).contains("TransferWatchProcess");
    assertThat(
            history
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(definition(definitions))
                .activityType("serviceTask")
                .list())
        .extracting(HistoricActivityInstance::getActivityName)
        .contains("Compare transfers under way", "Collect events", "Delete collected events");
  }

  private List<JsonNode> looks(String domain, String since) {
    return registrations.requests("domain=" + domain + "&since=" + since).stream()
        .filter(request -> request.get("command").asText().equals("StatusDomainTransfer"))
        .toList();
  }

  private String confirmedByMail() {
    String domain = Registrations.freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': 'secret1', 'zone': {'transferConfirmation': 'ICANN-FOA-REQUEST'}}"
            .formatted(domain));
    return domain;
  }

  private JsonNode lastMail(String domain) {
    List<JsonNode> mails = registrations.mails(domain);
    return mails.get(mails.size() - 1);
  }

  private static String definition(JsonNode definitions) {
    for (JsonNode definition : definitions) {
      if (definition.get("key").asText().equals("TransferWatchProcess")) {
        return definition.get("id").asText();
      }
    }
    throw new AssertionError(Map.of("definitions", definitions).toString());
  }
}
