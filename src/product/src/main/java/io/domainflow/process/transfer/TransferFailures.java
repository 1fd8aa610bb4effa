package io.domainflow.process.transfer;

import io.domainflow.model.DomainName;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.progress.Transfer.Kind;
import io.domainflow.order.progress.Transfer.Phase;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.TransferHint;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Words the failures of transfers. For a failed transfer the registrar gives no code: the reason is
 * taken from its text, or else from the phase in which the transfer ended.
 */
@Component
class TransferFailures {

  private final RegistrarCodes codes;

  TransferFailures(RegistrarCodes codes) {
    this.codes = codes;
  }

  /**
   * Why a transfer did not succeed.
   *
   * @param kind null if it is not known yet
   * @param phase it ended in
   * @param reason the registrar's words; null if it states none
   */
  Failure of(DomainName name, @Nullable Kind kind, @Nullable Phase phase, @Nullable String reason) {
    Reason code = code(phase, codes.transferHints(reason == null ? "" : reason));
    return new Failure(
        code,
        "The transfer of "
            + name.unicode()
            + " did not succeed: "
            + words(code)
            + (reason == null || reason.isBlank()
                ? ". The registrar states no reason."
                : ". The registrar's words: «" + reason + "».")
            + " The fee goes back to the account. "
            + (kind == Kind.USERTRANSFER && code == Reason.TRANSFER_FAILED
                ? "Between two accounts at the registrar a transfer also fails at its end if the auth"
                    + " code was wrong: see that it is right, then order again."
                : "Settle it with the registrant, then order again."),
        null);
  }

  /** Why a name that belongs to somebody else here is not transferred. */
  static Failure notHis(DomainName name) {
    return new Failure(
        Reason.TRANSFER_FAILED,
        name.unicode()
            + " cannot be requested by you through this account. Nothing was bought. If the name is"
            + " your customer's, ask the operators to give it to you.",
        null);
  }

  /** Why a name that is not registered is not transferred. */
  Failure nowhere(DomainName name) {
    return new Failure(
        Reason.NOT_REGISTERED,
        name.unicode()
            + " is not registered anywhere, so there is nothing to transfer. Nothing was bought."
            + " Check the name, or order its registration.",
        codes.code(RefusalReason.NOT_FOUND));
  }

  /** Whether the registrar's words say that it was the registry. */
  boolean namesTheRegistry(@Nullable String reason) {
    return reason != null && codes.transferHints(reason).contains(TransferHint.REGISTRY);
  }

  private static Reason code(@Nullable Phase phase, Set<TransferHint> hints) {
    // Some registries check the code only once the transfer is requested.
    if (hints.contains(TransferHint.AUTH_CODE_WRONG)) {
      return Reason.TRANSFER_FAILED;
    }
    if (hints.contains(TransferHint.NOT_CONFIRMED)) {
      return Reason.NOT_CONFIRMED_IN_TIME;
    }
    if (hints.contains(TransferHint.LOSING_REGISTRAR)) {
      return Reason.REFUSED_BY_LOSING_REGISTRAR;
    }
    if (hints.contains(TransferHint.REGISTRANT)) {
      return Reason.REFUSED_BY_REGISTRANT;
    }
    if (hints.contains(TransferHint.REFUSED)) {
      return phase == Phase.CONFIRMATION_MAIL
          ? Reason.REFUSED_BY_REGISTRANT
          : Reason.REFUSED_BY_LOSING_REGISTRAR;
    }
    return Reason.TRANSFER_FAILED;
  }

  private static String words(Reason reason) {
    return switch (reason) {
      case NOT_CONFIRMED_IN_TIME -> "nobody confirmed it in time";
      case REFUSED_BY_LOSING_REGISTRAR -> "the losing registrar refused it";
      case REFUSED_BY_REGISTRANT -> "the registrant declined it";
      default -> "it ended at the registrar";
    };
  }
}
