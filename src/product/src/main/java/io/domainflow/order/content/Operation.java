package io.domainflow.order.content;

import io.domainflow.tld.FormOperation;
import java.util.List;
import java.util.Set;

/**
 * The operation that an order performs on a name. The caller states it; it is never guessed from
 * the members of the order.
 */
public enum Operation {
  REGISTER("registration", "privacy idnLanguage claimsAcceptance"),
  TRANSFER("transfer", "authCode"),
  /** Some registries have their own change of registrant, others accept a plain update. */
  CHANGE_REGISTRANT("change of registrant", "registrantChangeMode consents requestedBy"),
  RENEW("renewal", "expires"),
  RESTORE("restore", ""),
  /** Deletes the name now. */
  DELETE("deletion", "confirmDomain"),
  /** Stops the name from resolving and from being renewed until it is reactivated. */
  SUSPEND("suspension", "hold"),
  /** Undoes a suspension, or a cancellation at the end of the period. */
  UNSUSPEND("reactivation", ""),
  /** Lets the name expire at the end of its period. */
  CANCEL("cancellation", ""),
  /** Changes the setup of a name in the account. */
  UPDATE("update", "registrarDns contacts registrantDetails privacy"),
  /** Undoes an update of a name. */
  REVERT("reversal of an update", "reverts"),
  /** Gets the code with which the registrant may move the name to another registrar. */
  AUTH_CODE("auth code", "unlock deliver"),
  /** Releases a name to another registrar, or to its registry. */
  RELEASE("release", "target");

  private final String words;
  private final String members;

  Operation(String words, String members) {
    this.words = words;
    this.members = members;
  }

  /** Its name for people, such as «transfer». */
  public String words() {
    return words;
  }

  /** The same with its article, such as «an update». */
  public String phrase() {
    return ("aeiou".indexOf(words.charAt(0)) < 0 ? "a " : "an ") + words;
  }

  /**
   * The sets of additional fields it may use, one for each route, the usual one first; empty if it
   * uses none.
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

  /** Whether it concerns only the period of a name. */
  public boolean isRenewal() {
    return this == RENEW || this == RESTORE;
  }

  /** The order members that are specific to this operation. */
  public Set<String> members() {
    return members.isEmpty() ? Set.of() : Set.of(members.split(" "));
  }
}
