package io.domainflow.cnr.command;

import io.domainflow.model.RenewalMode;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a name as they follow from what the registrar states: the end of the period, up to
 * when the name is paid, and when its mode takes effect, which it calls the renewal date. That the
 * next year is charged on that day, or the name given up, is inferred from the word.
 *
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

  static NameDates of(
      @Nullable Instant expiresAt,
      @Nullable Instant paidUntil,
      @Nullable Instant renewal,
      String mode) {
    if (ModeText.renewsOnce(mode)) {
      return new NameDates(expiresAt, withOrdered(expiresAt, paidUntil), null, null, renewal);
    }
    boolean renews = ModeText.read(mode).filter(RenewalMode.AUTORENEW::equals).isPresent();
    boolean ends = ModeText.read(mode).isPresent() && !renews;
    return new NameDates(
        expiresAt, paidUntil, ends ? renewal : null, renews ? renewal : null, null);
  }

  private static @Nullable Instant withOrdered(
      @Nullable Instant expiresAt, @Nullable Instant paidUntil) {
    if (expiresAt == null) {
      return paidUntil;
    }
    Instant next = expiresAt.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
    return paidUntil != null && paidUntil.isAfter(next) ? paidUntil : next;
  }
}
