package io.domainflow.order;

import io.domainflow.tld.FormOperation;
import java.util.Set;

/** What an order wants done to a name. Named by the caller, never guessed from a filled field. */
public enum Operation {
  REGISTER("registration", FormOperation.REGISTER, "privacy idnLanguage claimsAcceptance"),
  TRANSFER("transfer", FormOperation.TRANSFER, "authCode"),
  CHANGE_REGISTRANT(
      "change of registrant", FormOperation.TRADE, "registrantChangeMode consents requestedBy"),
  RENEW("renewal", null, "expires"),
  RESTORE("restore", null, ""),
  /** Deletes the name now. */
  DELETE("deletion", null, "confirmDomain"),
  /** Lets the name stop resolving, and not be renewed, until it is reactivated. */
  SUSPEND("suspension", null, "hold"),
  /** Takes back a suspension, or a cancellation at the end of the period. */
  UNSUSPEND("reactivation", null, ""),
  /** Lets the name end with its period. */
  CANCEL("cancellation", null, "");

  private final String words;
  private final FormOperation form;
  private final String members;

  Operation(String words, FormOperation form, String members) {
    this.words = words;
    this.form = form;
    this.members = members;
  }

  /** How people call it, such as «transfer». */
  public String words() {
    return words;
  }

  /** The set of additional fields it takes; null if it takes none. */
  public FormOperation form() {
    return form;
  }

  /** Whether it is about the period of a name and changes nothing else of it. */
  boolean isRenewal() {
    return this == RENEW || this == RESTORE;
  }

  /**
   * Members of an order that this operation has and not every other. All of them can be corrected
   * while the order is open.
   */
  Set<String> members() {
    return members.isEmpty() ? Set.of() : Set.of(members.split(" "));
  }
}
