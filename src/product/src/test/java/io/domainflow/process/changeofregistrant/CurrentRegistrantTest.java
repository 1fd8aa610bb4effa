package io.domainflow.process.changeofregistrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.RegistrantChangeBy;
import io.domainflow.order.Ordered;
import io.domainflow.order.progress.RegistrantChange.Before;
import io.domainflow.process.changeofregistrant.CurrentRegistrant.Result;
import io.domainflow.registrar.DocumentedReader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registrar's data show the present registrant, and the conditions for changing it. */
class CurrentRegistrantTest {

  private static final DomainName NAME = DomainName.of("example.shop");
  private static final Contact WANTED =
      new Contact(
          null,
          "Test",
          "Contakt",
          null,
          List.of("Samplestreet 42"),
          "Samplecity",
          null,
          "123456",
          "DE",
          "+49.1234567890",
          "test@example.com");

  private final DocumentedReader registrar = new DocumentedReader();

  @BeforeEach
  void isInTheAccount() {
    registrar
        .documented("StatusDomain", "documented")
        .documented("StatusContact", "documented")
        .documented("QueryDomainOptions", "documented");
  }

  @Test
  void showsTheNameBeforeTheChange() {
    assertThat(before())
        .isEqualTo(
            new Before(
                "P-TUE1378025",
                found().registrant(),
                List.of("lastName"),
                true,
                RegistrantChangeBy.ICANN_TRADE,
                true,
                "COM",
                false));
  }

  @ParameterizedTest
  @CsvSource({"545, Object not found", "531, Authorization failed"})
  void findsNothingOfANameThatIsNotHere(int code, String description) {
    registrar.answer("StatusDomain", code, description);

    assertThat(CurrentRegistrant.find(NAME, registrar)).isEmpty();
    assertThat(registrar.asked()).containsExactly("StatusDomain");
  }

  @Test
  void aNameWithoutARegistrantHasNoData() {
    registrar.answer("StatusDomain", "STATUS=ACTIVE");

    Before before = before();

    assertThat(before.handle()).isNull();
    assertThat(before.transferLocked()).isNull();
    assertThat(before.changedFields()).contains("firstName", "lastName", "email", "street");
    assertThat(before.looksLikeCorrection()).isFalse();
    assertThat(registrar.asked()).doesNotContain("StatusContact");
  }

  @ParameterizedTest
  @CsvSource({"545, Object not found", "531, Authorization failed"})
  void aRegistrantThatMayNotBeReadHasNoData(int code, String description) {
    registrar.answer("StatusContact", code, description);

    assertThat(before().handle()).isEqualTo("P-TUE1378025");
    assertThat(before().registrant().lastName()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "INITIATED, true",
    "PENDING, true",
    "REQUESTED, true",
    "SUCCESSFUL, false",
    "FAILED, false",
    ", false"
  })
  void seesAnotherChangeWhileItRuns(String status, boolean running) {
    if (status != null) {
      registrar.answer("StatusDomainTrade", "TRANSFERSTATUS=" + status);
    }

    assertThat(found().otherChange()).isEqualTo(running);
  }

  /** A registrant who may still renew may still change. */
  @ParameterizedTest
  @CsvSource({
    "ACTIVE,  2026-03-02 10:00:00, 2026-04-14 10:00:00, false",
    "ACTIVE,  2026-02-02 10:00:00, 2026-04-14 10:00:00, false",
    "ACTIVE,  2026-02-02 10:00:00, 2026-02-28 10:00:00, true",
    "ACTIVE,  2026-02-02 10:00:00, ,                    false",
    "ACTIVE,  ,                    2026-02-28 10:00:00, false",
    "ACTIVE,  2026-03-02 10:00:00, 2026-02-28 10:00:00, false",
    "DELETED, 2026-03-02 10:00:00, 2026-04-14 10:00:00, true"
  })
  void hasExpiredForGoodOnceItCannotBeRenewed(
      String status, String expires, String fails, boolean expired) {
    registrar.answer(
        "StatusDomain",
        "STATUS=" + status,
        "EXPIRATIONDATE=" + (expires == null ? "" : expires),
        "FAILUREDATE=" + (fails == null ? "" : fails));

    assertThat(found().hasExpiredForGood(Instant.parse("2026-03-01T10:00:00Z"))).isEqualTo(expired);
  }

  @Test
  void aZoneWithoutAnEntryIsNotAnAnswer() {
    registrar.answer("QueryDomainOptions", 541, "Invalid attribute value");

    assertThatExceptionOfType(Refused.class).isThrownBy(this::found);
  }

  private Result found() {
    return CurrentRegistrant.find(NAME, registrar).orElseThrow();
  }

  private Before before() {
    return found().before(Ordered.registrantChange("example.shop", WANTED).content());
  }
}
