package io.domainflow.ispapi.probe;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.DomainflowTest;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.ScriptedRegistrar;
import io.domainflow.registrar.command.RenewDomain;
import java.time.Duration;
import java.time.Instant;
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

/** The probe finds out whether a renewal was carried out. */
@DomainflowTest
class RenewDomainProbeTest {

  // paid ahead: not what tells
  private static final Instant PAID = Instant.parse("2029-03-01T10:00:00Z");
  private static final Instant BEFORE = Instant.parse("2027-03-01T10:00:00Z");
  private static final Instant AFTER = Instant.parse("2028-03-01T10:00:00Z");
  private static final ProbeResult<RenewDomain.Result> RENEWED =
      new ProbeResult.Executed<>(new RenewDomain.Result(AFTER));
  private static final ProbeResult<RenewDomain.Result> NO_TRACE = new ProbeResult.NoTrace<>();

  private final RenewDomainProbe probe;
  private final CommandJournal journal;
  private final Intents intents;
  private final ScriptedRegistrar registrar;

  private final DomainName name = DomainName.of(freshName("com"));
  private final RenewDomain command =
      new RenewDomain(name, new Period(1), BEFORE, PAID, null, true);
  private final UUID order = UUID.randomUUID();
  private Intent fresh;
  private Intent intent;
  private ObjectLogLines log;

  @Autowired
  RenewDomainProbeTest(
      RenewDomainProbe probe,
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
    fresh = intend(order);
    journal.inDoubt(fresh, "no answer came back");
    intent = intend(order);
    log = new ObjectLogLines(registrar);
  }

