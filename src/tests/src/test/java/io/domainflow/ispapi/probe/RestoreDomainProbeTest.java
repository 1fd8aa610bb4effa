package io.domainflow.ispapi.probe;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.ScriptedRegistrar;
import io.domainflow.registrar.command.RestoreDomain;
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

/** The probe finds out whether a restore was requested. */
@DomainflowTest
class RestoreDomainProbeTest {

  private static final ProbeResult<RestoreDomain.Result> UNDER_WAY =
      new ProbeResult.Executed<>(new RestoreDomain.Result());
  private static final ProbeResult<RestoreDomain.Result> NO_TRACE = new ProbeResult.NoTrace<>();

  private final RestoreDomainProbe probe;
  private final CommandJournal journal;
  private final Intents intents;
  private final ScriptedRegistrar registrar;

  private final DomainName name = DomainName.of(freshName("com"));
  private final RestoreDomain command = new RestoreDomain(name, RenewalMode.AUTOEXPIRE, null);
  private final UUID order = UUID.randomUUID();
  private Intent fresh;
  private Intent intent;
  private ObjectLogLines log;

  @Autowired
  RestoreDomainProbeTest(
      RestoreDomainProbe probe,
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
    registrar.answer("QueryObjectList", 200, "Command completed successfully");
  }

  @AfterEach
  void close() {
    journal.refused(intent, 0, "the test is over");
    registrar.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACTIVE", "PENDINGRESTORE"})
  void findsTheNameThatIsBack(String status) {
    inTheAccount(status, Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(probe()).isEqualTo(UNDER_WAY);

    registrar.answer("QueryObjectLogList", 500, "Invalid command name");
    assertThat(probe()).as("the log may not be read").isEqualTo(UNDER_WAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENDINGDELETE", "RequestedDelete", "DELETED"})
  void aNameThatIsStillBeingDeletedIsNoTrace(String status) {
    inTheAccount(status, Instant.parse("2020-01-01T00:00:00Z"));

    assertThat(probe(longAgo())).isEqualTo(NO_TRACE);
    assertThat(registrar.commands()).doesNotContain("QueryObjectList");
  }

  @Test
  void aNameThatIsListedAsDeletedIsNoTrace() {
    deleted();

    assertThat(probe(longAgo())).isEqualTo(NO_TRACE);
    assertThat(registrar.commands())
        .containsExactly("StatusDomain", "QueryObjectList", "QueryObjectLogList");
  }

  /** The restore may take days, during which the name remains listed. */
  @Test
  void theListAloneProvesNothingAfterADoubt() {
    deleted();
    registrar.answer("QueryObjectLogList", 531, "Authorization failed; Operation forbidden by ACL");

    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
    assertThat(probe(fresh)).as("sent once and clearly refused").isEqualTo(NO_TRACE);
  }

  @ParameterizedTest
  @CsvSource({"REQUEST,true", "PENDING,true", "SUCCESSFUL,true", "FAILED,true", "FAILED,false"})
  void findsItInTheLogWhateverItsResult(String status, boolean asCommand) {
    deleted();
    log.entry(
        "RESTORE",
        status,
        intent.intendedAt(),
        asCommand ? command : null,
        Map.of(),
        "CODE=200",
        "DESCRIPTION=Command completed successfully",
        "PENDING=1");

    assertThat(probe()).isEqualTo(UNDER_WAY);
  }

  @ParameterizedTest
  @CsvSource({"ORDER,CREATE,200", "RENEWALMODE,AUTOEXPIRE,545"})
  void aCommandInTheLogThatWasNotCarriedOutIsNoTrace(String key, String value, int code) {
    deleted();
    log.entry(
        "RESTORE",
        "REQUEST",
        intent.intendedAt(),
        command,
        Map.of(key, value),
        "CODE=" + code,
        "DESCRIPTION=words");

    assertThat(probe(longAgo())).isEqualTo(NO_TRACE);
  }

  /** Otherwise a restore that the log does not show yet would be paid for twice. */
  @Test
  void aLogWithoutTheRestoreProvesNothingInTheFirstHours() {
    deleted();

    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
    assertThat(probe(fresh)).as("sent once and clearly refused").isEqualTo(NO_TRACE);
  }

  @Test
  void aRestoreByAnotherLoginIsNotOurs() {
    log.by("panel");
    entry(Map.of());
    deleted();
    assertThat(probe()).as("on its way").isInstanceOf(ProbeResult.Inconclusive.class);

    inTheAccount("ACTIVE", Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void anEntryOfOurLoginThatIsNotQuiteTheCommandLeavesTheDoubt() {
    entry(Map.of("RENEWALMODE", "EXPIRE"));
    inTheAccount("ACTIVE", Instant.parse("2020-01-01T00:00:00Z"));

    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
    assertThat(probe(fresh)).as("sent once and clearly refused").isEqualTo(NO_TRACE);
  }

  @Test
  void aNameThatIsNotFoundLeavesTheDoubt() {
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
    assertThat(probe(fresh)).as("sent once and clearly refused").isEqualTo(NO_TRACE);
  }

  @Test
  void aNameThatWasRegisteredAgainIsNotRestored() {
    inTheAccount("ACTIVE", intent.intendedAt().plus(Duration.ofMinutes(1)));

    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"StatusDomain", "QueryObjectList"})
  void anAnswerThatSaysNothingLeavesTheDoubt(String asked) {
    registrar.answer(asked, 503, "Invalid attribute name");

    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void aRestorationThatMayBeAnotherOrdersStaysInDoubt() {
    inTheAccount("ACTIVE", Instant.parse("2020-01-01T00:00:00Z"));
    journal.refused(intent, 0, "makes room");
    Intent other = intend(UUID.randomUUID());
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);

    journal.executed(other);
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);

    entry(Map.of());
    assertThat(probe()).as("began after the other one had ended").isEqualTo(UNDER_WAY);
  }

  private void inTheAccount(String status, Instant created) {
    registrar.answer(
        "StatusDomain",
        200,
        "Command completed successfully",
        "PROPERTY[STATUS][0]=" + status,
        "PROPERTY[CREATEDDATE][0]=" + CommandText.date(created));
  }

  private void deleted() {
    registrar.answer("StatusDomain", 545, "Object not found");
    registrar.answer(
        "QueryObjectList",
        200,
        "Command completed successfully",
        "PROPERTY[OBJECTCLASS][0]=DELETEDDOMAIN",
        "PROPERTY[OBJECTID][0]=" + name.ascii());
  }

  private void entry(Map<String, String> more) {
    log.entry(
        "RESTORE",
        "PENDING",
        intent.intendedAt(),
        command,
        more,
        "CODE=200",
        "DESCRIPTION=Command completed successfully",
        "PENDING=1");
  }

  private ProbeResult<RestoreDomain.Result> probe() {
    return probe(intent);
  }

  private ProbeResult<RestoreDomain.Result> probe(Intent attempt) {
    return probe.probe(command, attempt, registrar.reader());
  }

  /** The attempt, some hours later. */
  private Intent longAgo() {
    return new Intent(
        intent.id(),
        intent.orderId(),
        intent.account(),
        intent.command(),
        intent.commandName(),
        intent.intendedAt(),
        intent.inDoubt(),
        intent.doubtSince().minus(Duration.ofHours(7)),
        intent.doubt());
  }

  private Intent intend(UUID orderId) {
    return intents.write(orderId, registrar.account(), command);
  }
}
