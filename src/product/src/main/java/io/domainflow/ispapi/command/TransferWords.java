package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.ReadTransfer.State;
import java.util.Locale;

/**
 * Interprets the registrar's states of transfers and changes of registrant. The page of {@code
 * StatusDomainTrade} lists the states; what each one waits for is our interpretation.
 */
final class TransferWords {

  private TransferWords() {}

  static State state(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "INITIATED" -> State.INITIATED;
      case "REQUESTED" -> State.REQUESTED;
      case "PENDING" -> State.PENDING;
      case "SUCCESSFUL" -> State.SUCCESSFUL;
      case "FAILED" -> State.FAILED;
      default -> State.OTHER;
    };
  }

  static ReadTransfer.Type type(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "INCOMING" -> ReadTransfer.Type.INCOMING;
      case "OUTGOING" -> ReadTransfer.Type.OUTGOING;
      case "TRADE" -> ReadTransfer.Type.TRADE;
      default -> ReadTransfer.Type.OTHER;
    };
  }
}
