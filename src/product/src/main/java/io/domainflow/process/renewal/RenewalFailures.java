package io.domainflow.process.renewal;

import io.domainflow.model.DomainStatus;
import io.domainflow.model.Period;
import io.domainflow.order.Charged;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.DepartedDomain;
import io.domainflow.process.domain.PeriodOver;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words the failures of renewals and restores, for people. */
final class RenewalFailures {

  private RenewalFailures() {}

  static Failure expiryDiffers(ProvisioningOrder order, LocalDate believed, LocalDate expiry) {
    return failure(
        order,
        Reason.EXPIRY_DIFFERS,
        "%s is ordered as expiring on "
            + believed
            + ", and expires on "
            + expiry
            + " at the registrar. %s If it was renewed meanwhile, there is nothing to do. To buy a"
            + " further period, order again with the registrar's date.",
        null);
  }

  static Failure paidAlready(ProvisioningOrder order, Instant expiresAt, Instant paidUntil) {
    return failure(
        order,
        Reason.ALREADY_RENEWED,
        "%s expires on "
            + RenewalDates.text(expiresAt)
            + " and is paid until "
            + RenewalDates.text(paidUntil)
            + " at the registrar: the next period was bought before, and begins automatically. %s",
        null);
  }

  /** For a renewal that the registrar charges when it carries it out. */
  static Failure orderedAlready(
      ProvisioningOrder order,
      Instant expiresAt,
      Instant expiresThen,
      @Nullable Instant chargedAt) {
    return failure(
        order,
        Reason.ALREADY_RENEWED,
        "%s expires on "
            + RenewalDates.text(expiresAt)
            + ", and its renewal by one year is ordered already: the registrar charges the account"
            + " for it on "
            + (chargedAt == null ? "the renewal date" : RenewalDates.text(chargedAt))
            + " and renews the name then until "
            + RenewalDates.text(expiresThen)
            + ", if the balance is sufficient. %s",
        null);
  }

  static Failure tooEarly(
      ProvisioningOrder order,
      Instant expiresAt,
      @Nullable Duration earliestPayment,
      @Nullable Integer code) {
    String from =
        earliestPayment == null
            ? "the registrar does not say from when on it can be"
            : "it can be from " + RenewalDates.text(expiresAt.plus(earliestPayment)) + " on";
    return failure(
        order,
        Reason.TOO_EARLY,
        "%s expires on "
            + RenewalDates.text(expiresAt)
            + " and cannot be renewed yet: "
            + from
            + ". %s Order it again then.",
        code);
  }

  static Failure periodNotOffered(
      ProvisioningOrder order, Period period, Instant expiresAt, List<Period> offered) {
    String possible =
        offered.contains(period) || offered.isEmpty()
            ? "a name cannot be paid for more than ten years ahead, and this one is until "
                + RenewalDates.text(expiresAt)
            : "possible are "
                + offered.stream().map(Period::words).collect(Collectors.joining(", "));
    return failure(
        order,
        Reason.PERIOD_NOT_OFFERED,
        "%s cannot be renewed by " + period.words() + ": " + possible + ". %s",
        null);
  }

  static Failure restoreNeeded(ProvisioningOrder order) {
    return failure(
        order,
        Reason.RESTORE_NEEDED,
        "%s was deleted by the registrar after its period. It can still be restored, which costs"
            + " more than a renewal, and this account does not let a renewal do that automatically. %s"
            + " Ask the customer, and order its restore if the price is agreed to.",
        null);
  }

  static Failure beingDeleted(ProvisioningOrder order) {
    return failure(
        order,
        Reason.RESTORE_NEEDED,
        "%s is being deleted just now, so it can neither be renewed nor restored yet. %s Order its"
            + " restore once it is deleted.",
        null);
  }

  static Failure deletedAgain(ProvisioningOrder order) {
    return failure(
        order,
        Reason.RESTORE_FAILED,
        "%s was restored and is deleted again. %s Ask the registrar.",
        null);
  }

  static Failure notDeleted(ProvisioningOrder order, ReadDomain.Result domain) {
    return failure(
        order,
        Reason.NOT_DELETED,
        domain.state().suspendedBeforeDeletion()
            ? PeriodOver.soonDeleted(order)
                + " It is not deleted yet, so there is nothing to restore. %2$s Order a RENEW."
            : domain.state().status() == DomainStatus.PENDING
                ? "%s is being deleted or registered just now. %s Order its restore again once it is"
                    + " deleted."
                : "%s is in the account and not deleted, so there is nothing to restore. %s If its"
                    + " period is over, order its renewal.",
        null);
  }

  static Failure withoutPeriod(ProvisioningOrder order, int code) {
    return failure(
        order,
        Reason.TOO_EARLY,
        "%s has no period yet that could be renewed: it is being registered. %s Order again when it"
            + " is.",
        code);
  }

  /** For a name that is found to have left only after the purchase. */
  static Failure leftMeanwhile(ProvisioningOrder order, DepartedDomain gone) {
    String price = order.purchase().price() == null ? "" : " (" + order.purchase().price() + ")";
    String renewed =
        order.charged() == Charged.NO
            ? ". The renewal was only ordered, and nothing was charged for it by now: see that the"
                + " registrar does not charge it on its renewal date."
            : ". The renewal was carried out and charged"
                + price
                + "; the further period goes with the name. Ask the registrar whether it gives the"
                + " money back.";
    return new Failure(
        Reason.TRANSFERRED_AWAY,
        order.content().domain().unicode()
            + " has left this account since its renewal was bought: "
            + gone.how()
            + renewed,
        null);
  }

  static Failure givenUp(ProvisioningOrder order, String what) {
    return failure(
        order,
        Reason.GIVEN_UP,
        "Somebody decided to give up the "
            + order.content().operation().words()
            + " of %s. "
            + what
            + " %s",
        null);
  }

  private static Failure failure(
      ProvisioningOrder order, Reason reason, String text, @Nullable Integer code) {
    return new Failure(
        reason, text.formatted(order.content().domain().unicode(), money(order)), code);
  }

  private static String money(ProvisioningOrder order) {
    return order.purchase().cost() == null
        ? "Nothing was bought."
        : "The restore was charged: " + order.purchase().cost() + ".";
  }
}
