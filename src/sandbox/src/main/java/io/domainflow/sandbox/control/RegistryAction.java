package io.domainflow.sandbox.control;

/** What can happen to a name without a request over the text. */
enum RegistryAction {
  LOCKED("The transfer lock is set."),
  UNLOCKED("The transfer lock is taken off."),
  HOLD("A dispute begins: the name may neither move nor change until it is released."),
  MOVED_TO_ACCOUNT(
      "The name is moved to another account of the registrar, without being asked for here.",
      To.ACCOUNT),
  OUTGOING_REQUESTED(
      "Somebody asks to take the name away: to another account, or to another registrar.",
      To.ACCOUNT_OR_REGISTRAR),
  OUTGOING_WITHDRAWN("The request to take the name away is withdrawn."),
  TRANSFER_REQUESTED_ELSEWHERE(
      "A transfer into an account is requested in the registrar's own web interface.", To.ACCOUNT),
  TRADE_REQUESTED_ELSEWHERE(
      "A change of registrant is requested in the registrar's own web interface."),
  RENEWED_ELSEWHERE(
      "The name is renewed for a year in the registrar's own web interface, and charged."),
  MODE_CHANGED_ELSEWHERE(
      "The renewal mode is changed in the registrar's own web interface.", To.RENEWAL_MODE),
  DELETED_ELSEWHERE("The name is deleted in the registrar's own web interface, at once."),
  TRANSFERRED_AWAY("The name is gone to another registrar at once, whatever locks it."),
  HELD_BY_REGISTRY("The registry suspends the name (serverHold)."),
  RELEASED_BY_REGISTRY("The registry releases the name from a hold."),
  DELETED_BY_REGISTRY("The registry deletes the name at once, without a refund."),
  REGISTRY_GRANTS(
      "The registry grants what waits for it: a registration, an application, a transfer, a change of registrant."),
  REGISTRY_REFUSES("The registry refuses what waits for it.");

  private final String meaning;
  private final To to;

  RegistryAction(String meaning) {
    this(meaning, To.NOTHING);
  }

  RegistryAction(String meaning, To to) {
    this.meaning = meaning;
    this.to = to;
  }

  /** A sentence that says what happens. */
  String meaning() {
    return meaning;
  }

  /** The meaning of {@code "to"}. */
  To to() {
    return to;
  }

  /** Whether it is a pending decision of a registry, so that the name may belong to nobody. */
  boolean isDecision() {
    return this == REGISTRY_GRANTS || this == REGISTRY_REFUSES;
  }

  /** The meaning of {@code "to"}. */
  enum To {
    NOTHING,
    ACCOUNT,
    /** An account, or another registrar if absent. */
    ACCOUNT_OR_REGISTRAR,
    RENEWAL_MODE
  }
}
