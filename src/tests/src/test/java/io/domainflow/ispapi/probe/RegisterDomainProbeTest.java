package io.domainflow.ispapi.probe;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.ScriptedRegistrar;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.RegisterDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

/** The probe reads the log to find out about a registration if the name does not show enough. */
@DomainflowTest
class RegisterDomainProbeTest {

  private static final ProbeResult<RegisterDomain.Result> NO_TRACE = new ProbeResult.NoTrace<>();
  private static final String[] REGISTERED = {
    "CODE=200",
    "DESCRIPTION=Command completed successfully",
    "PROPERTY[STATUS][0]=ACTIVE",
    "PROPERTY[REGISTRATIONEXPIRATIONDATE][0]=2027-11-25 10:00:00"
  };
  private static final String[] ACCEPTED = {
    "CODE=200",
    "DESCRIPTION=Command completed successfully; action pending",
    "PENDING=1",
    "PROPERTY[STATUS][0]=REQUESTEDCREATE"
  };
  private static final String[] REFUSED = {"CODE=541", "DESCRIPTION=Invalid attribute value"};
  private static final ProbeResult<RegisterDomain.Result> FOUND =
      new ProbeResult.Executed<>(
          new RegisterDomain.Result(
              List.of("ACTIVE"), false, Instant.parse("2027-11-25T10:00:00Z")));
  private static final ProbeResult<RegisterDomain.Result> FOUND_PENDING =
      new ProbeResult.Executed<>(new RegisterDomain.Result(List.of("REQUESTEDCREATE"), true, null));

  private final RegisterDomainProbe probe;
  private final CommandJournal journal;
  private final Intents intents;
  private final ScriptedRegistrar registrar;

  private final RegisterDomain command = command(freshName("com"));
  private Intent intent;
  private ObjectLogLines log;

  @Autowired
  RegisterDomainProbeTest(
      RegisterDomainProbe probe,
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
    intent = intend();
    journal.inDoubt(intent, "no answer came back");
    log = new ObjectLogLines(registrar);
  }

  @AfterEach
  void close() {
    journal.refused(intent, 0, "the test is over");
    registrar.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {531, 545})
  void findsItsOwnCommandWithItsAnswer(int code) {
    registrar.answer("StatusDomain", code, "no");
    create("SUCCESSFUL", REGISTERED);

    assertThat(probe()).isEqualTo(FOUND);
  }

  @Test
  void findsARegistrationThatIsPending() {
    create("PENDING", ACCEPTED);

    assertThat(probe()).isEqualTo(FOUND_PENDING);
  }

  @Test
  void findsTheCommandBelowItsOutcome() {
    log.entry("CREATE", "SUCCESSFUL", intent.intendedAt(), null, Map.of());
    create("PENDING", ACCEPTED);

    assertThat(probe()).isEqualTo(FOUND_PENDING);
  }

  @Test
  void aRegistrationThatHasFailedSinceMayBeTriedAgain() {
    log.entry("CREATE", "FAILED", intent.intendedAt(), null, Map.of());
    create("PENDING", ACCEPTED);
    assertThat(probe()).isEqualTo(NO_TRACE);

    log = new ObjectLogLines(registrar);
    create("FAILED", ACCEPTED);
    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void aRefusedLaterAttemptProvesNothingAboutTheEarlierOne() {
    create("FAILED", REFUSED);
    create("SUCCESSFUL", REGISTERED);

    assertThat(probe()).isEqualTo(FOUND);
  }

  @Test
  void aCommandThatWasRefusedIsNoTrace() {
    create("FAILED", REFUSED);

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @ParameterizedTest
  @CsvSource({"PERIOD,2Y", "OWNERCONTACT0,P-OTHER", "RENEWALMODE,''", "ORDER,CREATE"})
  void anotherCommandIsNotOurs(String key, String value) {
    log.entry("CREATE", "SUCCESSFUL", intent.intendedAt(), command, Map.of(key, value), REGISTERED);

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void aCommandOfAnotherLoginIsNotOurs() {
    log.by("panel");
    create("SUCCESSFUL", REGISTERED);

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void aLogThatDoesNotNameTheRoleIsBelieved() {
    log.by("");
    create("SUCCESSFUL", REGISTERED);

    assertThat(probe()).isEqualTo(FOUND);
  }

  @Test
  void reportsTheOwnerIfTheJournalCannot() {
    registrar.answer("StatusDomain", 200, "ok", "PROPERTY[STATUS][0]=ACTIVE");
    journal.refused(intent, 0, "makes room");
    Intent other = intend();
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);

    create("SUCCESSFUL", REGISTERED);
    assertThat(probe()).isEqualTo(FOUND);

    journal.executed(other);
    assertThat(probe()).as("the other order has registered it").isEqualTo(NO_TRACE);
  }

  @ParameterizedTest
  @CsvSource({
    "531,Authorization failed; Operation forbidden by ACL",
    "531,Authorization failed",
    "500,Invalid command name"
  })
  void aLogThatMayNotBeReadIsLeftOut(int code, String words) {
    create("SUCCESSFUL", REGISTERED);
    registrar.answer("StatusObjectLog 0", code, words);
    assertThat(probe()).isEqualTo(NO_TRACE);

    registrar.answer("QueryObjectLogList", code, words);
    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void doesNotAskTheLogWhereTheNameSaysEnough() {
    registrar.answer("StatusDomain", 200, "ok", "PROPERTY[STATUS][0]=ACTIVE");

    assertThat(probe()).isInstanceOf(ProbeResult.Executed.class);
    assertThat(registrar.commands()).containsExactly("StatusDomain");
  }

  private void create(String status, String... response) {
    log.entry(
        "CREATE",
        status,
        intent.intendedAt().plus(Duration.ofSeconds(1)),
        command,
        Map.of(),
        response);
  }

  private ProbeResult<RegisterDomain.Result> probe() {
    return probe.probe(command, intent, registrar.reader());
  }

  private Intent intend() {
    return intents.write(UUID.randomUUID(), registrar.account(), command);
  }

  private static RegisterDomain command(String domain) {
    Contact contact = Contact.ofHandle("P-ABC1");
    return new RegisterDomain(
        new DomainRegistration(
            DomainName.of(domain),
            new Period(1),
            contact,
            contact,
            contact,
            contact,
            List.of(),
            RenewalMode.AUTOEXPIRE,
            false,
            false,
            null,
            AdditionalFields.NONE,
            null));
  }
}
