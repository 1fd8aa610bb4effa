package io.domainflow.process.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.ispapi.IspapiCodes;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Ordered;
import io.domainflow.order.progress.Renewal;
import io.domainflow.process.domain.NameInAccount;
import io.domainflow.process.renewal.RenewalCheck.Known;
import io.domainflow.process.renewal.RenewalCheck.Result;
import io.domainflow.registrar.DocumentedReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registrar's data show whether a name can be renewed or restored. */
class RenewalCheckTest {

  private static final String NAME = "hexonerd.com";
  private static final String ENDS = "2026-06-10";
  private static final Known NOTHING_KNOWN = new Known(false, null, Optional::empty, () -> false);
  private static final Known RESTORED = new Known(true, null, Optional::empty, () -> false);

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

  private final DocumentedReader registrar = new DocumentedReader();
  private final RenewalCheck check =
      new RenewalCheck(
          new NameInAccount(CLOCK, new IspapiCodes(), (account, domain) -> Optional.empty()),
          CLOCK,
          new IspapiCodes());

  @Test
  void findsByTheDocumentedSampleThatTheNextPeriodIsPaid() {
    registrar.documented("StatusDomain", "documented");

    assertThat(impossible(renewal("1Y", "2017-09-26"), NOTHING_KNOWN))
        .isEqualTo(Reason.ALREADY_RENEWED);
  }

  @Test
  void canBeRenewedAtThePriceOfAsManyYears() {
    here(ENDS, "FAILUREDATE=2026-07-24 10:00:00").rules();
    price("12.50");

    Result.Renewable found = renewable(renewal("3Y", ENDS), NOTHING_KNOWN);

    assertThat(found.quote().price()).isEqualTo(Money.of("37.50", "EUR"));
    assertThat(found.quote().priceClass()).isEqualTo("COM");
    assertThat(found.priceToApprove()).isFalse();
    assertThat(found.renewal())
        .isEqualTo(
            new Renewal(
                Instant.parse(ENDS + "T10:00:00Z"),
                Instant.parse(ENDS + "T10:00:00Z"),
                Instant.parse("2026-07-24T10:00:00Z"),
                new Period(3),
                null,
                true,
                null,
                null,
                null));
  }

  @Test
  void needsNoPriceWhereNobodyHasLimitedIt() {
    here(ENDS).rules();

    assertThat(renewable(renewal("1Y", ENDS), NOTHING_KNOWN).quote()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "PREMIUM_COM_A, , true",
    "PREMIUM_COM_A, 900.00, false",
    "PREMIUM_COM_A, 899.99, true",
    "COM, 899.99, true",
    "COM, , false"
  })
  void asksForThePriceOfANameThatHasItsOwnOrIsOrderedWithALimit(
      String priceClass, String accepted, boolean asked) {
    here(ENDS, "SUBCLASS=" + priceClass).rules();
    price("900.00");
    Ordered order = renewal("1Y", ENDS);

    Result.Renewable found =
        renewable(accepted == null ? order : order.acceptPrice(accepted, "EUR"), NOTHING_KNOWN);

    assertThat(found.priceToApprove()).isEqualTo(asked);
    assertThat(found.renewal().priceClass())
        .isEqualTo(priceClass.equals("COM") ? null : priceClass);
  }

  @Test
  void isNotBoughtAtAPriceThatNobodyStates() {
    here(ENDS, "SUBCLASS=PREMIUM_COM_A").rules();

    assertThat(check(renewal("1Y", ENDS), NOTHING_KNOWN))
        .extracting(found -> ((Result.Blocked) found).words())
        .isEqualTo("the registrar states no price for the renewal");
  }

  @Test
  void anotherDateThanTheCallersIsRefused() {
    here(ENDS).rules();

    assertThat(impossible(renewal("1Y", "2025-06-10"), NOTHING_KNOWN))
        .isEqualTo(Reason.EXPIRY_DIFFERS);
  }

  @ParameterizedTest
  @CsvSource({"2026-06-11, false", "2026-06-12, false", "2026-06-13, true", "2027-06-10, true"})
  void isPaidAheadWhereTheTwoDatesAreMoreThanTwoDaysApart(String paidUntil, boolean ahead) {
    here(ENDS, "PAIDUNTILDATE=" + paidUntil + " 10:00:00").rules();

    Result found = check(renewal("1Y", ENDS), NOTHING_KNOWN);

    assertThat(found instanceof Result.Impossible).isEqualTo(ahead);
  }

