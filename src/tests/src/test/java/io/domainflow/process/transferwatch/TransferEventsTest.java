package io.domainflow.process.transferwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Registrations;
import io.domainflow.account.Accounts;
import io.domainflow.order.removal.AccountRemoval;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The watch stores each of the registrar's events once, tells it to the order that waits, and
 * deletes it there.
 */
class TransferEventsTest extends TransferWatchStage {

  private final AccountRemoval removal;
  private final HistoryService history;

  @Autowired
  TransferEventsTest(
      @LocalServerPort int port,
      Accounts accounts,
      AccountRemoval removal,
      HistoryService history,
      RepositoryService repository,
      RuntimeService runtime,
      JdbcClient jdbc,
      Clock clock) {
    super(port, accounts, repository, runtime, jdbc, clock);
    this.removal = removal;
    this.history = history;
  }

  @Test
  void storesAnEventTellsAndDeletesItThen() {
    String waits = waiting("event.com");
    REGISTRAR.event("4711", "event.com", "TRANSFER_SUCCESSFUL");

    watch();

    assertThat(inbox()).containsExactly("4711 TOLD");
    assertThat(transfers.looks(waits)).isTrue();
    assertThat(REGISTRAR.calls())
        .containsExactly("QueryEventList", "QueryDomainList", "DeleteEvent");
    assertThat(REGISTRAR.events()).isEmpty();
  }

  /** As after a crash between our commit and the deletion. */
  @ParameterizedTest
  @ValueSource(ints = {531, 421})
  void tellsOnceOfAnEventThatComesTwice(int answer) {
    String waits = waiting("twice.com");
    REGISTRAR.event("1", "twice.com", "TRANSFER_PENDING");
    REGISTRAR.refuse("DeleteEvent", answer);
    watch();
    assertThat(transfers.looked(waits)).isTrue();
    assertThat(watches()).as("a deletion that does not work keeps nothing up").isZero();

    watch();
    assertThat(transfers.looks(waits)).isFalse();
    assertThat(inbox()).containsExactly("1 TOLD");

    REGISTRAR.accept();
    watch();
    assertThat(REGISTRAR.events()).isEmpty();
    REGISTRAR.event("1", "twice.com", "TRANSFER_PENDING");
    watch();
    assertThat(REGISTRAR.events()).as("deleted again").isEmpty();
    assertThat(transfers.looks(waits)).isFalse();
    assertThat(inbox()).containsExactly("1 TOLD");
  }

  @Test
  void keepsAnEventThatIsFasterThanTheOrder() {
    waiting("other.com");
    REGISTRAR.event("1", "early.com", "TRANSFER_PENDING");
    watch();
    assertThat(inbox()).containsExactly("1 OPEN");
    assertThat(REGISTRAR.events()).isEmpty();

    String early = waiting("early.com");
    watch();
    assertThat(inbox()).containsExactly("1 TOLD");
    assertThat(transfers.looks(early)).isTrue();
  }

  @Test
  void givesUpOnAnEventAfterADayAndRemovesItAfterThirty() {
    waiting("other.com");
    REGISTRAR.event("1", "nobodys.com", "TRANSFER_SUCCESSFUL");
    watch();
    registrations.advance("PT23H");
    assertThat(inbox()).containsExactly("1 OPEN");
    registrations.advance("PT1H");
    registrations.advance("PT20M");
    assertThat(inbox()).containsExactly("1 NOBODY_WAITS");

    transfers.end();
    registrations.advance("P29D");
    assertThat(inbox()).hasSize(1);
    registrations.advance("P2D");
    assertThat(inbox()).isEmpty();
  }

