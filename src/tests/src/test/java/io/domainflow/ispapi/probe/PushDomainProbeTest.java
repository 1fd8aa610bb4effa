package io.domainflow.ispapi.probe;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.ScriptedRegistrar;
import io.domainflow.registrar.command.PushDomain;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** The probe finds out whether a push was carried out. */
@DomainflowTest
class PushDomainProbeTest {

  private static final ProbeResult<PushDomain.Result> GONE =
      new ProbeResult.Executed<>(new PushDomain.Result(false));
  private static final ProbeResult<PushDomain.Result> NO_TRACE = new ProbeResult.NoTrace<>();

  private final PushDomainProbe probe;
  private final CommandJournal journal;
  private final Intents intents;
  private final ScriptedRegistrar registrar;

  private final PushDomain command = new PushDomain(DomainName.of(freshName("de")), "TRANSIT");
  private Intent intent;
  private ObjectLogLines log;

  @Autowired
  PushDomainProbeTest(
      PushDomainProbe probe,
      CommandJournal journal,
      PlatformTransactionManager transactions,
      ApplicationContext application) {
    this.probe = probe;
    this.journal = journal;
    this.intents = new Intents(journal, transactions);
    this.registrar = new ScriptedRegistrar(application);
  }

  @BeforeEach
  void anAttempt() {
    intent = intents.write(UUID.randomUUID(), registrar.account(), command);
    log = new ObjectLogLines(registrar);
  }

  @AfterEach
  void close() {
    journal.refused(intent, 0, "the test is over");
    registrar.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {545, 531})
  void aNameThatIsNoLongerInTheAccountWasPushed(int code) {
    registrar.answer("StatusDomain", code, "no");

    assertThat(probe()).isEqualTo(GONE);
  }

  @Test
  void aNameThatIsInTheAccountIsNoTraceAfterOneTry() {
    registrar.answer("StatusDomain", 200, "ok", "PROPERTY[STATUS][0]=ACTIVE");

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void aNameThatTheRegistryMayHaveYetToTakeLeavesTheDoubt() {
    registrar.answer("StatusDomain", 200, "ok", "PROPERTY[STATUS][0]=ACTIVE");

    assertThat(probe.probe(command, inDoubt(), registrar.reader()))
        .isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void aTransferThatRunsIsThePushThatTheRegistryHasYetToDo() {
    registrar.answer("StatusDomain", 200, "ok", "PROPERTY[STATUS][0]=ACTIVE");
    registrar.answer("StatusDomainTransfer", 200, "ok", "PROPERTY[TRANSFERSTATUS][0]=PENDING");

    assertThat(probe.probe(command, inDoubt(), registrar.reader()))
        .isEqualTo(new ProbeResult.Executed<>(new PushDomain.Result(true)));
  }

  private Intent inDoubt() {
    return new Intent(
        1,
        intent.orderId(),
        intent.account(),
        intent.command(),
        intent.commandName(),
        intent.intendedAt(),
        true,
        intent.intendedAt(),
        "no answer came back");
  }

  @Test
  void aNameThatWasDeletedWasNotPushed() {
    log.entry("DELETE", "SUCCESSFUL", intent.intendedAt(), null, Map.of());

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void anAnswerThatSaysNothingLeavesTheDoubt() {
    registrar.answer("StatusDomain", 503, "no");

    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  private ProbeResult<PushDomain.Result> probe() {
    return probe.probe(command, intent, registrar.reader());
  }
}
