package io.domainflow.process.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.model.DomainName;
import io.domainflow.order.progress.Transfer;
import io.domainflow.order.progress.Transfer.Phase;
import io.domainflow.process.transfer.TransferStateReader.State;
import io.domainflow.registrar.DocumentedReader;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The registrar's data determine the state of a transfer. */
class TransferStateReaderTest {

  private static final DomainName NAME = DomainName.of("example.com");
  private static final Instant REQUESTED = Instant.parse("2026-03-01T10:00:00Z");
  private static final String READABLE = "2026-03-01 10:00:00";

  private final DocumentedReader registrar = new DocumentedReader();

  @Test
  void waitsForTheRegistrantsMailWithoutAnEnd() {
    running("INITIATED");

    assertThat(read(Duration.ofHours(1)))
        .isEqualTo(new State.UnderWay(Phase.CONFIRMATION_MAIL, REQUESTED, null));
  }

  @Test
  void waitsForTheRegistryAsLongAsTheZoneGivesTheLosingRegistrar() {
    running("PENDING", "UPDATEDDATE=2026-03-03 08:00:00");
    registrar.answer("QueryDomainRepositoryInfo", "REGISTRYTRANSFERPENDINGPERIOD=7D");

    assertThat(read(Duration.ofDays(3)))
        .isEqualTo(
            new State.UnderWay(
                Phase.AT_REGISTRY, REQUESTED, Instant.parse("2026-03-10T08:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 545})
  void waitsForFiveDaysWhereTheZoneSaysNothing(int code) {
    running("REQUESTED", "UPDATEDDATE=2026-03-03 08:00:00");
    registrar.answer("QueryDomainRepositoryInfo", code, "whatever");

    assertThat(read(Duration.ofDays(3)))
        .isEqualTo(
            new State.UnderWay(
                Phase.AT_REGISTRY, REQUESTED, Instant.parse("2026-03-08T08:00:00Z")));
  }

  @Test
  void asksForTheEndOfAPhaseOnce() {
    running("PENDING");
    Instant known = Instant.parse("2026-03-06T10:00:00Z");

    State state = read(Duration.ofDays(1), transfer(Phase.AT_REGISTRY, known));

    assertThat(state).isEqualTo(new State.UnderWay(Phase.AT_REGISTRY, REQUESTED, known));
    assertThat(registrar.asked()).containsExactly("StatusDomainTransfer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUCCESSFUL", "FAILED", ""})
  void hasArrivedOnceTheNameIsInTheAccountWhateverTheTransferSays(String status) {
    if (!status.isEmpty()) {
      running(status);
    }
    registrar.documented("StatusDomain", "documented");

    assertThat(read(Duration.ofHours(1))).isEqualTo(new State.Arrived());
  }

  @Test
  void ignoresAnOutgoingTransfer() {
    registrar.answer("StatusDomainTransfer", "TRANSFERSTATUS=PENDING", "TRANSFERTYPE=OUTGOING");

    assertThat(read(Duration.ofHours(1))).isEqualTo(new State.Unclear());
  }

  @Test
  void hasFailedByItsStatusForTheReasonOfTheLog() {
    running("FAILED");
    log("FAILED");
    registrar.answer(
        "StatusObjectLog", "OPERATIONINFO=2026-03-02 09:00:00 [FAILED] losing registrar said no");

    assertThat(read(Duration.ofDays(1))).isEqualTo(new State.Failed("losing registrar said no"));
  }

  /** The registrar may show the earlier failure for a month. */
  @Test
  void theFailureOfAnEarlierTransferIsNotItsEnd() {
    registrar.answer(
        "StatusDomainTransfer",
        "TRANSFERSTATUS=FAILED",
        "TRANSFERTYPE=INCOMING",
        "CREATEDDATE=2026-03-01 09:54:59");

    assertThat(read(Duration.ofHours(2))).isEqualTo(new State.Unclear());
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, true",
    "FAILED SUCCESSFUL, true",
    "PENDING FAILED, true",
    "SUCCESSFUL FAILED, false",
    "PENDING, false"
  })
  void hasFailedByTheNewestEndInTheLog(String newestFirst, boolean failed) {
    log(newestFirst.split(" "));

    State state = read(Duration.ofHours(2));

    assertThat(state).isInstanceOf(failed ? State.Failed.class : State.Unclear.class);
  }

  @ParameterizedTest
  @CsvSource({"PT23H, false", "PT25H, true"})
  void hasFailedAfterADayWithoutNews(Duration since, boolean failed) {
    registrar.answer("QueryObjectLogList", 531, "Authorization failed; Operation forbidden by ACL");

    assertThat(read(since)).isEqualTo(failed ? new State.Failed(null) : new State.Unclear());
  }

  @Test
  void isStillUnderWayWhileTheLogGetsEntries() {
    registrar.answer(
        "QueryObjectLogList",
        "LOGINDEX=1",
        "OPERATIONTYPE=INBOUND_TRANSFER",
        "OPERATIONSTATUS=PENDING",
        "LOGDATE=2026-03-03 09:00:00");

    assertThat(read(Duration.ofDays(2))).isEqualTo(new State.Unclear());
  }

  @Test
  void aRefusedLoginIsNotAnAnswerAboutTheLog() {
    registrar.answer("QueryObjectLogList", 530, "Authentication failed");

    assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> read(Duration.ofDays(9)));
  }

  private void running(String status, String... more) {
    String[] properties = new String[more.length + 3];
    properties[0] = "TRANSFERSTATUS=" + status;
    properties[1] = "TRANSFERTYPE=INCOMING";
    properties[2] = "CREATEDDATE=" + READABLE;
    System.arraycopy(more, 0, properties, 3, more.length);
    registrar.answer("StatusDomainTransfer", properties);
  }

  private void log(String... newestFirst) {
    String[] properties = new String[newestFirst.length * 4];
    for (int i = 0; i < newestFirst.length; i++) {
      properties[4 * i] = "LOGINDEX=" + i;
      properties[4 * i + 1] = "OPERATIONTYPE=TRANSFER";
      properties[4 * i + 2] = "OPERATIONSTATUS=" + newestFirst[i];
      properties[4 * i + 3] = "LOGDATE=" + READABLE;
    }
    registrar.answer("QueryObjectLogList", properties);
  }

  private State read(Duration sinceTheRequest) {
    return read(sinceTheRequest, transfer(Phase.CONFIRMATION_MAIL, null));
  }

  private State read(Duration sinceTheRequest, Transfer transfer) {
    Clock clock = Clock.fixed(REQUESTED.plus(sinceTheRequest), ZoneOffset.UTC);
    return new TransferStateReader(clock).read(NAME, transfer, registrar);
  }

  private static Transfer transfer(Phase phase, Instant phaseEndsAt) {
    return new Transfer(
        Transfer.Kind.REQUEST, null, null, null, true, REQUESTED, phase, phaseEndsAt, null);
  }
}
