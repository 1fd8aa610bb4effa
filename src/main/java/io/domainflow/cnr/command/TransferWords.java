package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.ReadTransfer.State;
import java.util.Locale;

/**
 * The registrar's words for how far a transfer is, from the page on the answers of its transfer
 * commands: {@code REQUESTED} waits for the confirmation of the registrant, {@code pending} is at
 * the registry, {@code USERTRANSFER} goes from account to account, {@code FOREIGN_…} leaves this
 * one.
 */
final class TransferWords {

  private static final String FOREIGN = "FOREIGN_";

  private TransferWords() {}

  static State state(String word) {
    String plain = word.replace(" ", "").toUpperCase(Locale.ROOT);
    return switch (plain.startsWith(FOREIGN) ? plain.substring(FOREIGN.length()) : plain) {
      case "INITIATED", "REQUESTED" -> State.INITIATED;
      case "PENDING", "USERTRANSFER" -> State.PENDING;
      case "SUCCESSFUL", "CLIENTAPPROVED", "SERVERAPPROVED" -> State.SUCCESSFUL;
      case "FAILED", "CLIENTCANCELLED", "CLIENTREJECTED", "SERVERCANCELLED" -> State.FAILED;
      default -> State.OTHER;
    };
  }

  static ReadTransfer.Type type(String word) {
    return word.toUpperCase(Locale.ROOT).startsWith(FOREIGN)
        ? ReadTransfer.Type.OUTGOING
        : ReadTransfer.Type.INCOMING;
  }
}
