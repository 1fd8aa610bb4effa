package io.domainflow.process.transfersetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.model.RenewalMode;
import io.domainflow.order.Ordered;
import io.domainflow.process.transfersetup.ArrivalCheck.Arrived;
import io.domainflow.registrar.DocumentedReader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares an arrived name with its order. */
class ArrivalCheckTest {

  private final DocumentedReader registrar = new DocumentedReader();
  private final Ordered order = Ordered.transfer("example.com");

  @BeforeEach
  void isHere() {
    registrar.documented("StatusDomain", "documented").documented("StatusContact", "documented");
    order.renewalMode(RenewalMode.AUTORENEW);
  }

  @Test
  void isAsItWasOrdered() {
    order.nameservers("ns2.hexonet.net", "ns1.hexonet.net");

    Arrived arrived = check(false);

    assertThat(arrived.domain().ownerContact()).isEqualTo("P-TUE1378025");
    assertThat(arrived.differences()).isEmpty();
    assertThat(arrived.withoutContacts()).isFalse();
    assertThat(arrived.trade()).isNull();
    assertThat(registrar.asked()).containsExactly("StatusDomain", "StatusContact");
  }

  @Test
  void tellsAllThatDiffers() {
    order.renewalMode(RenewalMode.AUTOEXPIRE).transferLock().nameservers("ns1.example.net");

    assertThat(check(false).differences())
        .containsExactly(
            "renewal mode: ordered AUTOEXPIRE (expires), is AUTORENEW (renewed by the registrar)",
            "transfer lock: ordered, but not set",
            "name servers: ordered ns1.example.net, but the domain has ns1.hexonet.net,"
                + " ns2.hexonet.net");
  }

  @Test
  void reportsWhatTheRegistrarDoesNotState() {
    registrar.answer("StatusDomain", "STATUS=ACTIVE", "RENEWALMODE=WHATEVER");
    order.transferLock().nameservers("ns1.example.net");

    assertThat(check(false).differences())
        .containsExactly(
            "renewal mode: ordered AUTORENEW (renewed by the registrar), is one we do not know",
            "name servers: ordered ns1.example.net, but the domain has none");
  }

  /** A lock that cannot be removed yet is not a difference, nor is a missing one. */
  @ParameterizedTest
  @CsvSource({
    "1, ,                    true,  ",
    "1, ,                    false, 'transfer lock: ordered without, but set'",
    "1, 2026-05-01 10:00:00, false, ",
    "0, 2026-05-01 10:00:00, true,  'transfer lock: ordered, but not set'",
    "0, ,                    false, ",
    ",  ,                    true,  "
  })
  void comparesTheLock(String locked, String until, boolean ordered, String difference) {
    registrar.answer(
        "StatusDomain",
        "STATUS=ACTIVE",
        "RENEWALMODE=AUTORENEW",
        "TRANSFERLOCK=" + (locked == null ? "" : locked),
        "TRANSFERLOCK-EXPIRATIONDATE=" + (until == null ? "" : until));
    if (ordered) {
      order.transferLock();
    }

    assertThat(check(false).differences())
        .isEqualTo(difference == null ? List.of() : List.of(difference));
  }

  /** A reachable registrant has a name and a mail address. */
  @ParameterizedTest
  @CsvSource({
    "LASTNAME=Example,        EMAIL=ada@example.net, false",
    "ORGANIZATION=Example Ltd, EMAIL=ada@example.net, false",
    "FIRSTNAME=Ada,           EMAIL=ada@example.net, true",
    "LASTNAME=Example,        PHONE=+49.30123456,    true"
  })
  void looksWhetherSomebodyCouldBeReached(String name, String address, boolean without) {
    registrar.answer("StatusContact", name, address);

    assertThat(check(false).withoutContacts()).isEqualTo(without);
  }

  @ParameterizedTest
  @CsvSource({"545, Object not found, true", "531, Authorization failed, false"})
  void aContactOfAnotherAccountCountsAsAContact(int code, String description, boolean without) {
    registrar.answer("StatusContact", code, description);

    assertThat(check(false).withoutContacts()).isEqualTo(without);
  }

  @Test
  void hasNoContactsWithoutARegistrant() {
    registrar.answer("StatusDomain", "STATUS=ACTIVE");

    assertThat(check(false).withoutContacts()).isTrue();
    assertThat(registrar.asked()).doesNotContain("StatusContact");
  }

  @ParameterizedTest
  @CsvSource({"INITIATED, true", "PENDING, true", "SUCCESSFUL, false", "FAILED, false"})
  void seesAChangeThatNobodyMeantWhileItRuns(String status, boolean running) {
    registrar.answer(
        "StatusDomainTrade", "TRANSFERSTATUS=" + status, "CREATEDDATE=2026-03-01 10:00:00");

    Arrived arrived = check(true);

    if (running) {
      assertThat(arrived.trade().createdAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    } else {
      assertThat(arrived.trade()).isNull();
    }
  }

  @Test
  void looksForNoChangeBeforeContactsWereSet() {
    registrar.answer("StatusDomainTrade", "TRANSFERSTATUS=PENDING");

    assertThat(check(false).trade()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"545, Object not found", "531, Authorization failed"})
  void aNameThatIsNotShownIsRefused(int code, String description) {
    registrar.answer("StatusDomain", code, description);

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> check(false))
        .matches(Refused::saysNotHere);
  }

  private Arrived check(boolean contactsReplaced) {
    return ArrivalCheck.check(order.content(), contactsReplaced, registrar);
  }
}
