package io.domainflow.ispapi.probe;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.ScriptedRegistrar;
import io.domainflow.registrar.command.RenewDomain;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** The probe finds out whether a renewal paid in advance was carried out. */
@DomainflowTest
class PaidRenewalProbeTest {

  private static final Instant EXPIRY = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant BEFORE = Instant.parse("2027-03-01T10:00:00Z");
  private static final Instant AFTER = Instant.parse("2028-03-01T10:00:00Z");
  private static final ProbeResult<RenewDomain.Result> PAID =
      new ProbeResult.Executed<>(new RenewDomain.Result(AFTER));
  private static final ProbeResult<RenewDomain.Result> NO_TRACE = new ProbeResult.NoTrace<>();

  private final RenewDomainProbe probe;
  private final CommandJournal journal;
  private final Intents intents;
  private final ScriptedRegistrar registrar;

  private final DomainName name = DomainName.of(freshName("com"));
  private final RenewDomain command =
      new RenewDomain(name, new Period(1), EXPIRY, BEFORE, null, false);
  private final UUID order = UUID.randomUUID();
  private Intent fresh;
  private Intent intent;
  private ObjectLogLines log;

  @Autowired
  PaidRenewalProbeTest(
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
    "2027-03-01T10:00:00Z,2028-03-01T10:00:00Z,true",
    "2028-03-01T10:00:00Z,2028-03-01T10:00:00Z,true",
    "2027-03-01T10:00:00Z,2027-03-01T10:00:00Z,false",
    "2028-03-01T10:00:00Z,2027-03-01T10:00:00Z,false"
  })
  void thePaidUntilDateDecidesAndTheExpiryDoesNot(Instant expiry, Instant paid, boolean found) {
    dates(expiry, paid);

    assertThat(probe()).isEqualTo(found ? PAID : NO_TRACE);
    assertThat(probe(fresh)).isEqualTo(found ? PAID : NO_TRACE);
  }

  @Test
  void isSearchedForAsItWasSentEvenIfItWouldBeSentDifferentlyNow() {
    dates(BEFORE, AFTER);

    assertThat(probe.probe(command.onCommand(true), intent, registrar.reader())).isEqualTo(PAID);
  }

  @Test
  void findsItsOwnCommandInTheLog() {
    entry();
    dates(BEFORE, BEFORE);
    assertThat(probe()).as("does not show yet").isInstanceOf(ProbeResult.Inconclusive.class);

    dates(BEFORE, AFTER);
    assertThat(probe()).isEqualTo(PAID);
  }

  @Test
  void anAutomaticChargeOfTheRegistrarIsNotOurs() {
    dates(BEFORE, AFTER);
    log.by("system").entry("RENEW", "SUCCESSFUL", intent.intendedAt(), null, Map.of());

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void aPaymentThatMayBeAnotherOrdersStaysInDoubt() {
    dates(BEFORE, AFTER);
    journal.refused(intent, 0, "makes room");
    Intent other = intend(UUID.randomUUID());
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);

    journal.executed(other);
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);

    entry();
    assertThat(probe()).as("began after the other one had ended").isEqualTo(PAID);
  }

  private void dates(Instant expiry, Instant paid) {
    registrar.answer(
        "StatusDomain",
        200,
        "Command completed successfully",
        "PROPERTY[STATUS][0]=ACTIVE",
        "PROPERTY[EXPIRATIONDATE][0]=" + CommandText.date(expiry),
        "PROPERTY[PAIDUNTILDATE][0]=" + CommandText.date(paid));
  }

  private void entry() {
    log.entry(
        "RENEW",
        "SUCCESSFUL",
        intent.intendedAt(),
        command,
        Map.of(),
        "CODE=200",
        "DESCRIPTION=OK",
        "PROPERTY[EXPIRATIONDATE][0]=" + CommandText.date(AFTER));
  }

  private ProbeResult<RenewDomain.Result> probe() {
    return probe(intent);
  }

  private ProbeResult<RenewDomain.Result> probe(Intent attempt) {
    return probe.probe(command, attempt, registrar.reader());
  }

  private Intent intend(UUID orderId) {
    return intents.write(orderId, registrar.account(), command);
  }
}
