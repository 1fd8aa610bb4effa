package io.domainflow.ispapi.probe;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.DomainflowTest;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.ScriptedRegistrar;
import io.domainflow.registrar.command.RequestTransfer;
import io.domainflow.registrar.command.TransferKind;
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

/** The probe finds out whether a transfer was requested. */
@DomainflowTest
class RequestTransferProbeTest {

  private static final ProbeResult<RequestTransfer.Result> UNDER_WAY = found(true);
  private static final ProbeResult<RequestTransfer.Result> THROUGH = found(false);
  private static final ProbeResult<RequestTransfer.Result> NO_TRACE = new ProbeResult.NoTrace<>();

  private final RequestTransferProbe probe;
  private final CommandJournal journal;
  private final Intents intents;
  private final ScriptedRegistrar registrar;

  private final RequestTransfer command =
      new RequestTransfer(
          DomainName.of(freshName("com")),
          TransferKind.REQUEST,
          AuthCode.of("canary =&"),
          new Period(1),
          Map.of(),
          List.of(),
          AdditionalFields.NONE,
          null,
          null);
  private final UUID order = UUID.randomUUID();
  private Intent intent;
  private ObjectLogLines log;

  @Autowired
  RequestTransferProbeTest(
      RequestTransferProbe probe,
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
    intent = intend(order);
    journal.inDoubt(intent, "no answer came back");
    log = new ObjectLogLines(registrar);
  }

  @AfterEach
  void close() {
    journal.refused(intent, 0, "the test is over");
    registrar.close();
  }

