package io.domainflow.cnr.probe;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RenewDomain;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** The probe at CentralNic Reseller finds out whether a renewal was carried out. */
@DomainflowTest
class RenewDomainProbeTest {

  private static final ProbeResult<RenewDomain.Result> NO_TRACE = new ProbeResult.NoTrace<>();
  private static final Instant BEFORE = Instant.parse("2027-03-01T10:00:00Z");
  private static final Instant AFTER = Instant.parse("2028-03-01T10:00:00Z");
  private static final Instant TWICE = Instant.parse("2029-03-01T10:00:00Z");

  private final RenewDomainProbe probe;
  private final Attempts attempts;
  private final ScriptedReader registrar = new ScriptedReader();
  private final DomainName name = DomainName.of(freshName("com"));
  private final RenewDomain command =
      new RenewDomain(name, new Period(1), BEFORE, BEFORE, null, true);

  @Autowired
  RenewDomainProbeTest(
      RenewDomainProbe probe,
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

  @ParameterizedTest
  @CsvSource({"RenewDomain,true", "SetDomainRenewalMode,false"})
  void findsTheRenewalByTheDateThatItMoves(String commandName, boolean onCommand) {
    dates(onCommand ? AFTER : BEFORE, onCommand ? BEFORE : AFTER);
    assertThat(inDoubt(commandName))
        .isEqualTo(new ProbeResult.Executed<>(new RenewDomain.Result(AFTER)));
    attempts.close();

    dates(onCommand ? BEFORE : AFTER, onCommand ? AFTER : BEFORE);
    assertThat(inDoubt(commandName)).as("the other date").isEqualTo(NO_TRACE);
  }

  @Test
  void aDateThatHasNotMovedIsNoTraceUnlessTheAccountWasCharged() {
    dates(BEFORE, BEFORE);
    assertThat(inDoubt("RenewDomain")).isEqualTo(NO_TRACE);
    attempts.close();

    registrar.answer(
        ListBookings.class, Names.charge(attempts.now(), "RENEWAL " + name.ascii(), "9.00"));
    assertThat(inDoubt("RenewDomain")).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void aChargeFromBeforeTheAttemptIsOfSomethingElse() {
    dates(BEFORE, BEFORE);
    registrar.answer(
        ListBookings.class,
        new ListBookings.Result(
            List.of(
                new ListBookings.Booking(
                    "1", attempts.now().minusSeconds(90), name.ascii(), Money.of("9.00", "EUR"))),
            Optional.empty()));

    assertThat(inDoubt("RenewDomain")).isEqualTo(NO_TRACE);
  }

  @Test
  void aNoIsBelievedOnlyIfTheDateHasNotMovedSince() {
    dates(BEFORE, BEFORE);
    assertThat(probe.probe(command, attempts.first(command, "RenewDomain"), registrar))
        .isEqualTo(NO_TRACE);
    attempts.close();

    dates(AFTER, AFTER);
    assertThat(probe.probe(command, attempts.first(command, "RenewDomain"), registrar))
        .isEqualTo(new ProbeResult.Executed<>(new RenewDomain.Result(AFTER)));
  }

  @Test
  void aRenewalOfAnotherOrderIsForAPerson() {
    dates(AFTER, AFTER);
    attempts.anotherHas(command, "RenewDomain");

    assertThat(inDoubt("RenewDomain")).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void aDateThatHasMovedTooFarOrIsNotStatedIsForAPerson() {
    dates(TWICE, TWICE);
    assertThat(inDoubt("RenewDomain")).isInstanceOf(ProbeResult.Inconclusive.class);
    attempts.close();

    dates(null, null);
    assertThat(inDoubt("RenewDomain")).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void aNameThatIsGoneIsForAPersonAfterADoubt() {
    assertThat(inDoubt("RenewDomain")).isInstanceOf(ProbeResult.Inconclusive.class);
    attempts.close();

    assertThat(probe.probe(command, attempts.first(command, "RenewDomain"), registrar))
        .isEqualTo(NO_TRACE);
  }

  private void dates(Instant expires, Instant paid) {
    registrar.answer(ReadDomain.class, Names.old().dates(expires, paid).result());
  }

  private ProbeResult<RenewDomain.Result> inDoubt(String commandName) {
    return probe.probe(command, attempts.inDoubt(command, commandName), registrar);
  }
}
