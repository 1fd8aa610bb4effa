package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.probe.RenewalMove;
import io.domainflow.model.RenewalMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a name, interpreted from those that the registrar states: the end of the period,
 * until when the name is paid, and when its mode takes effect, which the registrar calls the
 * renewal date.
 *
 * <p>The registrar relies on the date until which a name is paid. Most registries move their date
 * on the day of the expiry, and the paid-until date follows on the renewal date, weeks later: until
 * then the name is not renewed. If the paid-until date is clearly before the registry's date, it is
 * the end of the period.
 *
 * @param expiresAt the end of the period that is paid for
 * @param paidUntil a renewal ordered through the mode counts as paid here; it is charged on the
 *     renewal date, not before
 * @param failureDate the renewal date of a name that does not renew
 * @param accountingDate the renewal date of a name that renews automatically
 * @param finalizationDate the renewal date of a name whose renewal has been ordered through the
 *     mode
 */
record NameDates(
    @Nullable Instant expiresAt,
    @Nullable Instant paidUntil,
    @Nullable Instant failureDate,
    @Nullable Instant accountingDate,
    @Nullable Instant finalizationDate) {

  // For names with only a renewal date: it is at most weeks from the end of the period, and a year
  // before a date that the registry has already moved.
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
