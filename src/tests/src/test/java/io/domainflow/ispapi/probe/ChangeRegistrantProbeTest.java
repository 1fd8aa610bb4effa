package io.domainflow.ispapi.probe;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.DomainflowTest;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.ScriptedRegistrar;
import io.domainflow.registrar.command.ChangeRegistrant;
import io.domainflow.registrar.command.Confirmations;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.ReplaceContacts;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** The probe finds out whether a change of registrant was requested. */
@DomainflowTest
class ChangeRegistrantProbeTest {

  private static final String NEW = "P-NEW1";
  private static final Duration LATER = Duration.ofMinutes(1);
  private static final Duration BEFORE = Duration.ofHours(-1);

  private static final ProbeResult<ChangeRegistrant.Result> UNDER_WAY =
      found(true, "trade pending");
  private static final ProbeResult<ChangeRegistrant.Result> DONE =
      found(false, "domain trade succeeded");
  private static final ProbeResult<ChangeRegistrant.Result> NO_TRACE = new ProbeResult.NoTrace<>();

  private final ChangeRegistrantProbe probe;
  private final CommandJournal journal;
  private final Intents intents;
  private final ScriptedRegistrar registrar;

  private final ChangeRegistrant command =
      new ChangeRegistrant(
          DomainName.of(freshName("com")),
          NEW,
          new Confirmations(true, false, true),
          AdditionalFields.NONE);
  private final UUID order = UUID.randomUUID();
  private Intent intent;
  private ObjectLogLines log;

  @Autowired
  ChangeRegistrantProbeTest(
      ChangeRegistrantProbe probe,
      CommandJournal journal,
      PlatformTransactionManager transactions,
      ApplicationContext application) {
    this.probe = probe;
    this.journal = journal;
    this.intents = new Intents(journal, transactions);
    this.registrar = new ScriptedRegistrar(application);
  }

  @BeforeEach
  void anAttemptInDoubt() {
    intent = intend(order, command);
    journal.inDoubt(intent, "no answer came back");
    log = new ObjectLogLines(registrar);
    owner("P-OLD1");
  }

  @AfterEach
  void close() {
    journal.refused(intent, 0, "the test is over");
    registrar.close();
  }

  @ParameterizedTest
  @CsvSource({
    "INITIATED,true",
    "REQUESTED,true",
    "PENDING,true",
    "SOMETHING NEW,true",
    "FAILED,true",
    "SUCCESSFUL,false"
  })
  void findsTheChange(String state, boolean pending) {
    trade(state, "p-new1", LATER);

    assertThat(probe()).isEqualTo(pending ? UNDER_WAY : DONE);
    assertThat(registrar.commands()).containsExactly("StatusDomainTrade");
  }