  @ParameterizedTest
  @CsvSource({
    "INITIATED,INCOMING,true",
    "REQUESTED,incoming,true",
    "PENDING,USERTRANSFER,true",
    "FAILED,INCOMING,true",
    "SUCCESSFUL,INCOMING,false"
  })
  void findsTheTransfer(String state, String type, boolean pending) {
    transfer(state, type, Duration.ofMinutes(1));

    assertThat(probe()).isEqualTo(found(pending));
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING,OUTGOING,PT1M",
    "REQUESTED,TRADE,PT1M",
    "PENDING,INCOMING,-P2D",
    "FAILED,INCOMING,-PT1H"
  })
  void anotherTransferIsNotOurs(String state, String type, Duration afterTheIntent) {
    transfer(state, type, afterTheIntent);

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void findsNoTraceWhereThereIsNone() {
    assertThat(probe()).isEqualTo(NO_TRACE);
    assertThat(registrar.commands())
        .containsExactly("StatusDomainTransfer", "StatusDomain", "QueryObjectLogList");
  }

  @ParameterizedTest
  @ValueSource(ints = {531, 540, 545})
  void findsTheNameThatHasArrived(int code) {
    registrar.answer("StatusDomainTransfer", code, "no");
    name(Duration.ofMinutes(1));

    assertThat(probe()).isEqualTo(THROUGH);
  }

  @Test
  void aNameThatWasHereBeforeIsNotOurs() {
    name(Duration.ofDays(-2));

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void theLogDecidesWhenTheNameHasNoStartDate() {
    registrar.answer("StatusDomain", 200, "ok", "PROPERTY[STATUS][0]=ACTIVE");
    assertThat(probe()).isEqualTo(NO_TRACE);

    registrar.answer("QueryObjectLogList", 500, "Invalid command name");
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);

    log.entry("INBOUND_TRANSFER", "SUCCESSFUL", intent.intendedAt(), null, Map.of());
    assertThat(probe()).isEqualTo(THROUGH);
  }

  @ParameterizedTest
  @CsvSource({
    "INBOUND_TRANSFER,REQUEST,true",
    "TRANSFER,PENDING,true",
    "INBOUND_TRANSFER,FAILED,true",
    "INBOUND_TRANSFER,SUCCESSFUL,false"
  })
  void findsItsResultInTheLog(String operation, String status, boolean pending) {
    log.entry(operation, status, intent.intendedAt(), null, Map.of());

    assertThat(probe()).isEqualTo(found(pending));
  }

  @Test
  void findsItsOwnCommandInTheLog() {
    log.entry(
        "TRANSFER",
        "REQUEST",
        intent.intendedAt(),
        command,
        Map.of("AUTH", "***"),
        "CODE=200",
        "DESCRIPTION=Command completed successfully; domain transfer initiated",
        "PENDING=1");

    assertThat(probe()).isEqualTo(UNDER_WAY);
  }

  @ParameterizedTest
  @CsvSource({
    "ACTION,CANCEL,200",
    "ACTION,DENY,200",
    "PERIOD,2Y,200",
    "ORDER,CREATE,200",
    "PERIOD,1Y,541"
  })
  void aCommandInTheLogThatAskedForNothingIsNoTrace(String key, String value, int code) {
    log.entry(
        "TRANSFER",
        "REQUEST",
        intent.intendedAt(),
        command,
        Map.of(key, value),
        "CODE=" + code,
        "DESCRIPTION=words");

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void anotherOperationInTheLogIsNoTrace() {
    log.entry("OUTBOUND_TRANSFER", "SUCCESSFUL", intent.intendedAt(), null, Map.of());

    assertThat(probe()).isEqualTo(NO_TRACE);
    assertThat(registrar.sent().get(registrar.sent().size() - 1))
        .as("asks for nothing that happened before")
        .containsEntry(
            "MINDATE", CommandText.date(intent.intendedAt().minus(Duration.ofMinutes(5))));
  }

  @Test
  void aLogThatMayNotBeReadIsLeftOut() {
    registrar.answer("QueryObjectLogList", 531, "Authorization failed; Operation forbidden by ACL");

    assertThat(probe()).isEqualTo(NO_TRACE);
  }

  @Test
  void aTransferThatMayBeAnotherOrdersStaysInDoubt() {
    transfer("PENDING", "INCOMING", Duration.ofMinutes(-1));
    journal.refused(intent, 0, "makes room");
    Intent other = intend(UUID.randomUUID());
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);

    journal.executed(other);
    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);

    transfer("PENDING", "INCOMING", Duration.ofMinutes(1));
    assertThat(probe()).as("began after the other one had ended").isEqualTo(UNDER_WAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"StatusDomainTransfer", "StatusDomain"})
  void anAnswerThatSaysNothingLeavesTheDoubt(String asked) {
    registrar.answer(asked, 503, "Invalid attribute name");

    assertThat(probe()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @ParameterizedTest
  @CsvSource({"536,Object already flagged for transfer", "540,taken", "553,pending transfer"})
  void aRefusalCausedByItsOwnTransferIsASuccess(int code, String words) {
    registrar.answer("TransferDomain", code, words);
    transfer("PENDING", "INCOMING", Duration.ofMinutes(1));
    journal.refused(intent, 0, "makes room");
    Intent fresh = intend(order);

    assertThat(registrar.gateway().execute(fresh, command, () -> {}, () -> {}))
        .isEqualTo(((ProbeResult.Executed<RequestTransfer.Result>) UNDER_WAY).result());
    journal.executed(fresh);
    assertThat(registrar.commands()).containsOnlyOnce("TransferDomain");
  }

  @Test
  void aRefusalWithoutATraceIsBelieved() {
    registrar.answer("TransferDomain", 552, "DOMAIN TRANSFER IS PROHIBITED BY WRONG AUTH");
    journal.refused(intent, 0, "makes room");
    Intent fresh = intend(order);

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> registrar.gateway().execute(fresh, command, () -> {}, () -> {}));
    journal.refused(fresh, 552, "no");
  }

  private ProbeResult<RequestTransfer.Result> probe() {
    return probe.probe(command, intent, registrar.reader());
  }

  private void transfer(String state, String type, Duration afterTheIntent) {
    registrar.answer(
        "StatusDomainTransfer",
        200,
        "Command completed successfully",
        "PROPERTY[TRANSFERSTATUS][0]=" + state,
        "PROPERTY[TRANSFERTYPE][0]=" + type,
        "PROPERTY[CREATEDDATE][0]=" + date(afterTheIntent));
  }

  private void name(Duration afterTheIntent) {
    registrar.answer(
        "StatusDomain",
        200,
        "Command completed successfully",
        "PROPERTY[STATUS][0]=ACTIVE",
        "PROPERTY[CREATEDDATE][0]=2001-01-01 00:00:00",
        "PROPERTY[TRANSFERDATE][0]=" + date(afterTheIntent));
  }

  private String date(Duration afterTheIntent) {
    Instant at = intent.intendedAt().plus(afterTheIntent);
    return CommandText.date(at);
  }

  private Intent intend(UUID orderId) {
    return intents.write(orderId, registrar.account(), command);
  }

  private static ProbeResult<RequestTransfer.Result> found(boolean pending) {
    return new ProbeResult.Executed<>(
        new RequestTransfer.Result(pending, "domain transfer initiated", false));
  }
}
