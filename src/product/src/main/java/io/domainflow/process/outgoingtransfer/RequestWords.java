package io.domainflow.process.outgoingtransfer;

import io.domainflow.holder.HolderLinks;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransfer.Answer;
import io.domainflow.order.leaving.OutgoingTransfer.State;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.domain.NameKey;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Describes how a request was answered and its status, for people who come too late to answer. */
@Component
class RequestWords {

  private final OutgoingTransfers transfers;

  RequestWords(OutgoingTransfers transfers) {
    this.transfers = transfers;
  }

  /** For approvers; about the latest request for a name. */
  String forStaff(NameKey key) {
    return transfers
        .latest(key.account(), key.domain())
        .map(
            transfer ->
                transfer.answer() == null
                    ? unanswered(transfer)
                    : answered(transfer, byForStaff(transfer.answer())))
        .orElse("");
  }

  /** For the registrant, without any person's name. */
  static String forHolder(OutgoingTransfer transfer) {
    return transfer.answer() == null
        ? unanswered(transfer)
        : answered(transfer, byForHolder(transfer.answer()));
  }

  private static String unanswered(OutgoingTransfer transfer) {
    String domain = transfer.domain().unicode();
    return switch (transfer.state()) {
      case OPEN -> "The transfer of " + domain + " is not decided yet.";
      case GONE -> domain + " was transferred without an answer from here.";
      case STAYED ->
          "The request was withdrawn, or the registry has refused it. "
              + domain
              + " stays where it is.";
    };
  }

  private static String answered(OutgoingTransfer transfer, String by) {
    Answer answer = Objects.requireNonNull(transfer.answer(), "it is answered");
    String domain = transfer.domain().unicode();
    String decided =
        by
            + (answer.approve()
                ? " let " + domain + " go. "
                : " refused the transfer of " + domain + ". ");
    if (transfer.state() == State.GONE) {
      return decided + "It has been transferred.";
    }
    if (transfer.state() == State.STAYED) {
      return decided + "It stays where it is.";
    }
    return decided
        + (answer.sentAt() == null
            ? "The registrar is being told."
            : "The registrar was told, and it is not known yet whether it was carried out.");
  }

  private static String byForStaff(Answer answer) {
    if (answer.by() == null) {
      return "The policy";
    }
    return answer.by().equals(HolderLinks.HOLDER)
        ? "The holder, with the link in his mail,"
        : answer.by();
  }

  private static String byForHolder(Answer answer) {
    if (answer.by() == null) {
      return "The rules for transfers";
    }
    return answer.by().equals(HolderLinks.HOLDER) ? "You" : "Our staff";
  }
}
