package io.domainflow.cnr.probe;

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
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckDomains.Availability.Kind;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.ListApplications;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ReadContact;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RegisterDomain;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** The probe at CentralNic Reseller finds out whether a registration was carried out. */
@DomainflowTest
class RegisterDomainProbeTest {

  private static final ProbeResult<RegisterDomain.Result> NO_TRACE = new ProbeResult.NoTrace<>();
  private static final Contact ADA = Names.person("ada@example.net");

  private final RegisterDomainProbe probe;
  private final Attempts attempts;
  private final ScriptedReader registrar = new ScriptedReader();
  private final DomainName name = DomainName.of(freshName("com"));
  private final RegisterDomain command =
      new RegisterDomain(
          new DomainRegistration(
              name,
              new Period(1),
              ADA,
              ADA,
              ADA,
              ADA,
              List.of(),
              RenewalMode.AUTOEXPIRE,
              false,
              false,
              null,
              AdditionalFields.NONE,
              null));

  @Autowired
  RegisterDomainProbeTest(
      RegisterDomainProbe probe,
      CommandJournal journal,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.probe = probe;
    this.attempts = new Attempts(journal, transactions, clock);
  }

  @AfterEach
  void close() {
    attempts.close();
  }

  @Test
  void aNameThatIsHereSinceTheAttemptIsOurs() {
    isHere("ADA@example.net");

    ProbeResult<RegisterDomain.Result> finding = inDoubt();

    assertThat(finding).isInstanceOf(ProbeResult.Executed.class);
    RegisterDomain.Result result = ((ProbeResult.Executed<RegisterDomain.Result>) finding).result();
    assertThat(result.renewalModeSet()).as("the command cannot set it").isFalse();
    assertThat(result.pending()).isFalse();
  }

  @Test
  void aRegistrantThatCannotBeReadObjectsToNothing() {
    registrar.answer(ReadDomain.class, Names.old().created(attempts.now()).result());

    assertThat(inDoubt()).isInstanceOf(ProbeResult.Executed.class);
  }

  @Test
  void aNameWithAnotherRegistrantIsForAPerson() {
    isHere("bob@example.net");

    assertThat(inDoubt()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void aNameThatTheAccountHasHadForLongIsNoTrace() {
    registrar.answer(ReadDomain.class, Names.old().result());

    assertThat(inDoubt()).isEqualTo(NO_TRACE);
  }

  @Test
  void aNameThatAnotherOrderHasRegisteredIsNoTrace() {
    isHere("ada@example.net");
    attempts.anotherHas(command, "AddDomain");

    assertThat(inDoubt()).isEqualTo(NO_TRACE);
  }

  @Test
  void aNameThatIsStillFreeIsNoTrace() {
    registrar.answer(CheckDomains.class, Names.check(name, Kind.AVAILABLE));

    assertThat(inDoubt()).isEqualTo(NO_TRACE);
  }

  /** The list of free names may also be delayed. */
  @Test
  void aNameThatIsStillFreeButWasChargedForIsForAPerson() {
    registrar.answer(CheckDomains.class, Names.check(name, Kind.AVAILABLE));
    registrar.answer(
        ListBookings.class, Names.charge(attempts.now(), "Domain " + name.ascii() + " 1Y", "9.00"));

    assertThat(reason()).contains("charged", "still counts as free");
  }

  @Test
  void aNameThatIsNeitherFreeNorHereIsForAPerson() {
    registrar.answer(CheckDomains.class, Names.check(name, Kind.TAKEN));
    assertThat(reason()).contains("no longer free");

    registrar.answer(
        ListBookings.class, Names.charge(attempts.now(), "Domain " + name.ascii() + " 1Y", "9.00"));
    assertThat(reason()).contains("charged");

    registrar.answer(
        ListBookings.class, Names.charge(attempts.now(), "not-" + name.ascii(), "9.00"));
    assertThat(reason()).as("of another name").contains("no longer free");
    registrar.answer(ListBookings.class, Names.charge(attempts.now(), name.ascii(), "-9.00"));
    assertThat(reason()).as("given back").contains("no longer free");
  }

  @Test
  void aClearNoToTheOneCommandIsBelieved() {
    registrar.answer(CheckDomains.class, Names.check(name, Kind.TAKEN));

    assertThat(probe.probe(command, attempts.first(command, "AddDomain"), registrar))
        .isEqualTo(NO_TRACE);
  }

  @Test
  void anotherRefusalSaysNothing() {
    registrar.refuse(ReadDomain.class, RefusalReason.OTHER);
    assertThat(inDoubt()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void applicationsThatAreNotListedAreForAPerson() {
    assertThat(probe.probe(command, attempts.inDoubt(command, "AddDomainApplication"), registrar))
        .isInstanceOf(ProbeResult.Inconclusive.class);
  }

  /** The registrar would take a second application for the name. */
  @Test
  void anApplicationMayBeListedHoursLater() {
    registrar.answer(ListApplications.class, new ListApplications.Result(List.of()));
    Intent intent = attempts.inDoubt(command, "AddDomainApplication");

    ProbeResult<RegisterDomain.Result> soon = probe.probe(command, intent, registrar);
    ProbeResult<RegisterDomain.Result> later =
        probe.probe(command, since(intent, "PT4H1M"), registrar);
    registrar.answer(
        ListBookings.class, Names.charge(attempts.now(), "Domain " + name.ascii(), "9.00"));
    ProbeResult<RegisterDomain.Result> charged =
        probe.probe(command, since(intent, "PT4H1M"), registrar);

    assertThat(soon)
        .isInstanceOfSatisfying(
            ProbeResult.Inconclusive.class,
            doubt ->
                assertThat(doubt.until()).isEqualTo(intent.doubtSince().plus(Duration.ofHours(4))));
    assertThat(later).isEqualTo(NO_TRACE);
    assertThat(charged).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  /** The same attempt, in doubt for this long. */
  private static Intent since(Intent intent, String doubt) {
    return new Intent(
        1,
        intent.orderId(),
        intent.account(),
        intent.command(),
        intent.commandName(),
        intent.intendedAt().minus(Duration.parse(doubt)),
        true,
        intent.doubtSince().minus(Duration.parse(doubt)),
        intent.doubt());
  }

  private void isHere(String email) {
    registrar.answer(ReadDomain.class, Names.old().created(attempts.now()).result());
    registrar.answer(
        ReadContact.class, new ReadContact.Result("P-OWNER", Names.person(email), null));
  }

  private String reason() {
    attempts.close();
    return ((ProbeResult.Inconclusive<?>) inDoubt()).reason();
  }

  private ProbeResult<RegisterDomain.Result> inDoubt() {
    return probe.probe(command, attempts.inDoubt(command, "AddDomain"), registrar);
  }
}
