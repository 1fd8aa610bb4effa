package io.domainflow.cnr.probe;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadLog;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.ReadTransfer.State;
import io.domainflow.registrar.command.RequestTransfer;
import io.domainflow.registrar.command.TransferKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** The probe at CentralNic Reseller finds out whether a transfer was requested. */
@DomainflowTest
class RequestTransferProbeTest {

  private static final ProbeResult<RequestTransfer.Result> NO_TRACE = new ProbeResult.NoTrace<>();

  private final RequestTransferProbe probe;
  private final Attempts attempts;
  private final ScriptedReader registrar = new ScriptedReader();
  private final DomainName name = DomainName.of(freshName("com"));
  private final RequestTransfer command =
      new RequestTransfer(
          name,
          TransferKind.REQUEST,
          null,
          null,
          Map.of(),
          List.of(),
          AdditionalFields.NONE,
          null,
          null);

  @Autowired
  RequestTransferProbeTest(
      RequestTransferProbe probe,
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
  @EnumSource(
      value = State.class,
      names = {"SUCCESSFUL", "FAILED"},
      mode = EnumSource.Mode.EXCLUDE)
  void oneThatRunsIsOursAfterADoubt(State state) {
    transfer(state, ReadTransfer.Type.INCOMING, null);

    assertThat(inDoubt()).isEqualTo(executed(true));
  }

  @Test
  void oneThatRunsIsNotOursAfterAClearNo() {
    transfer(State.PENDING, ReadTransfer.Type.INCOMING, null);

    assertThat(probe.probe(command, attempts.first(command, "TransferDomain"), registrar))
        .isEqualTo(NO_TRACE);
  }

  @Test
  void oneOfAnotherOrderIsForAPerson() {
    transfer(State.PENDING, ReadTransfer.Type.INCOMING, null);
    attempts.anotherHas(command, "TransferDomain");

    assertThat(inDoubt()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void oneThatLeavesIsNoTrace() {
    transfer(State.PENDING, ReadTransfer.Type.OUTGOING, null);

    assertThat(inDoubt()).isEqualTo(NO_TRACE);
  }

  @Test
  void oneThatHasFailedProvesSomethingOnlyByItsDateOrAnEvent() {
    transfer(State.FAILED, ReadTransfer.Type.INCOMING, null);
    assertThat(inDoubt()).isInstanceOf(ProbeResult.Inconclusive.class);
    attempts.close();

    event(Operation.TRANSFER, Outcome.FAILED);
    assertThat(inDoubt()).isEqualTo(executed(true));
    attempts.close();

    registrar.refuse(ReadLog.class, RefusalReason.NOT_OFFERED);
    transfer(State.FAILED, ReadTransfer.Type.INCOMING, attempts.now().minus(Duration.ofHours(1)));
    assertThat(inDoubt()).isInstanceOf(ProbeResult.Inconclusive.class);
    attempts.close();

    transfer(State.FAILED, ReadTransfer.Type.INCOMING, attempts.now().plusSeconds(60));
    assertThat(inDoubt()).isEqualTo(executed(true));
  }

  @Test
  void anArrivalSinceTheAttemptIsOurs() {
    registrar.answer(ReadDomain.class, Names.old().arrived(attempts.now()).result());
    assertThat(inDoubt()).isEqualTo(executed(false));
    attempts.close();

    event(Operation.TRANSFER, Outcome.SUCCESSFUL);
    registrar.answer(ReadDomain.class, Names.old().result());
    assertThat(inDoubt()).as("by its event").isEqualTo(executed(false));
  }

  @Test
  void aNameThatIsHereAndDoesNotSaySinceWhenIsForAPerson() {
    registrar.answer(ReadDomain.class, Names.old().result());
    assertThat(inDoubt()).isInstanceOf(ProbeResult.Inconclusive.class);
    attempts.close();

    registrar.answer(ReadDomain.class, Names.old().arrived(Names.LONG_AGO).result());
    assertThat(inDoubt()).as("here for long").isEqualTo(NO_TRACE);
  }

  @Test
  void nothingAtAllIsNoTraceUnlessTheAccountWasCharged() {
    event(Operation.OUTGOING_TRANSFER, Outcome.SUCCESSFUL);
    assertThat(inDoubt()).isEqualTo(NO_TRACE);
    attempts.close();

    registrar.answer(
        ListBookings.class, Names.charge(attempts.now(), "TRANSFER " + name.ascii(), "9.00"));
    assertThat(inDoubt()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  private void transfer(State state, ReadTransfer.Type type, @Nullable Instant at) {
    registrar.answer(
        ReadTransfer.class,
        new ReadTransfer.Result(state, type, List.of(), at, null, null, null, false));
  }

  private void event(Operation operation, Outcome outcome) {
    registrar.answer(
        ReadLog.class,
        new ReadLog.Result(
            List.of(new ReadLog.Entry("1", operation, outcome, attempts.now(), null, null))));
  }

  private static ProbeResult<RequestTransfer.Result> executed(boolean pending) {
    return new ProbeResult.Executed<>(
        new RequestTransfer.Result(pending, "domain transfer initiated", false));
  }

  private ProbeResult<RequestTransfer.Result> inDoubt() {
    return probe.probe(command, attempts.inDoubt(command, "TransferDomain"), registrar);
  }
}
