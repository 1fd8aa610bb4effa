package io.domainflow.process.transfer;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Transfer;
import io.domainflow.order.Transfer.Phase;
import java.util.Locale;

/**
 * Why a transfer did not succeed. The registrar has no code for that: its text tells, and where it
 * does not, the phase in which the transfer ended.
 */
final class TransferFailures {

  private TransferFailures() {}

  static Failure of(ProvisioningOrder order, Transfer transfer, String reason) {
    Reason code = code(transfer.phase(), reason == null ? "" : reason.toLowerCase(Locale.ROOT));
    return new Failure(
        code,
        "The transfer of "
            + order.request().domain().unicode()
            + " did not succeed: "
            + words(code)
            + (reason == null || reason.isBlank()
                ? ". The registrar states no reason."
                : ". The registrar's words: «" + reason + "».")
            + " The fee goes back to the account. Settle it with the registrant, then order again.",
        null);
  }

  /** Whether the registrar's words say that it was the registry. */
  static boolean namesTheRegistry(String reason) {
    return reason != null && reason.toLowerCase(Locale.ROOT).contains("registry");
  }

  private static Reason code(Phase phase, String text) {
    if (containsOne(text, "expired", "timeout", "timed out", "not confirmed", "no confirmation")) {
      return Reason.NOT_CONFIRMED_IN_TIME;
    }
    if (containsOne(text, "losing registrar", "clientrejected", "nack", "current registrar")) {
      return Reason.REFUSED_BY_LOSING_REGISTRAR;
    }
    if (containsOne(text, "registrant", "holder", "owner", "foa", "declined")) {
      return Reason.REFUSED_BY_REGISTRANT;
    }
    if (containsOne(text, "rejected", "refused", "denied")) {
      return phase == Phase.CONFIRMATION_MAIL
          ? Reason.REFUSED_BY_REGISTRANT
          : Reason.REFUSED_BY_LOSING_REGISTRAR;
    }
    return Reason.TRANSFER_FAILED;
  }

  private static boolean containsOne(String text, String... words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String words(Reason reason) {
    return switch (reason) {
      case NOT_CONFIRMED_IN_TIME -> "nobody confirmed it in time";
      case REFUSED_BY_LOSING_REGISTRAR -> "the registrar that has the name did not let it go";
      case REFUSED_BY_REGISTRANT -> "the registrant said no";
      default -> "it ended at the registrar";
    };
  }
}
