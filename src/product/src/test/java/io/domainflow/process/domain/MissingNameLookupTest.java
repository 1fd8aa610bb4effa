package io.domainflow.process.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.order.domain.DepartedDomain;
import io.domainflow.process.domain.MissingNameLookup.Result;
import io.domainflow.process.text.PlainTime;
import io.domainflow.registrar.DocumentedReader;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registrar's data show where a name is that is missing from an account's list. */
class MissingNameLookupTest {

  private static final DomainName NAME = DomainName.of("hexonerd.com");
  private static final Instant LAST_SEEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final DepartedDomain UNKNOWN =
      new DepartedDomain(
          NAME,
          DomainStatus.UNKNOWN,
          "the registrar no longer knows it and does not say what happened to it",
          null);

  private final DocumentedReader registrar = new DocumentedReader();

  @Test
  void isStillInTheAccount() {
    registrar.documented("StatusDomain", "documented");

    Result found = find();

    assertThat(found)
        .isInstanceOfSatisfying(
            Result.Here.class,
            here -> assertThat(here.domain().ownerContact()).isEqualTo("P-TUE1378025"));
    assertThat(registrar.asked()).containsExactly("StatusDomain");
  }

  @Test
  void isInAnotherAccount() {
    registrar.answer("StatusDomain", 531, "Authorization failed");

    assertThat(gone())
        .isEqualTo(
            new DepartedDomain(
                NAME,
                DomainStatus.TRANSFERRED_AWAY,
                "it is in another account at the registrar",
                null));
  }

  @Test
  void wasTransferredAwayByTheLog() {
    log("OUTBOUND_TRANSFER", "SUCCESSFUL");
    registrar.documented("QueryObjectList", "deleted");

    assertThat(gone())
        .isEqualTo(
            new DepartedDomain(
                NAME,
                DomainStatus.TRANSFERRED_AWAY,
                "it was transferred to another registrar on "
                    + PlainTime.of(Instant.parse("2026-03-02T09:00:00Z"))
                    + ", according to the registrar",
                null));
  }

  @ParameterizedTest
  @CsvSource({"OUTBOUND_TRANSFER, FAILED", "OUTBOUND_TRANSFER, PENDING", "TRANSFER, SUCCESSFUL"})
  void otherLogEntriesDoNotMeanThatItWasTransferredAway(String operation, String status) {
    log(operation, status);

    assertThat(gone()).isEqualTo(UNKNOWN);
  }

  @Test
  void wasDeletedAndCanBeRestored() {
    registrar.documented("QueryObjectList", "deleted");
    Instant until = Instant.parse("2027-03-01T10:00:00Z");

    assertThat(gone())
        .isEqualTo(
            new DepartedDomain(
                NAME,
                DomainStatus.DELETED,
                "it was deleted, and can be restored until " + PlainTime.of(until),
                until));
  }

  @Test
  void isUnknownIfNothingMentionsIt() {
    registrar
        .documented("QueryObjectList", "documented")
        .documented("QueryObjectLogList", "documented");

    assertThat(gone()).isEqualTo(UNKNOWN);
  }

  @Test
  void isUnknownToALoginThatMayReadNeitherLogNorList() {
    registrar
        .answer("QueryObjectLogList", 531, "Authorization failed; Operation forbidden by ACL")
        .answer("QueryObjectList", 531, "Authorization failed; Operation forbidden by ACL");

    assertThat(gone()).isEqualTo(UNKNOWN);
  }

  @Test
  void aRefusedLoginIsNotAnAnswerAboutTheList() {
    registrar.answer("QueryObjectList", 530, "Authentication failed");

    assertThatExceptionOfType(AccessRefused.class).isThrownBy(this::find);
  }

  @Test
  void aRefusalOfAnotherKindIsNoAnswer() {
    registrar.answer("StatusDomain", 505, "Invalid attribute value syntax");

    assertThatExceptionOfType(Refused.class).isThrownBy(this::find);
  }

  private void log(String operation, String status) {
    registrar.answer(
        "QueryObjectLogList",
        "LOGINDEX=1",
        "OPERATIONTYPE=" + operation,
        "OPERATIONSTATUS=" + status,
        "LOGDATE=2026-03-02 09:00:00");
  }

  private DepartedDomain gone() {
    return ((Result.Gone) find()).name();
  }

  private Result find() {
    return MissingNameLookup.find(NAME, LAST_SEEN, registrar);
  }
}
