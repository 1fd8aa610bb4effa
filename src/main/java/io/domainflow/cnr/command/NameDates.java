package io.domainflow.cnr.command;

import io.domainflow.model.RenewalMode;
import io.domainflow.wire.probe.RenewalMove;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a name as they follow from what the registrar states: the end of the period, up to
 * when the name is paid, and when its mode takes effect, which it calls the renewal date.
 *
 * <p>The registrar reckons by the date that a name is paid until. Most registries count their date
 * up on the day of the expiry, and what is paid follows on the renewal date, weeks later: until
 * then the name is not renewed. Where it is paid until clearly less than the registry's date, that
 * is the end of its period.
 *
 * @param expiresAt the end of the period that is paid for
 * @param paidUntil while a renewal has been ordered by the mode: as if it were paid. It is charged
 *     on the renewal date, and nothing before
 * @param failureDate the renewal date of a name that does not renew
 * @param accountingDate the renewal date of a name that renews automatically
 * @param finalizationDate the renewal date of a name whose renewal has been ordered by the mode
 */
record NameDates(
    @Nullable Instant expiresAt,
    @Nullable Instant paidUntil,
    @Nullable Instant failureDate,
    @Nullable Instant accountingDate,
    @Nullable Instant finalizationDate) {

  // Where only the renewal date is stated: it is weeks from the end of the period at the most, and
  // a year before a date that the registry has counted up.
  private static final Duration HALF_A_YEAR = Duration.ofDays(183);

  /**
   * The dates.
   *
   * @param expires at the registry
   * @param byDefault what the registrar's default mode means for the account; empty if not known
   */
  static NameDates of(
      @Nullable Instant expires,
      @Nullable Instant paidUntil,
      @Nullable Instant renewal,
      String mode,
      Optional<RenewalMode> byDefault) {
    Instant end = end(expires, paidUntil, renewal);
    if (ModeText.renewsOnce(mode)) {
      return new NameDates(end, withOrdered(end, paidUntil), null, null, renewal);
    }
    Optional<RenewalMode> read = ModeText.read(mode, byDefault);
    boolean renews = read.filter(RenewalMode.AUTORENEW::equals).isPresent();
    boolean ends = read.isPresent() && !renews;
    return new NameDates(end, paidUntil, ends ? renewal : null, renews ? renewal : null, null);
  }

  private static @Nullable Instant end(
      @Nullable Instant expires, @Nullable Instant paidUntil, @Nullable Instant renewal) {
    if (expires == null) {
      return paidUntil;
    }
    if (paidUntil != null) {
      return paidUntil.isBefore(expires.minus(RenewalMove.TOLERANCE)) ? paidUntil : expires;
    }
    return renewal != null && renewal.isBefore(expires.minus(HALF_A_YEAR))
        ? years(expires, -1)
        : expires;
  }

  private static @Nullable Instant withOrdered(@Nullable Instant end, @Nullable Instant paidUntil) {
    if (end == null) {
      return paidUntil;
    }
    Instant next = years(end, 1);
    return paidUntil != null && paidUntil.isAfter(next) ? paidUntil : next;
  }

  private static Instant years(Instant from, int years) {
    return from.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
  }
}