  @Test
  void storesWhatItDoesNotKnowAndNothingButTheName() {
    String waits = waiting("known.com");
    REGISTRAR.event("1", "DOMAIN_EVENT", "REGISTRANT_CHANGED", "contact:ada@example.net");
    REGISTRAR.event("2", "DOMAIN_TRADE", "TRADE_SUCCESSFUL", "domain:known.com");
    REGISTRAR.event("3", "DOMAIN_TRANSFER", "TRANSFER_SUCCESSFUL", "domain:ada lovelace");
    REGISTRAR.event("4", "DOMAIN_TRADE", "TRADE_SUCCESSFUL", "domain:foreign.com");

    watch();

    assertThat(inbox()).containsExactly("1 UNKNOWN_CLASS", "2 TOLD", "3 NOBODY_WAITS", "4 OPEN");
    assertThat(transfers.looks(waits)).as("whatever its class is").isTrue();
    assertThat(
            jdbc.sql("select row_to_json(e)::text from registrar_event e")
                .query(String.class)
                .list())
        .noneMatch(row -> row.contains("ada"));
    registrations.advance("P1D");
    registrations.advance("PT20M");
    assertThat(inbox()).contains("4 UNKNOWN_CLASS");
  }

  /** The event of a change of registrant is not documented; under any name, it wakes the order. */
  @ParameterizedTest
  @CsvSource({"DOMAIN_TRADE,TRADE_SUCCESSFUL", "DOMAIN_TRANSFER,TRANSFER_SUCCESSFUL"})
  void tellsAChangeOfRegistrantThatWaits(String type, String subtype) {
    repository
        .createDeployment()
        .addModelInstance(
            "WaitingChange.bpmn",
            Bpmn.createExecutableProcess("WaitingChange")
                .camundaHistoryTimeToLive(180)
                .startEvent()
                .receiveTask("Task_Await")
                .message("Msg_ChangeNews")
                .endEvent("End_Told")
                .done())
        .deploy();
    String waits = runtime.startProcessInstanceByKey("WaitingChange").getId();
    transfers.row("change.com", "AT_REGISTRY", longAgo(), waits);
    REGISTRAR.transfer("change.com", "REQUESTED");
    REGISTRAR.event("1", type, subtype, "domain:change.com");

    watch();

    assertThat(inbox()).containsExactly("1 TOLD");
    assertThat(
            history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(waits)
                .activityId("End_Told")
                .count())
        .isOne();
  }

  @Test
  void deletesFewEventsAtATime() {
    waiting("busy.com");
    IntStream.range(100, 125).forEach(i -> REGISTRAR.event("" + i, "busy.com", "TRANSFER_PENDING"));

    watch();
    assertThat(inbox()).hasSize(25);
    assertThat(REGISTRAR.events()).hasSize(15).startsWith("110");
    watch();
    watch();
    assertThat(REGISTRAR.events()).isEmpty();
    assertThat(inbox()).hasSize(25).allMatch(event -> event.endsWith("TOLD"));
  }

  /** An event of any class notifies a registration that the registry has yet to decide. */
  @Test
  void tellsARegistrationThatWaits() {
    String domain = Registrations.freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'FREE', 'next': [{'command': 'AddDomain', 'after': 'P2D', 'outcome': 'SUCCESSFUL'}]}"
            .formatted(domain));
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "REGISTRATION_PENDING");
    registrations.advance("PT6M");
    String before = registrations.now();
    jdbc.sql(
            """
            insert into registrar_event (account, id, class, subclass, domain, received_at)
            values ('sandbox', '1', 'DOMAIN_CREATE', 'CREATE_SUCCESSFUL', :domain, :now)
            """)
        .param("domain", domain)
        .param("now", Timestamp.from(clock.instant()))
        .update();

    watch();

    assertThat(
            registrations.requests("since=" + before).stream()
                .map(request -> request.get("command").asText()))
        .contains("QueryEventList", "StatusDomain")
        .as("no transfer runs")
        .doesNotContain("QueryDomainList");
    assertThat(jdbc.sql("select handling from registrar_event").query(String.class).single())
        .isEqualTo("TOLD");
  }

  @Test
  void losesItsEventsWithTheAccount() {
    waiting("removed.com");
    REGISTRAR.event("1", "removed.com", "TRANSFER_PENDING");
    watch();
    assertThat(inbox()).hasSize(1);
    transfers.end();

    assertThat(removal.remove(ACCOUNT)).isTrue();
    assertThat(inbox()).isEmpty();
  }
}
