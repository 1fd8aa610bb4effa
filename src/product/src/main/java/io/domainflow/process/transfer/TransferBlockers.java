package io.domainflow.process.transfer;

import io.domainflow.model.Period;
import io.domainflow.order.OrderPart;
import io.domainflow.order.Refusal;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.TransferOrder;
import io.domainflow.process.domain.LockTimes;
import io.domainflow.process.domain.LockTimes.Since;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.TransferHint;
import io.domainflow.registrar.command.CheckTransfer;
import io.domainflow.registrar.command.CheckTransfer.AuthCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds obstacles to a transfer in the registrar's answers. Their codes and properties decide;
 * texts only distinguish obstacles with the same code.
 */
@Component
class TransferBlockers {

  private final RegistrarCodes codes;
  private final LockTimes times;

  TransferBlockers(RegistrarCodes codes, LockTimes times) {
    this.codes = codes;
    this.times = times;
  }

  /** What the check before a transfer found; empty if there is no obstacle. */
  Optional<TransferBlocker> in(CheckTransfer.Result check, OrderContent content, Instant now) {
    TransferOrder order = content.as(TransferOrder.class);
    Set<TransferHint> hints = codes.transferHints(check.text());
    if (check.authRequired() && order.authCode() == null) {
      return Optional.of(missingAuthCode(check.registrar()));
    }
    boolean wrong = order.authCode() != null && check.auth() == AuthCheck.INVALID;
    if (wrong || (!check.possible() && hints.contains(TransferHint.AUTH_CODE_WRONG))) {
      return Optional.of(
          order.authCode() == null
              ? missingAuthCode(check.registrar())
              : wrongAuthCode(check.registrar()));
    }
    if (check.transferLocked()) {
      return Optional.of(locked(check.registrar()));
    }
    if (check.possible()) {
      return Optional.empty();
    }
    Integer age = check.ageInDays();
    long kept = kept(content, age == null ? now : now.minus(Duration.ofDays(age)));
    return Optional.of(
        (age != null && age < kept) || hints.contains(TransferHint.TOO_YOUNG)
            ? young(age, kept, oldEnoughAt(age, kept, now))
            : of(hints, check.text(), order, kept));
  }

  /** For how many days the policy keeps a name that was registered or transferred at a time. */
  private long kept(OrderContent content, Instant at) {
    return times.of(content.account(), content.domain(), Since.REGISTRATION, at).length().toDays();
  }

  /** The obstacle that a refusal of the request means. */
  TransferBlocker in(Refusal refusal, OrderContent content, Instant now) {
    return of(
        codes.transferHints(refusal.words()),
        refusal.words(),
        content.as(TransferOrder.class),
        kept(content, now));
  }

  /** The zone does not offer the period. */
  static TransferBlocker period(Period ordered, List<Period> possible) {
    return new TransferBlocker(
        Code.REGISTRAR_REFUSED,
        "a transfer of this name cannot have the period "
            + ordered.words()
            + "; possible is "
            + String.join(" or ", possible.stream().map(Period::words).toList())
            + ". Give another period");
  }

  /** Somebody has to agree to a price, and the registrar states it for one year only. */
  static TransferBlocker pricedByYear(Period period) {
    return new TransferBlocker(
        Code.REGISTRAR_REFUSED,
        "the price of the transfer has to be agreed to, and the registrar states it for one year, not"
            + " for "
            + period.words()
            + ". Give a period of 1 year");
  }

  /** Somebody has to agree to a price that the registrar does not state. */
  static TransferBlocker noPrice(boolean premium) {
    return new TransferBlocker(
        Code.REGISTRAR_REFUSED,
        premium
            ? "it is a premium name, and the registrar states no price for its transfer. Ask the"
                + " registrar's support for one"
            : "the order limits the price, and the registrar states none for this transfer. Place the"
                + " order again without acceptPrice, or ask the registrar's support for the price");
  }

  /** The parts of an order that a refused request is about. */
  Set<OrderPart> parts(Refused refusal) {
    Set<TransferHint> hints = codes.transferHints(refusal.words());
    if (hints.contains(TransferHint.AUTH_CODE)) {
      return Set.of(OrderPart.AUTH_CODE);
    }
    if (hints.contains(TransferHint.PERIOD)) {
      return Set.of(OrderPart.PERIOD);
    }
    return refusal.isFor(RefusalReason.VALUE_MISSING)
            && hints.contains(TransferHint.ADDITIONAL_FIELD)
        ? Set.of(OrderPart.ADDITIONAL_FIELDS)
        : Set.of();
  }

  private static TransferBlocker of(
      Set<TransferHint> hints, String words, TransferOrder order, long kept) {
    if (hints.contains(TransferHint.AUTH_CODE_WRONG)
        || hints.contains(TransferHint.AUTH_CODE_MISSING)) {
      return order.authCode() == null ? missingAuthCode(null) : wrongAuthCode(null);
    }
    if (hints.contains(TransferHint.LOCKED)) {
      return locked(null);
    }
    if (hints.contains(TransferHint.TOO_YOUNG)) {
      return young(null, kept, null);
    }
    if (hints.contains(TransferHint.UNDER_WAY)) {
      return new TransferBlocker(
          Code.TRANSFER_PENDING,
          "another transfer of the name, which is not ours, is under way. It has to end first");
    }
    return new TransferBlocker(
        Code.REGISTRAR_REFUSED, "the registrar refuses the transfer: «" + words + "»");
  }

  private static TransferBlocker missingAuthCode(@Nullable String registrar) {
    return new TransferBlocker(
        Code.AUTH_CODE_MISSING,
        "the transfer needs the auth code of the name, and the order has none. The registrant gets it"
            + " at "
            + present(registrar));
  }

  private static TransferBlocker wrongAuthCode(@Nullable String registrar) {
    return new TransferBlocker(
        Code.AUTH_CODE_WRONG,
        "the auth code is not the one of the name. Ask the registrant for the right one, who gets it"
            + " at "
            + present(registrar));
  }

  private static TransferBlocker locked(@Nullable String registrar) {
    return new TransferBlocker(
        Code.TRANSFER_LOCKED,
        "the name is locked against transfers. The registrant has to remove the lock at "
            + present(registrar));
  }

  private static String present(@Nullable String registrar) {
    return registrar == null || registrar.isBlank()
        ? "the present registrar"
        : "the present registrar, " + registrar.replaceFirst("\\.$", "");
  }

  // The age is in whole days: the name is then old enough at any time of that day.
  private static @Nullable Instant oldEnoughAt(@Nullable Integer age, long kept, Instant now) {
    return age == null || age >= kept ? null : now.plus(Duration.ofDays(kept - age));
  }

  private static TransferBlocker young(
      @Nullable Integer age, long kept, @Nullable Instant oldEnoughAt) {
    return new TransferBlocker(
        Code.TOO_YOUNG,
        "the name was registered or transferred "
            + (kept == 0 ? "lately" : "less than " + kept + " days ago")
            + (age == null ? "" : " (" + age + " days)")
            + " and has to stay where it is until then",
        oldEnoughAt);
  }
}
