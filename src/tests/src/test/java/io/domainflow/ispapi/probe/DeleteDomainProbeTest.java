package io.domainflow.ispapi.probe;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.ScriptedRegistrar;
import io.domainflow.registrar.command.DeleteDomain;
import java.util.List;
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

/** The probe finds out whether a deletion was carried out. */
@DomainflowTest
class DeleteDomainProbeTest {

  private static final ProbeResult<DeleteDomain.Result> GONE =
      new ProbeResult.Executed<>(new DeleteDomain.Result(false, List.of()));
  private static final ProbeResult<DeleteDomain.Result> NO_TRACE = new ProbeResult.NoTrace<>();

  private final DeleteDomainProbe probe;
  private final CommandJournal journal;
  private final Intents intents;
  private final ScriptedRegistrar registrar;

  private final DomainName name = DomainName.of(freshName("com"));
  private final DeleteDomain command = new DeleteDomain(name);
  private final UUID order = UUID.randomUUID();
  private Intent fresh;
  private Intent intent;
  private ObjectLogLines log;

  @Autowired
  DeleteDomainProbeTest(
      DeleteDomainProbe probe,
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

  @Test
  void aNameThatTheRegistrarNoLongerKnowsIsDeleted() {
    assertThat(probe()).isEqualTo(GONE);
    assertThat(probe(fresh)).isEqualTo(GONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENDINGDELETE", "requesteddelete", "DELETED"})
  void aNameThatIsBeingDeletedSaysSo(String status) {
    status(status);

    assertThat(probe())
        .isEqualTo(new ProbeResult.Executed<>(new DeleteDomain.Result(true, List.of(status))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACTIVE", "EXPIRED", "clientHold"})
  void anExistingNameIsNoTrace(String status) {
    status(status);

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void aNameThatWentToAnotherRegistrarWasNotDeleted() {
    log.entry("OUTBOUND_TRANSFER", "FAILED", intent.intendedAt(), null, Map.of());
    assertThat(probe()).isEqualTo(GONE);

    log.entry("OUTBOUND_TRANSFER", "SUCCESSFUL", intent.intendedAt(), null, Map.of());
    assertThat(probe()).isEqualTo(NO_TRACE);

    registrar.answer("QueryObjectLogList", 500, "Invalid command name");
    assertThat(probe()).as("the log may not be read").isEqualTo(GONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 531})
  void anAnswerThatSaysNothingLeavesTheDoubt(int code) {
    registrar.answer("StatusDomain", code, "no");

    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  private void status(String status) {
    registrar.answer("StatusDomain", 200, "ok", "PROPERTY[STATUS][0]=" + status);
  }

  private ProbeResult<DeleteDomain.Result> probe() {
    return probe(intent);
  }

  private ProbeResult<DeleteDomain.Result> probe(Intent attempt) {
    return probe.probe(command, attempt, registrar.reader());
  }

  private Intent intend(UUID orderId) {
    return intents.write(orderId, registrar.account(), command);
  }
}