  @ParameterizedTest
  @CsvSource({
    // 61 days before 2026-06-10 is 2026-04-10, before 2026-05-01 it is 2026-03-01
    "NO, 2026-06-10, true",
    "NO, 2026-05-01, false",
    "YES, 2026-06-10, false"
  })
  void aRenewalThatIsPaidInAdvanceCanBeTooEarly(String explicit, String ends, boolean early) {
    here(ends).rules("REGISTRYEXPLICITRENEWAL=" + explicit, "ZONERENEWALPAYMENTPERIOD=-61d");

    Result found = check(renewal("1Y", ends), NOTHING_KNOWN);

    if (early) {
      assertThat(((Result.Impossible) found).failure().reason()).isEqualTo(Reason.TOO_EARLY);
      assertThat(((Result.Impossible) found).failure().message()).contains("2026-04-10");
    } else {
      assertThat(((Result.Renewable) found).renewal().onCommand())
          .isEqualTo(explicit.equals("YES"));
    }
  }

  @Test
  void theRegistrarsAnswerToTheRenewalOutranksItsRules() {
    here(ENDS).rules("REGISTRYEXPLICITRENEWAL=YES");

    assertThat(renewable(renewal("1Y", ENDS), planned(true, 510)).renewal().onCommand()).isFalse();
  }

  @Test
  void theRulesOfEachLookCount() {
    here(ENDS).rules("REGISTRYEXPLICITRENEWAL=YES");

    assertThat(renewable(renewal("1Y", ENDS), planned(false, null)).renewal().onCommand()).isTrue();
  }

  @Test
  void isTooEarlyWhereTheRegistrarHasSaidSo() {
    here(ENDS).rules();

    Result found = check(renewal("1Y", ENDS), planned(true, 548));

    assertThat(((Result.Impossible) found).failure().reason()).isEqualTo(Reason.TOO_EARLY);
    assertThat(((Result.Impossible) found).failure().registrarCode()).isEqualTo(548);
  }

  @Test
  void aRefusalByTheRegistrarIsShownUntilSomebodyDecides() {
    here(ENDS).rules();

    assertThat(check(renewal("1Y", ENDS).refused("Domain status does not allow it"), NOTHING_KNOWN))
        .extracting(found -> ((Result.Blocked) found).words())
        .isEqualTo("Domain status does not allow it");
  }

