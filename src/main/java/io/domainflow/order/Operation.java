package io.domainflow.order;

import io.domainflow.tld.FormOperation;
import java.util.Set;

/** What an order wants done to a name. Named by the caller, never guessed from a filled field. */
public enum Operation {
  REGISTER("registration", FormOperation.REGISTER, "privacy idnLanguage claimsAcceptance"),
  TRANSFER("transfer", FormOperation.TRANSFER, "authCode"),
  CHANGE_REGISTRANT(
      "change of registrant", FormOperation.TRADE, "registrantChangeMode consents requestedBy");

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

  /**
   * Members of an order that this operation has and not every other. All of them can be corrected
   * while the order is open.
   */
  Set<String> members() {
    return Set.of(members.split(" "));
  }
}