  @AfterEach
  void close() {
    journal.refused(intent, 0, "the test is over");
    registrar.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1,2027-03-01 10:00:00,2028-03-01 10:00:00",
    "1,2027-03-01 10:00:00,2028-03-01 23:59:59",
    "1,2027-03-01 10:00:00,2028-02-28 10:00:00",
    "1,2028-02-29 10:00:00,2029-02-28 10:00:00",
    "1,2028-02-29 10:00:00,2029-03-01 10:00:00",
    "4,2028-02-29 10:00:00,2032-02-29 10:00:00",
    "10,2027-03-01 10:00:00,2037-03-01 10:00:00"
  })
  void findsTheRenewalByTheDate(int years, String before, String after) {
    Instant was = Instant.parse(before.replace(' ', 'T') + "Z");
    Instant is = Instant.parse(after.replace(' ', 'T') + "Z");
    expiry(is);

    assertThat(probe(new RenewDomain(name, new Period(years), was, PAID, null, true), intent))
        .isEqualTo(new ProbeResult.Executed<>(new RenewDomain.Result(is)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-03-01T10:00:00Z", "2027-03-01T23:59:59Z", "2026-03-01T10:00:00Z"})
  void aDateThatHasNotMovedIsNoTrace(String date) {
    expiry(Instant.parse(date));

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void aDateThatHasMovedByLessIsNoTrace() {
    expiry(AFTER);

    assertThat(probe(new RenewDomain(name, new Period(2), BEFORE, PAID, null, true), intent))
        .isEqualTo(NO_TRACE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"REQUEST", "PENDING", "SUCCESSFUL"})
  void aDateThatHasNotMovedYetLeavesTheDoubtWhereTheLogHasTheCommand(String status) {
    expiry(BEFORE);
    entry(status, command, Map.of(), AFTER);

    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void aFailedRenewalDoesNotCount() {
    expiry(BEFORE);
    entry("FAILED", command, Map.of(), AFTER);

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void findsItsOwnCommandInTheLog() {
    expiry(AFTER);
    entry("SUCCESSFUL", command, Map.of(), AFTER);

    assertThat(probe()).isEqualTo(RENEWED);
  }

  @Test
  void itsOwnCommandInTheLogCountsEvenIfTheDateHasMovedTwice() {
    Instant twice = Instant.parse("2029-03-01T10:00:00Z");
    expiry(twice);
    assertThat(probe()).as("without the log").isInstanceOf(ProbeResult.Inconclusive.class);

    entry("SUCCESSFUL", command, Map.of(), AFTER);
    assertThat(probe()).isEqualTo(new ProbeResult.Executed<>(new RenewDomain.Result(twice)));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 531})
  void aLogThatMayNotBeReadDoesNotObject(int code) {
    expiry(AFTER);
    registrar.answer("QueryObjectLogList", code, "no");

    assertThat(probe()).isEqualTo(RENEWED);
  }

  @Test
  void aRenewalByAnotherLoginIsNotOurs() {
    expiry(AFTER);
    log.by("panel");
    entry("SUCCESSFUL", command, Map.of(), AFTER);

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void anAutomaticRenewalOfTheRegistrarIsNotOurs() {
    expiry(AFTER);
    log.by("system").entry("RENEW", "SUCCESSFUL", intent.intendedAt(), null, Map.of());

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void anEarlierEntryDoesNotExplainTheDate() {
    expiry(AFTER);
    log.by("panel");
    entry("SUCCESSFUL", command, Map.of(), BEFORE);
    log.entry(
        "RENEW", "SUCCESSFUL", intent.intendedAt().minus(Duration.ofMinutes(2)), null, Map.of());

    assertThat(probe()).isEqualTo(RENEWED);
  }

  @Test
  void anEntryOfOurLoginThatIsNotQuiteTheCommandLeavesTheDoubt() {
    expiry(AFTER);
    entry("SUCCESSFUL", command, Map.of("PERIOD", "1"), AFTER);

    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
    assertThat(probe(command, fresh)).as("sent once and clearly refused").isEqualTo(NO_TRACE);
  }

  @ParameterizedTest
  @CsvSource({"ORDER,CREATE,200", "PERIOD,1Y,541"})
  void aCommandInTheLogThatWasNotCarriedOutIsNoTrace(String key, String value, int code) {
    expiry(BEFORE);
    log.entry(
        "RENEW",
        "REQUEST",
        intent.intendedAt(),
        command,
        Map.of(key, value),
        "CODE=" + code,
        "DESCRIPTION=words");

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @ParameterizedTest
  @ValueSource(ints = {531, 545})
  void aNameThatIsGoneIsDecidedByTheLog(int code) {
    registrar.answer("StatusDomain", code, "no");
    assertThat(probe()).isEqualTo(NO_TRACE);

    registrar.answer("QueryObjectLogList", 500, "Invalid command name");
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
    assertThat(probe(command, fresh)).as("sent once and clearly refused").isEqualTo(NO_TRACE);

    entry("SUCCESSFUL", command, Map.of(), AFTER);
    assertThat(probe()).isEqualTo(RENEWED);
  }

  @Test
  void aDateThatIsNotStatedLeavesTheDoubt() {
    registrar.answer("StatusDomain", 200, "ok", "PROPERTY[STATUS][0]=ACTIVE");

    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void anAnswerThatSaysNothingLeavesTheDoubt() {
    registrar.answer("StatusDomain", 503, "Invalid attribute name");

    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void aRenewalThatMayBeAnotherOrdersStaysInDoubt() {
    expiry(AFTER);
    journal.refused(intent, 0, "makes room");
    Intent other = intend(UUID.randomUUID());
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);

    journal.executed(other);
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);

    entry("SUCCESSFUL", command, Map.of(), AFTER);
    assertThat(probe()).as("began after the other one had ended").isEqualTo(RENEWED);
  }

  @Test
  void aRefusalCausedByItsOwnRenewalIsASuccess() {
    registrar.answer("RenewDomain", 555, "Object already renewed");
    expiry(AFTER);
    journal.refused(intent, 0, "makes room");
    Intent next = intend(order);

    assertThat(registrar.gateway().execute(next, command, () -> {}, () -> {}))
        .isEqualTo(new RenewDomain.Result(AFTER));
    journal.executed(next);
  }

  @Test
  void believesARefusalCausedByAnotherRenewal() {
    registrar.answer("RenewDomain", 555, "Object already renewed");
    expiry(AFTER);
    log.by("panel");
    entry("SUCCESSFUL", command, Map.of(), AFTER);
    journal.refused(intent, 0, "makes room");
    Intent next = intend(order);

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> registrar.gateway().execute(next, command, () -> {}, () -> {}));
    assertThat(registrar.commands()).containsOnlyOnce("RenewDomain");
    journal.refused(next, 555, "no");
  }

  private ProbeResult<RenewDomain.Result> probe() {
    return probe(command, intent);
  }

  private ProbeResult<RenewDomain.Result> probe(RenewDomain looked, Intent attempt) {
    return probe.probe(looked, attempt, registrar.reader());
  }

  private void expiry(Instant date) {
    registrar.answer(
        "StatusDomain",
        200,
        "Command completed successfully",
        "PROPERTY[STATUS][0]=ACTIVE",
        "PROPERTY[EXPIRATIONDATE][0]=" + CommandText.date(date));
  }

  private void entry(String status, RenewDomain sent, Map<String, String> more, Instant answered) {
    log.entry(
        "RENEW",
        status,
        intent.intendedAt(),
        sent,
        more,
        "CODE=200",
        "DESCRIPTION=Command completed successfully",
        "PROPERTY[EXPIRATIONDATE][0]=" + CommandText.date(answered));
  }

  private Intent intend(UUID orderId) {
    return intents.write(orderId, registrar.account(), command);
  }
}
