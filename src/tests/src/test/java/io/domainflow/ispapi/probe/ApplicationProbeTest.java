package io.domainflow.ispapi.probe;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.DocumentedReader;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.RegisterDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** The probe finds out from the registrar's lists whether an application was made. */
@DomainflowTest
class ApplicationProbeTest {

  private final RegisterDomainProbe probe;
  private final CommandJournal journal;
  private final Intents intents;

  private final DomainRegistration registration = registration(freshName("com"));
  private final RegisterDomain command =
      new RegisterDomain(registration, "PREMIUM_A", Money.of("900.00", "EUR"));
  private final DocumentedReader registrar = new DocumentedReader();
  private Intent intent;

  @Autowired
  ApplicationProbeTest(
      RegisterDomainProbe probe, CommandJournal journal, PlatformTransactionManager transactions) {
    this.probe = probe;
    this.journal = journal;
    this.intents = new Intents(journal, transactions);
  }

  @BeforeEach
  void anAttemptInDoubt() {
    intent = intend(command);
    journal.inDoubt(intent, "no answer came back");
    registrar.answer("QueryDomainApplicationList");
  }

  @Test
  void findsTheApplication() {
    applications("10701", "REQUESTED", Duration.ofMinutes(1));

    assertThat(probe())
        .isEqualTo(
            new ProbeResult.Executed<>(
                RegisterDomain.Result.applied("10701", List.of("REQUESTED"), true)));
  }

  @Test
  void findsTheNameOfAGrantedApplication() {
    registrar.answer(
        "StatusDomain", "STATUS=ACTIVE", "CREATEDDATE=" + CommandText.date(intent.intendedAt()));

    assertThat(probe())
        .isEqualTo(
            new ProbeResult.Executed<>(
                RegisterDomain.Result.applied(null, List.of("ACTIVE"), false)));
  }

  @Test
  void isSearchedForAsItWasSentEvenIfItWouldBeSentDifferentlyNow() {
    applications("10701", "REQUESTED", Duration.ofMinutes(1));

    assertThat(probe.probe(new RegisterDomain(registration), intent, registrar))
        .isInstanceOf(ProbeResult.Executed.class);
  }

  @Test
  void findsNoTraceWhereThereIsNone() {
    assertThat(probe()).isEqualTo(new ProbeResult.NoTrace<>());
  }

  @Test
  void anApplicationFromLongAgoIsNotOurs() {
    applications("10701", "REQUESTED", Duration.ofDays(-2));

    assertThat(probe()).isEqualTo(new ProbeResult.NoTrace<>());
  }

  @Test
  void anApplicationThatHasFailedDoesNotKeepACorrectedOrderFromApplyingAgain() {
    applications("10701", "FAILED", Duration.ofMinutes(1));

    assertThat(probe()).isEqualTo(new ProbeResult.NoTrace<>());
  }

  @Test
  void anApplicationThatMayBeAnotherOrdersStaysInDoubt() {
    applications("10701", "REQUESTED", Duration.ofMinutes(1));
    Intent other = intend(command);
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);

    journal.executed(other);
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);

    journal.executed(intent);
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void aNameThatAnotherOrderRegisteredIsNotOurs() {
    registrar.answer("StatusDomain", "STATUS=ACTIVE");
    journal.executed(intend(new RegisterDomain(registration)));

    assertThat(probe()).isEqualTo(new ProbeResult.NoTrace<>());
  }

  @Test
  void aListThatIsRefusedSaysNothing() {
    registrar.answer("QueryDomainApplicationList", 503, "Invalid attribute name");

    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  private ProbeResult<RegisterDomain.Result> probe() {
    return probe.probe(command, intent, registrar);
  }

  private void applications(String id, String status, Duration afterTheIntent) {
    Instant created = intent.intendedAt().plus(afterTheIntent);
    registrar.answer(
        "QueryDomainApplicationList",
        "APPLICATION=" + id,
        "STATUS=" + status,
        "CREATEDDATE=" + CommandText.date(created));
  }

  private Intent intend(Mutation<?> mutation) {
    return intents.write(UUID.randomUUID(), "sandbox", mutation);
  }

  private static DomainRegistration registration(String domain) {
    Contact contact = Contact.ofHandle("P-ABC1");
    return new DomainRegistration(
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
        null);
  }
}
