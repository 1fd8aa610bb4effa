package io.domainflow.process.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.ispapi.IspapiCodes;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.domain.StoredDomain;
import io.domainflow.order.domain.StoredDomain.Departure;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.registrar.DocumentedReader;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The registrar's data show whether a name is in the account. */
class NameInAccountTest {

  private static final DomainName NAME = DomainName.of("example.com");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

  private @Nullable StoredDomain known;

  private final DocumentedReader registrar = new DocumentedReader();
  private final NameInAccount names =
      new NameInAccount(CLOCK, new IspapiCodes(), (account, domain) -> Optional.ofNullable(known));

  @Test
  void isHere() {
    registrar.documented("StatusDomain", "documented");

    assertThat(find())
        .isInstanceOfSatisfying(
            Presence.Here.class,
            here -> assertThat(here.domain().ownerContact()).isEqualTo("P-TUE1378025"));
    assertThat(registrar.asked()).containsExactly("StatusDomain");
  }

  @ParameterizedTest
  @CsvSource({"545, Object not found", "531, Authorization failed"})
  void isNotInTheAccount(int code, String description) {
    registrar.answer("StatusDomain", code, description);

    assertThat(find())
        .isEqualTo(
            new Presence.Absent(
                new Failure(
                    Reason.NOT_REGISTERED,
                    "example.com is not in this account: nobody holds it, or somebody else does."
                        + " Nothing was changed and nothing was bought. See that account and name"
                        + " are right.",
                    code)));
    assertThat(names.left(NAME, registrar)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "545, Object not found, ACTIVE, NOT_REGISTERED, nobody holds it",
    "531, Authorization failed, ACTIVE, TRANSFERRED_AWAY, it is in another account at the registrar",
    "531, Authorization failed, PENDING, NOT_REGISTERED, nobody holds it",
    "531, Authorization failed, DELETED, NOT_REGISTERED, nobody holds it",
    "531, Authorization failed, TRANSFERRED_AWAY, TRANSFERRED_AWAY, it went to another",
    "545, Object not found, TRANSFERRED_AWAY, TRANSFERRED_AWAY, it went to another"
  })
  void hasLeftByWhatIsStored(
      int code, String description, DomainStatus stored, Reason reason, String words) {
    known =
        stored(
            stored,
            stored == DomainStatus.TRANSFERRED_AWAY
                ? new Departure(CLOCK.instant(), "it went to another", null)
                : null);
    registrar.answer("StatusDomain", code, description);

    assertThat(find())
        .isInstanceOfSatisfying(
            Presence.Absent.class,
            absent -> {
              assertThat(absent.failure().reason()).isEqualTo(reason);
              assertThat(absent.failure().message()).contains(words, "nothing was bought");
              assertThat(absent.failure().registrarCode()).isEqualTo(code);
            });
  }

  private static StoredDomain stored(DomainStatus status, @Nullable Departure gone) {
    return new StoredDomain(
        "sandbox",
        NAME,
        status,
        Map.of(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        gone,
        CLOCK.instant());
  }

  @ParameterizedTest
  @CsvSource({"545, Object not found", "531, Authorization failed"})
  void hasLeftByTheLog(int code, String description) {
    registrar.answer("StatusDomain", code, description);
    log("OUTBOUND_TRANSFER", "SUCCESSFUL");

    assertThat(find()).isEqualTo(new Presence.Absent(left(code)));
    assertThat(names.left(NAME, registrar)).contains(left(545));
  }

  @ParameterizedTest
  @CsvSource({"OUTBOUND_TRANSFER, PENDING", "OUTBOUND_TRANSFER, FAILED", "TRANSFER, SUCCESSFUL"})
  void otherLogEntriesDoNotMeanThatItLeft(String operation, String status) {
    log(operation, status);

    assertThat(names.left(NAME, registrar)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRANSFER", "CREATE"})
  void hasNotLeftIfItHasComeBack(String operation) {
    log(operation, "SUCCESSFUL", "OUTBOUND_TRANSFER", "SUCCESSFUL");

    assertThat(names.left(NAME, registrar)).isEmpty();
  }

  @Test
  void hasLeftAgainAfterItCameBack() {
    log(
        "OUTBOUND_TRANSFER",
        "SUCCESSFUL",
        "TRANSFER",
        "SUCCESSFUL",
        "OUTBOUND_TRANSFER",
        "SUCCESSFUL");

    assertThat(names.left(NAME, registrar)).contains(left(545));
  }

  @Test
  void hasLeftAlthoughADeletionOfItFailed() {
    log("DELETE", "FAILED", "OUTBOUND_TRANSFER", "SUCCESSFUL");

    assertThat(names.left(NAME, registrar)).contains(left(545));
  }

  @Test
  void hasNotLeftForALoginThatMayNotReadTheLog() {
    registrar.answer("QueryObjectLogList", 531, "Authorization failed; Operation forbidden by ACL");

    assertThat(find())
        .isInstanceOfSatisfying(
            Presence.Absent.class,
            absent -> assertThat(absent.failure().reason()).isEqualTo(Reason.NOT_REGISTERED));
  }

  @Test
  void aLoginWithoutTheRightToReadNamesIsNotAnAnswer() {
    registrar.answer("StatusDomain", 531, "Authorization failed; Operation forbidden by ACL");

    assertThatExceptionOfType(AccessRefused.class).isThrownBy(this::find);
  }

  @Test
  void aRefusalOfAnotherKindIsNoAnswer() {
    registrar.answer("StatusDomain", 505, "Invalid attribute value syntax");

    assertThatExceptionOfType(Refused.class).isThrownBy(this::find);
  }

  private static Failure left(int code) {
    return new Failure(
        Reason.TRANSFERRED_AWAY,
        "example.com has left this account: it was transferred away. Nothing was changed and nothing was"
            + " bought. Its present holder decides about it.",
        code);
  }

  /** Sets up the log, newest first: operation and status of each entry. */
  private void log(String... entries) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < entries.length; i += 2) {
      lines.add("LOGINDEX=" + (entries.length - i));
      lines.add("OPERATIONTYPE=" + entries[i]);
      lines.add("OPERATIONSTATUS=" + entries[i + 1]);
    }
    registrar.answer("QueryObjectLogList", lines.toArray(String[]::new));
  }

  private Presence find() {
    return names.find(NAME, registrar);
  }
}