  @ParameterizedTest
  @CsvSource({"REQUESTED,P-OTHER,PT1M", "FAILED,P-OTHER,PT1M", "REQUESTED,P-NEW1,-PT1H"})
  void anotherChangeIsNotOurs(String state, String to, Duration afterTheIntent) {
    trade(state, to, afterTheIntent);

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void findsNoTraceWhereThereIsNone() {
    assertThat(probe()).isEqualTo(NO_TRACE);
    assertThat(registrar.commands())
        .containsExactly("StatusDomainTrade", "StatusDomain", "QueryObjectLogList");
  }

  @ParameterizedTest
  @ValueSource(ints = {531, 540, 545})
  void keepsLookingIfNoChangeIsShown(int code) {
    registrar.answer("StatusDomainTrade", code, "no");
    log.entry("TRADE", "PENDING", intent.intendedAt(), null, Map.of());

    assertThat(probe()).isEqualTo(UNDER_WAY);
  }

  @ParameterizedTest
  @ValueSource(ints = {531, 545})
  void aNameThatIsNotHereHasNotBeenChanged(int code) {
    registrar.answer("StatusDomain", code, "no");

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @ParameterizedTest
  @CsvSource({"TRADE,PENDING", "TRADE,FAILED", "MODIFY,REQUEST"})
  void findsItsOwnCommandInTheLog(String operation, String status) {
    logged(operation, status, Map.of(), 200);

    assertThat(probe()).as("whatever the registrar calls it").isEqualTo(UNDER_WAY);
  }

  @Test
  void aChangeAtOnceIsFoundByTheRegistrantAndTheLog() {
    owner("p-new1");
    logged("MODIFY", "REQUEST", Map.of(), 200);
    assertThat(probe()).isEqualTo(DONE);
  }

  @Test
  void aChangeThatWasConfirmedMeanwhileIsDone() {
    owner(NEW);
    log.entry("TRADE", "SUCCESSFUL", intent.intendedAt(), null, Map.of());

    assertThat(probe()).isEqualTo(DONE);
  }

  @Test
  void aRegistrantThatWasThereBeforeIsNotOurs() {
    owner(NEW);
    assertThat(probe()).as("the log has nothing").isEqualTo(NO_TRACE);

    trade("SUCCESSFUL", NEW, BEFORE);
    log.entry("TRADE", "SUCCESSFUL", intent.intendedAt(), null, Map.of());
    assertThat(probe()).as("an earlier change caused it").isEqualTo(NO_TRACE);

    registrar.answer("QueryObjectLogList", 500, "Invalid command name");
    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void aRegistrantWithoutAStartDateLeavesTheDoubt() {
    owner(NEW);
    registrar.answer("QueryObjectLogList", 531, "Authorization failed; Operation forbidden by ACL");

    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void aChangeWithoutANewRegistrantLeavesTheDoubt() {
    registrar.answer(
        "StatusDomainTrade",
        200,
        "Command completed successfully",
        "PROPERTY[TRANSFERSTATUS][0]=REQUESTED");
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);

    logged("TRADE", "PENDING", Map.of(), 200);
    assertThat(probe()).isEqualTo(UNDER_WAY);
  }

  @Test
  void aLogThatMayNotBeReadIsLeftOutWhereTheRegistrantIsStillTheOldOne() {
    registrar.answer("QueryObjectLogList", 531, "Authorization failed; Operation forbidden by ACL");

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @ParameterizedTest
  @CsvSource({
    "ACTION,cancel,200",
    "OWNERCONTACT0,P-OTHER,200",
    "X-CONFIRM-DA-OLD-REGISTRANT,1,200",
    "ORDER,CREATE,200",
    "ACTION,request,552"
  })
  void aCommandInTheLogThatAskedForNothingIsNoTrace(String key, String value, int code) {
    logged("TRADE", "REQUEST", Map.of(key, value), code);

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void findsACommandThatSaysWhatItAsksFor() {
    logged("TRADE", "REQUEST", Map.of("ACTION", "request"), 200);

    assertThat(probe()).isEqualTo(UNDER_WAY);
  }

  @Test
  void somethingElseInTheLogIsNoTrace() {
    log.entry("INBOUND_TRANSFER", "SUCCESSFUL", intent.intendedAt(), null, Map.of());
    log.entry("TRADE", "SUCCESSFUL", intent.intendedAt(), null, Map.of());
    assertThat(probe()).as("somebody else's, as the registrant is not ours").isEqualTo(NO_TRACE);

    trade("FAILED", "P-OTHER", LATER);
    log.entry("TRADE", "FAILED", intent.intendedAt(), null, Map.of());
    assertThat(probe()).as("explained by the other change").isEqualTo(NO_TRACE);
  }

  /** As when a change is withdrawn, and another requested at once. */
  @Test
  void theEndOfAnEarlierAttemptIsNotOurs() {
    Duration justBefore = Duration.ofSeconds(-2);
    log.entry("TRADE", "FAILED", intent.intendedAt().plus(justBefore), null, Map.of());
    assertThat(probe()).as("it had ended before").isEqualTo(NO_TRACE);

    trade("FAILED", NEW, justBefore, justBefore);
    assertThat(probe()).as("it had ended before").isEqualTo(NO_TRACE);

    registrar.answer("StatusDomainTrade", 545, "Object not found");
    log.entry("TRADE", "FAILED", intent.intendedAt(), null, Map.of());
    logged("TRADE", "REQUEST", Map.of("ACTION", "CANCEL"), 200);
    assertThat(probe()).as("the withdrawal shows, our command does not").isEqualTo(NO_TRACE);
  }

  @Test
  void aChangeAtOnceIsOursThoughTheRegistrarsClockIsBehind() {
    trade("SUCCESSFUL", NEW, Duration.ofMinutes(-4), Duration.ofMinutes(-4));

    assertThat(probe()).isEqualTo(DONE);
  }

  @Test
  void findsAnEndThatOnlyTheLogShows() {
    log.entry("TRADE", "FAILED", intent.intendedAt(), null, Map.of());

    assertThat(probe()).isEqualTo(UNDER_WAY);
  }

  @Test
  void asksForNothingThatHappenedBefore() {
    probe();

    assertThat(registrar.sent().get(registrar.sent().size() - 1))
        .containsEntry(
            "MINDATE", CommandText.date(intent.intendedAt().minus(Duration.ofMinutes(5))));
  }

  @Test
  void aChangeThatMayBeAnotherOrdersStaysInDoubt() {
    Mutation<?> contacts =
        new ReplaceContacts(
            command.domain(), Map.of(ContactRole.REGISTRANT, NEW), AdditionalFields.NONE);
    trade("REQUESTED", NEW, Duration.ofMinutes(-1));
    journal.refused(intent, 0, "makes room");
    Intent other = intend(UUID.randomUUID(), contacts);
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);

    journal.executed(other);
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);

    trade("REQUESTED", NEW, LATER);
    assertThat(probe()).as("began after the other one had ended").isEqualTo(UNDER_WAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"StatusDomainTrade", "StatusDomain"})
  void anAnswerThatSaysNothingLeavesTheDoubt(String asked) {
    registrar.answer(asked, 503, "Invalid attribute name");

    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @ParameterizedTest
  @CsvSource({"536,Object already flagged for transfer", "552,trade pending", "506,unchanged"})
  void aRefusalCausedByItsOwnChangeIsASuccess(int code, String words) {
    registrar.answer("TradeDomain", code, words);
    trade("REQUESTED", NEW, LATER);
    journal.refused(intent, 0, "makes room");
    Intent fresh = intend(order, command);

    assertThat(registrar.gateway().execute(fresh, command, () -> {}, () -> {}))
        .isEqualTo(((ProbeResult.Executed<ChangeRegistrant.Result>) UNDER_WAY).result());
    journal.executed(fresh);
    assertThat(registrar.commands()).containsOnlyOnce("TradeDomain");
  }

  @Test
  void aRefusalWithoutATraceIsBelieved() {
    registrar.answer("TradeDomain", 536, "Object already flagged for transfer");
    trade("REQUESTED", "P-OTHER", BEFORE);
    journal.refused(intent, 0, "makes room");
    Intent fresh = intend(order, command);

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> registrar.gateway().execute(fresh, command, () -> {}, () -> {}));
    journal.refused(fresh, 536, "no");
  }

  private ProbeResult<ChangeRegistrant.Result> probe() {
    return probe.probe(command, intent, registrar.reader());
  }

  private void trade(String state, String to, Duration afterTheIntent) {
    trade(state, to, afterTheIntent, LATER);
  }

  private void trade(String state, String to, Duration createdAfter, Duration updatedAfter) {
    registrar.answer(
        "StatusDomainTrade",
        200,
        "Command completed successfully",
        "PROPERTY[TRANSFERSTATUS][0]=" + state,
        "PROPERTY[OWNERCONTACT][0]=" + to,
        "PROPERTY[CREATEDDATE][0]=" + CommandText.date(intent.intendedAt().plus(createdAfter)),
        "PROPERTY[UPDATEDDATE][0]=" + CommandText.date(intent.intendedAt().plus(updatedAfter)));
  }

  private void owner(String handle) {
    registrar.answer(
        "StatusDomain",
        200,
        "Command completed successfully",
        "PROPERTY[STATUS][0]=ACTIVE",
        "PROPERTY[OWNERCONTACT][0]=" + handle);
  }

  private void logged(String operation, String status, Map<String, String> more, int code) {
    log.entry(
        operation,
        status,
        intent.intendedAt(),
        command,
        more,
        "CODE=" + code,
        "DESCRIPTION=Command completed successfully; trade pending - non-real-time");
  }

  private Intent intend(UUID orderId, Mutation<?> mutation) {
    return intents.write(orderId, registrar.account(), mutation);
  }

  private static ProbeResult<ChangeRegistrant.Result> found(boolean pending, String text) {
    return new ProbeResult.Executed<>(new ChangeRegistrant.Result(pending, text));
  }
}
