package io.domainflow.process.transferwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.ListingRegistrar;
import io.domainflow.RegistrarCaller;
import io.domainflow.Registrations;
import io.domainflow.WaitingTransfers;
import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.build.BothReadings;
import io.domainflow.order.removal.AccountRemoval;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The watch notifies the right orders, and processes the registrar's events. */
@DomainflowTest
@TestPropertySource(properties = "domainflow.transfer-watch.enabled=true")
class TransferWatchProcessTest {

  private static final String ACCOUNT = "watched";
  private static final ListingRegistrar REGISTRAR = new ListingRegistrar();

  private final int port;
  private final Registrations registrations;
  private final WaitingTransfers transfers;
  private final Accounts accounts;
  private final AccountRemoval removal;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final ManagementService management;
  private final ExternalTaskService externalTasks;
  private final JdbcClient jdbc;
  private final Clock clock;

  @Autowired
  TransferWatchProcessTest(
      @LocalServerPort int port,
      Accounts accounts,
      AccountRemoval removal,
      RepositoryService repository,
      RuntimeService runtime,
      HistoryService history,
      ManagementService management,
      ExternalTaskService externalTasks,
      JdbcClient jdbc,
      Clock clock) {
    this.port = port;
    this.registrations = new Registrations(port);
    this.transfers = new WaitingTransfers(jdbc, repository, runtime, ACCOUNT);
    this.accounts = accounts;
    this.removal = removal;
    this.repository = repository;
    this.runtime = runtime;
    this.history = history;
    this.management = management;
    this.externalTasks = externalTasks;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @DynamicPropertySource
  static void registrar(DynamicPropertyRegistry properties) {
    properties.add("domainflow.ispapi.ote-url", REGISTRAR::url);
  }

  @BeforeEach
  void begin() {
    registrations.startOver();
    transfers.end();
    REGISTRAR.begin();
    accounts.save(ResellerAccount.of(ACCOUNT, RegistrarSystem.OTE, "watched.user"), "secret");
  }

  @AfterEach
  void end() {
    transfers.end();
  }

  @AfterAll
  static void close() {
    REGISTRAR.close();
  }

  private void watch() {
    REGISTRAR.forgetCalls();
    registrations.advance("PT16M");
  }

  private Instant longAgo() {
    return clock.instant().minus(Duration.ofDays(1));
  }

  /** A name that waits for the registry, and is listed as waiting. */
  private String waiting(String domain) {
    REGISTRAR.transfer(domain, "REQUESTED");
    return transfers.waiting(domain, "AT_REGISTRY", longAgo());
  }

  private List<String> inbox() {
    return jdbc.sql(
            """
            select id || ' ' || coalesce(handling, 'OPEN') from registrar_event
            where account = :account order by id
            """)
        .param("account", ACCOUNT)
        .query(String.class)
        .list();
  }

  private long watches() {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("TransferWatchProcess")
        .count();
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
    transfers.look(looking);
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

  private static String definition(JsonNode definitions) {
    for (JsonNode definition : definitions) {
      if (definition.get("key").asText().equals("TransferWatchProcess")) {
        return definition.get("id").asText();
      }
    }
    throw new AssertionError(Map.of("definitions", definitions).toString());
  }
}
