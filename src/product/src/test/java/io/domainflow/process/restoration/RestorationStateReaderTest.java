package io.domainflow.process.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.DomainName;
import io.domainflow.process.restoration.RestorationStateReader.State;
import io.domainflow.registrar.DocumentedReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The registrar's data show whether a name is restored. */
class RestorationStateReaderTest {

  private static final DomainName NAME = DomainName.of("example.com");
  private static final Instant ORDERED = Instant.parse("2026-03-01T10:00:00Z");

  private final DocumentedReader registrar = new DocumentedReader();

  @Test
  void isBackOnceTheNameIsShown() {
    registrar.documented("StatusDomain", "documented");

    assertThat(read()).isInstanceOf(State.Back.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PENDINGDELETE", "REQUESTEDDELETE", "DELETED", "pendingRestore", "REQUESTED"})
  void isUnderWayWhileItsStatusSaysSo(String status) {
    registrar.answer("StatusDomain", "STATUS=" + status);

    assertThat(read()).isEqualTo(new State.UnderWay());
  }

  @Test
  void isUnderWayWhileNothingIsShown() {
    assertThat(read()).isEqualTo(new State.UnderWay());
  }

  @ParameterizedTest
  @CsvSource({
    "RESTORE, FAILED, acme, robot, true",
    "restore, failed, ACME, ROBOT, true",
    "RESTORE, FAILED, , , true",
    "RESTORE, PENDING, acme, robot, false",
    "RENEW, FAILED, acme, robot, false",
    "RESTORE, FAILED, acme, other, false",
    "RESTORE, FAILED, somebody, robot, false"
  })
  void hasFailedWhenTheLogSaysSoOfThisLogin(
      String operation, String status, String user, String role, boolean failed) {
    registrar
        .answer(
            "QueryObjectLogList",
            "LOGINDEX=1",
            "OPERATIONTYPE=" + operation,
            "OPERATIONSTATUS=" + status,
            user == null ? "X=1" : "LOGUSER=" + user,
            role == null ? "X=1" : "LOGROLEID=" + role)
        .answer("StatusObjectLog", "OPERATIONINFO=2026-03-02 09:00:00 [FAILED] registry lock");

    assertThat(read()).isEqualTo(failed ? new State.Failed("registry lock") : new State.UnderWay());
  }

  @Test
  void usesTheNewestAttempt() {
    registrar.answer(
        "QueryObjectLogList",
        "LOGINDEX=2",
        "OPERATIONTYPE=RESTORE",
        "OPERATIONSTATUS=PENDING",
        "LOGINDEX=1",
        "OPERATIONTYPE=RESTORE",
        "OPERATIONSTATUS=FAILED");

    assertThat(read()).isEqualTo(new State.UnderWay());
  }

  @Test
  void statesNoReasonThatItIsNotAllowedToRead() {
    registrar
        .answer(
            "QueryObjectLogList", "LOGINDEX=1", "OPERATIONTYPE=RESTORE", "OPERATIONSTATUS=FAILED")
        .answer("StatusObjectLog", 531, "Authorization failed; Operation forbidden by ACL");

    assertThat(read()).isEqualTo(new State.Failed(null));
  }

  private State read() {
    return RestorationStateReader.read(NAME, ORDERED, "acme!robot", registrar);
  }
}