  @ParameterizedTest
  @CsvSource({"1Y, true", "2Y, true", "3Y, false", "9Y, true", "10Y, false"})
  void isRenewedByWhatTheZoneOffersAndNotBeyondTenYears(String period, boolean offered) {
    here(ENDS).rules("ZONERENEWALPERIODS=1Y,2Y,9Y,10Y");

    Result found = check(renewal(period, ENDS), NOTHING_KNOWN);

    assertThat(found instanceof Result.Renewable).isEqualTo(offered);
    if (!offered) {
      assertThat(((Result.Impossible) found).failure().reason())
          .isEqualTo(Reason.PERIOD_NOT_OFFERED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STATUS=PENDINGDELETE, EXPIRATIONDATE=2026-06-10 10:00:00, RESTORE_NEEDED",
    "STATUS=ACTIVE, EXPIRATIONDATE=0000-00-00 00:00:00, TOO_EARLY",
    "STATUS=REQUESTEDCREATE, EXPIRATIONDATE=2026-06-10 10:00:00, TOO_EARLY"
  })
  void aNameThatIsBeingDeletedOrRegisteredCannotBeRenewed(
      String status, String expiry, Reason reason) {
    registrar.answer("StatusDomain", status, expiry);

    assertThat(impossible(renewal("1Y", ENDS), NOTHING_KNOWN)).isEqualTo(reason);
  }

  @Test
  void aNameThatExistsNeedsNoRestore() {
    here(ENDS).rules();

    assertThat(impossible(Ordered.restore(NAME), NOTHING_KNOWN)).isEqualTo(Reason.NOT_DELETED);
  }

  @Test
  void aNameThatWasNotDeletedCannotBeRestored() {
    registrar.documented("QueryObjectList", "documented");

    assertThat(impossible(renewal("1Y", ENDS), NOTHING_KNOWN)).isEqualTo(Reason.NOT_REGISTERED);
  }

  @ParameterizedTest
  @CsvSource({
    // automatic, last date that was read, what a renewal comes to
    "true, , DELETED",
    "true, 2026-06-10, DELETED",
    "true, 2025-06-10, EXPIRY_DIFFERS",
    "false, 2026-06-10, RESTORE_NEEDED",
    "false, 2025-06-10, EXPIRY_DIFFERS"
  })
  void aRenewalRestoresADeletedNameIfTheAccountAllowsIt(
      boolean automatic, LocalDate read, String end) {
    registrar.documented("QueryObjectList", "deleted");
    Known known = new Known(false, null, () -> Optional.ofNullable(read), () -> automatic);

    Result found = check(renewal("1Y", ENDS), known);

    assertThat(
            found instanceof Result.Impossible impossible
                ? impossible.failure().reason().name()
                : "DELETED")
        .isEqualTo(end);
    assertThat(check(Ordered.restore(NAME), known)).isEqualTo(new Result.Deleted());
  }

  @Test
  void aNameThatWasRestoredAndDeletedAgainCannotBeRenewed() {
    Result found = check(Ordered.restore(NAME).paid("60.00", "EUR"), RESTORED);

    assertThat(((Result.Impossible) found).failure().reason()).isEqualTo(Reason.RESTORE_FAILED);
    assertThat(((Result.Impossible) found).failure().message()).contains("charged: 60.00 EUR");
  }

  @ParameterizedTest
  @CsvSource({
    // the end after the restore, and the years that are still to be bought
    "2026-06-10, 0",
    "2026-03-01, 1",
    "2025-06-10, 1",
    "2024-06-10, 2"
  })
  void afterARestoreOnlyWhatIsMissingIsBought(String end, int years) {
    here(end).rules();
    price("10.00");

    Result found = check(Ordered.restore(NAME).paid("60.00", "EUR"), RESTORED);

    if (years == 0) {
      assertThat(found).isInstanceOf(Result.Back.class);
    } else {
      assertThat(((Result.Renewable) found).renewal().period().years()).isEqualTo(years);
      assertThat(((Result.Renewable) found).quote().price())
          .as("with what the restore has cost")
          .isEqualTo(Money.of(60 + 10 * years + ".00", "EUR"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // the end after the restore, what was ordered to be added to 2025-06-10, and what is bought
    "2025-06-10, 1Y, 1",
    "2025-06-10, 3Y, 3",
    "2026-06-10, 1Y, 0",
    "2026-06-10, 3Y, 2"
  })
  void aRenewalAfterARestoreBuysWhatWasOrdered(String end, String period, int years) {
    here(end).rules();
    price("10.00");

    Result found = check(renewal(period, "2025-06-10").paid("60.00", "EUR"), RESTORED);

    assertThat(
            found instanceof Result.Renewable renewable ? renewable.renewal().period().years() : 0)
        .isEqualTo(years);
  }

  @Test
  void ignoresARenewalPriceInAnotherCurrencyThanTheRestorePrice() {
    here("2025-06-10").rules();
    price("10.00");

    assertThat(check(Ordered.restore(NAME).paid("60.00", "USD"), RESTORED))
        .isInstanceOf(Result.Blocked.class);
  }

  private Result check(Ordered order, Known known) {
    return check.check(order.order(), known, registrar);
  }

  private Result.Renewable renewable(Ordered order, Known known) {
    return (Result.Renewable) check(order, known);
  }

  private Reason impossible(Ordered order, Known known) {
    return ((Result.Impossible) check(order, known)).failure().reason();
  }

  private static Ordered renewal(String period, String ends) {
    return Ordered.renewal(NAME, period, LocalDate.parse(ends));
  }

  private static Known planned(boolean onCommand, Integer refusalCode) {
    Instant ends = Instant.parse(ENDS + "T10:00:00Z");
    return new Known(
        false,
        new Renewal(ends, ends, null, new Period(1), null, onCommand, null, null, refusalCode),
        Optional::empty,
        () -> false);
  }

  private Rules here(String ends, String... more) {
    String[] properties = new String[more.length + 2];
    properties[0] = "STATUS=ACTIVE";
    properties[1] = "EXPIRATIONDATE=" + ends + " 10:00:00";
    System.arraycopy(more, 0, properties, 2, more.length);
    // a list without the name states no price
    registrar.answer("StatusDomain", properties).answer("QueryDomainList");
    return rules -> registrar.answer("QueryDomainRepositoryInfo", rules);
  }

  private void price(String amount) {
    registrar.answer(
        "QueryDomainList", "OBJECTID=" + NAME, "RENEWALPRICE=" + amount, "CURRENCY=EUR");
  }

  /** The registry's rules for renewals. */
  private interface Rules {
    void rules(String... properties);
  }
}
