package io.domainflow.order;

import io.domainflow.tld.FormOperation;
import java.util.Set;

/** What an order wants done to a name. Named by the caller, never guessed from a filled field. */
public enum Operation {
  REGISTER("registration", FormOperation.REGISTER, "privacy idnLanguage claimsAcceptance"),
  TRANSFER("transfer", FormOperation.TRANSFER, "authCode"),
  CHANGE_REGISTRANT(
      "change of registrant", FormOperation.TRADE, "registrantChangeMode consents requestedBy"),
  RENEW("renewal", FormOperation.UPDATE, "expires"),
  RESTORE("restore", FormOperation.UPDATE, "");

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

  /** The set of additional fields it takes. */
  FormOperation form() {
    return form;
  }

  /** Whether it is about the period of a name and changes nothing else of it. */
  boolean isRenewal() {
    return this == RENEW || this == RESTORE;
  }

  /** Whether what runs at the registrar can be withdrawn there. */
  boolean canBeWithdrawn() {
    return this == TRANSFER || this == CHANGE_REGISTRANT;
  }

  /**
   * Members of an order that this operation has and not every other. All of them can be corrected
   * while the order is open.
   */
  Set<String> members() {
    return members.isEmpty() ? Set.of() : Set.of(members.split(" "));
  }
}
