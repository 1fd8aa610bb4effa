package io.domainflow.process.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.ispapi.IspapiCodes;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.order.Failure.Reason;
import io.domainflow.process.deletion.DeletionStateReader.Checked;
import io.domainflow.process.deletion.DeletionStateReader.Stands;
import io.domainflow.process.domain.NameInAccount;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.registrar.DocumentedReader;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The registrar's data determine the state of a deletion. */
class DeletionStateReaderTest {

  private static final DomainName NAME = DomainName.of("hexonerd.com");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
  private static final String ACL = "Authorization failed; Operation forbidden by ACL";

  private final DocumentedReader registrar = new DocumentedReader();
  private final DeletionStateReader reader =
      new DeletionStateReader(
          new NameInAccount(CLOCK, new IspapiCodes(), (account, domain) -> Optional.empty()));

  @Test
  void canBeDeletedAndRestoredWithinThatTimeAtThatPrice() {
    registrar
        .documented("StatusDomain", "documented")
        .documented("QueryDomainRepositoryInfo", "documented")
        .documented("StatusUser", "relations");

    Checked checked = reader.check(NAME, registrar);

    assertThat(checked.found()).isInstanceOf(Presence.Here.class);
    assertThat(checked.leaving()).isFalse();
    assertThat(checked.restorable()).isEqualTo(Duration.ofDays(30));
    assertThat(checked.restorePrice()).isEqualTo(Money.of("60.00", "EUR"));
  }

  @Test
  void canBeDeletedIfTheZoneStatesNoRestore() {
    registrar
        .documented("StatusDomain", "documented")
        .answer("QueryDomainRepositoryInfo", 541, "Invalid attribute value")
        .answer("StatusUser", 541, "Invalid attribute value");

    Checked checked = reader.check(NAME, registrar);

    assertThat(checked.found()).isInstanceOf(Presence.Here.class);
    assertThat(checked.restorable()).isNull();
    assertThat(checked.restorePrice()).isNull();
  }

  @Test
  void statesNoPriceOfAClassThatHasNone() {
    registrar
        .answer("StatusDomain", "STATUS=ACTIVE", "SUBCLASS=ORG")
        .documented("StatusUser", "relations");

    assertThat(reader.check(NAME, registrar).restorePrice()).isNull();
  }

  @Test
  void asksForNoPriceOfANameWithoutAClass() {
    registrar.answer("StatusDomain", "STATUS=ACTIVE").documented("StatusUser", "relations");

    assertThat(reader.check(NAME, registrar).restorePrice()).isNull();
    assertThat(registrar.asked()).doesNotContain("StatusUser");
  }

  @ParameterizedTest
  @CsvSource({
    "OUTGOING, PENDING, true",
    "INCOMING, PENDING, true",
    "OUTGOING, INITIATED, true",
    "OUTGOING, FAILED, false",
    "OUTGOING, SUCCESSFUL, false",
    "TRADE, PENDING, false"
  })
  void isLeavingWhileATransferRuns(String type, String status, boolean leaving) {
    registrar
        .documented("StatusDomain", "documented")
        .answer("StatusDomainTransfer", "TRANSFERTYPE=" + type, "TRANSFERSTATUS=" + status);

    assertThat(reader.check(NAME, registrar).leaving()).isEqualTo(leaving);
  }

  @Test
  void asksNothingElseOfANameThatIsNotHere() {
    Checked checked = reader.check(NAME, registrar);

    assertThat(checked.found())
        .isInstanceOfSatisfying(
            Presence.Absent.class,
            absent -> assertThat(absent.failure().reason()).isEqualTo(Reason.NOT_REGISTERED));
    assertThat(checked.leaving()).isFalse();
    assertThat(registrar.asked()).containsExactly("StatusDomain", "QueryObjectLogList");
  }

  @ParameterizedTest
  @CsvSource({"ACTIVE, false", "PENDINGDELETE, true", "REQUESTEDDELETE, true"})
  void isCurrentWhileTheAccountShowsIt(String status, boolean pending) {
    registrar.answer("StatusDomain", "STATUS=" + status);

    assertThat(reader.read(NAME, registrar)).isEqualTo(new Stands(false, null, pending, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETED", ""})
  void isDeletedAndCanBeRestoredUntilThen(String status) {
    if (!status.isEmpty()) {
      registrar.answer("StatusDomain", "STATUS=" + status);
    }
    registrar.documented("QueryObjectList", "deleted");

    assertThat(reader.read(NAME, registrar))
        .isEqualTo(new Stands(true, null, false, Instant.parse("2027-03-01T10:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({"200, nothing of that name", "541, Invalid attribute value", "531, " + ACL})
  void isGoneWhereTheListOfDeletedNamesSaysNothing(int code, String description) {
    registrar.answer("QueryObjectList", code, description);

    assertThat(reader.read(NAME, registrar)).isEqualTo(new Stands(true, null, false, null));
  }

  @Test
  void hasLeftByTheLog() {
    registrar.answer(
        "QueryObjectLogList",
        "LOGINDEX=1",
        "OPERATIONTYPE=OUTBOUND_TRANSFER",
        "OPERATIONSTATUS=SUCCESSFUL");

    Stands stands = reader.read(NAME, registrar);

    assertThat(stands.deleted()).isFalse();
    assertThat(stands.left().reason()).isEqualTo(Reason.TRANSFERRED_AWAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"StatusDomain", "QueryObjectLogList", "QueryObjectList"})
  void aRefusedLoginIsNotAnAnswer(String command) {
    registrar.answer(command, 530, "Authentication failed");

    assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> reader.read(NAME, registrar));
  }
}
