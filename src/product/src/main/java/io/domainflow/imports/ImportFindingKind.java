package io.domainflow.imports;

/** The kinds of findings of an import. */
public enum ImportFindingKind {
  /** The billing system bills a name that the account does not have. */
  NOT_AT_REGISTRAR("Find out where the name is; end its billing if the customer no longer has it."),
  /** The account has a name that the list lacks. */
  NOT_IN_LIST("Bill it to its owner, or order a CANCEL so that it ends."),
  /** The billing system has a different end of the period from the registrar's. */
  EXPIRY_DIFFERS("Put the registrar's date into the billing system; renewals are ordered with it."),
  /** The billing system's next due date is after the end of the time paid to the registrar. */
  DUE_AFTER_END(
      "If the customer has paid for that time, order the renewal; otherwise correct the due date."),
  /** The billing system and the registrar disagree on the status of the name. */
  STATUS_DIFFERS("Look at the name; correct the billing system, or order what is missing."),
  /** The registrar automatically renews a name that the billing system does not renew. */
  WOULD_RENEW_UNPAID(
      "Order a CANCEL, which sets another renewal mode, or the registrar charges the renewal."),
  /** The billing system bills a name that soon ends, or is to be deleted. */
  WOULD_EXPIRE("Order the renewal if the customer has paid; nobody else renews it."),
  /** The list has the name more than once. */
  DUPLICATE("Keep one of the rows in the billing system, or the customer is billed twice."),
  /** Orders for names below this top-level domain are not accepted here. */
  UNSUPPORTED_TLD("Manage this name at the registrar; it cannot be ordered here."),
  /** The value in the column of domains is not a domain name. */
  INVALID_NAME("Correct the name in the billing system; the row was left out."),
  /** A row, or a part of it, cannot be read. */
  ROW_UNREADABLE("Correct the row, and import the list again if the part matters."),
  /** A contact lacks data that the registrar requires. */
  CONTACT_INCOMPLETE(
      "Ask the customer for what is missing before the next change; mind that another name or"
          + " e-mail address of a registrant changes the registrant."),
  /** The name is also known in another account of this installation. */
  OTHER_ACCOUNT("Order with the account that has the name."),
  /** An order for the name is open. */
  OPEN_ORDER("Nothing; what was read may change with the order."),
  /** The registrar does not give the requested data. */
  NOT_READ("Look at it at the registrar, or import again later.");

  private final String whatToDo;

  ImportFindingKind(String whatToDo) {
    this.whatToDo = whatToDo;
  }

  /** What a person should do about it, as a sentence. */
  public String whatToDo() {
    return whatToDo;
  }
}
