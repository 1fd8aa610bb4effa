package io.domainflow.cnr.probe;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RestoreDomain;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** The probe at CentralNic Reseller finds out whether a restore was requested. */
@DomainflowTest
class RestoreDomainProbeTest {

  private static final ProbeResult<RestoreDomain.Result> RESTORED =
      new ProbeResult.Executed<>(new RestoreDomain.Result());

  private final RestoreDomainProbe probe;
  private final Attempts attempts;
  private final ScriptedReader registrar = new ScriptedReader();
  private final DomainName name = DomainName.of(freshName("com"));
  private final RestoreDomain command = new RestoreDomain(name, RenewalMode.AUTOEXPIRE, null);

  @Autowired
  RestoreDomainProbeTest(
      RestoreDomainProbe probe,
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
  void aNameThatIsBackWasRestored() {
    registrar.answer(ReadDomain.class, Names.old().result());

    assertThat(inDoubt()).isEqualTo(RESTORED);
  }

  @Test
  void aNameThatAnotherOrderRestoredIsForAPerson() {
    registrar.answer(ReadDomain.class, Names.old().result());
    attempts.anotherHas(command, "RestoreDomain");

    assertThat(inDoubt()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void aNoIsBelievedOnlyIfTheNameIsNotBackSince() {
    registrar.answer(ReadDomain.class, Names.old().isDeleting().result());
    assertThat(probe.probe(command, attempts.first(command, "RestoreDomain"), registrar))
        .isEqualTo(new ProbeResult.NoTrace<>());
    attempts.close();

    registrar.answer(ReadDomain.class, Names.old().result());
    assertThat(probe.probe(command, attempts.first(command, "RestoreDomain"), registrar))
        .isEqualTo(RESTORED);
  }

  @Test
  void aNameThatIsListedAsBeingRestoredWasRestored() {
    registrar.answer(ReadDeletedDomain.class, new ReadDeletedDomain.Result(false, null, true));

    assertThat(inDoubt()).isEqualTo(RESTORED);
  }

  @Test
  void aNameThatIsStillDeletedIsForAPersonUnlessTheAccountWasCharged() {
    registrar.answer(ReadDeletedDomain.class, new ReadDeletedDomain.Result(true, null));
    assertThat(inDoubt()).isInstanceOf(ProbeResult.Inconclusive.class);
    attempts.close();

    registrar.answer(ReadDomain.class, Names.old().isDeleting().result());
    registrar.answer(ListBookings.class, Names.charge(attempts.now(), "another.example", "80.00"));
    assertThat(inDoubt()).isInstanceOf(ProbeResult.Inconclusive.class);
    attempts.close();

    registrar.answer(
        ListBookings.class,
        Names.charge(attempts.now(), "RESTORE: " + name.ascii() + ".", "80.00"));
    assertThat(inDoubt()).isEqualTo(RESTORED);
  }

  @Test
  void aNameThatIsNowhereOrNewOrCannotBeReadIsForAPerson() {
    registrar.answer(ReadDeletedDomain.class, new ReadDeletedDomain.Result(false, null));
    assertThat(inDoubt()).isInstanceOf(ProbeResult.Inconclusive.class);
    attempts.close();

    registrar.answer(ReadDomain.class, Names.old().created(attempts.now()).result());
    registrar.answer(
        ListBookings.class, Names.charge(attempts.now(), "ADD " + name.ascii(), "12.00"));
    assertThat(inDoubt()).isInstanceOf(ProbeResult.Inconclusive.class);
    attempts.close();

    registrar.refuse(ReadDomain.class, RefusalReason.OTHER);
    assertThat(inDoubt()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  private ProbeResult<RestoreDomain.Result> inDoubt() {
    return probe.probe(command, attempts.inDoubt(command, "RestoreDomain"), registrar);
  }
}
