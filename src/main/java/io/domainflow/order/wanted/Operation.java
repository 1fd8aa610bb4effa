package io.domainflow.order.wanted;

import io.domainflow.tld.FormOperation;
import java.util.List;
import java.util.Set;

/** What an order wants done to a name. Named by the caller, never guessed from a filled field. */
public enum Operation {
  REGISTER("registration", "privacy idnLanguage claimsAcceptance"),
  TRANSFER("transfer", "authCode"),
  /** Some registries have a change of registrant of their own, others take a mere update. */
  CHANGE_REGISTRANT("change of registrant", "registrantChangeMode consents requestedBy"),
  RENEW("renewal", "expires"),
  RESTORE("restore", ""),
  /** Deletes the name now. */
  DELETE("deletion", "confirmDomain"),
  /** Lets the name stop resolving, and not be renewed, until it is reactivated. */
  SUSPEND("suspension", "hold"),
  /** Undoes a suspension, or a cancellation at the end of the period. */
  UNSUSPEND("reactivation", ""),
  /** Lets the name end with its period. */
  CANCEL("cancellation", ""),
  /** Changes how a name that is here is set up. */
  UPDATE("update", "registrarDns contacts registrantDetails privacy"),
  /** Sets a name up as it was before an update. */
  REVERT("reversal of an update", "reverts"),
  /** Gets the code with which the holder may move the name to another registrar. */
  AUTH_CODE("auth code", "unlock deliver"),
  /** Gives a name to another registrar, or back to its registry. */
  RELEASE("release", "target");

  private final String words;
  private final String members;

  Operation(String words, String members) {
    this.words = words;
    this.members = members;
  }

  /** How people call it, such as «transfer». */
  public String words() {
    return words;
  }

  /** The same with its article, such as «an update». */
  public String phrase() {
    return ("aeiou".indexOf(words.charAt(0)) < 0 ? "a " : "an ") + words;
  }

  /**
   * The sets of additional fields it may take, one for each way in which it can be done, the usual
   * one first; empty if it takes none.
   */
  public List<FormOperation> forms() {
    return switch (this) {
      case REGISTER -> List.of(FormOperation.REGISTER);
      case TRANSFER -> List.of(FormOperation.TRANSFER);
      case CHANGE_REGISTRANT -> List.of(FormOperation.TRADE, FormOperation.UPDATE);
      case UPDATE -> List.of(FormOperation.UPDATE);
      default -> List.of();
    };
  }

  /** Whether it is about the period of a name and changes nothing else of it. */
  public boolean isRenewal() {
    return this == RENEW || this == RESTORE;
  }

  /** Members of an order that this operation has and not every other. */
  public Set<String> members() {
    return members.isEmpty() ? Set.of() : Set.of(members.split(" "));
  }
}
