package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.ReadTransfer.State;
import java.util.Locale;

/**
 * Interprets the registrar's states of transfers, from the page on the answers of its transfer
 * commands and the list of transfers: {@code REQUESTED} waits for the confirmation of the
 * registrant, {@code INITIATED} and {@code pending} are at the registry, {@code USERTRANSFER} goes
 * from account to account, {@code FOREIGN_…} leaves this one. That a confirmed transfer is on its
 * way to the registry is inferred.
 */
final class TransferWords {

  private static final String FOREIGN = "FOREIGN";

  private TransferWords() {}

  static State state(String word) {
    String plain = word.replaceAll("[ _]", "").toUpperCase(Locale.ROOT);
    return switch (plain.startsWith(FOREIGN) ? plain.substring(FOREIGN.length()) : plain) {
      case "REQUESTED" -> State.INITIATED;
      case "INITIATED", "PENDING", "REQUESTCONFIRMED", "USERTRANSFER", "WHOISSUCCESSFUL" ->
          State.PENDING;
      case "SUCCESSFUL", "CLIENTAPPROVED", "SERVERAPPROVED" -> State.SUCCESSFUL;
      case "FAILED", "CLIENTCANCELLED", "CLIENTREJECTED", "SERVERCANCELLED" -> State.FAILED;
      default -> State.OTHER;
    };
  }

  /** Whether the name stays with this registrar, in another account. */
  static boolean isBetweenAccounts(String word) {
    return word.replaceAll("[ _]", "").equalsIgnoreCase("USERTRANSFER");
  }

  static ReadTransfer.Type type(String word) {
    return word.toUpperCase(Locale.ROOT).startsWith(FOREIGN)
        ? ReadTransfer.Type.OUTGOING
        : ReadTransfer.Type.INCOMING;
  }
}
