package io.domainflow.order.domain;

/** The events of names for subscribers. */
public enum DomainEvent {
  /** Another registrar, or another account, has requested the name. */
  TRANSFER_OUT_REQUESTED("domain.transfer_out_requested"),
  /** A request of another registrar or account has ended, and the name is still here. */
  TRANSFER_OUT_ENDED("domain.transfer_out_ended"),
  /** The name is at another registrar or in another account. */
  TRANSFERRED_AWAY("domain.transferred_away"),
  /** The name is no longer in its account, and the registrar does not say what happened to it. */
  LOST("domain.lost"),
  /** Staff has given the name to another owner, or to nobody. */
  HANDED_OVER("domain.handed_over"),
  /** An auth code of the name was issued. */
  AUTH_CODE_ISSUED("domain.auth_code_issued"),
  /** The period of the name ends soon, and the next one is not paid. */
  EXPIRING("domain.expiring"),
  /** The period of the name has ended. */
  EXPIRED("domain.expired"),
  /** The name is deleted; for a while it may be possible to restore it. */
  DELETED("domain.deleted"),
  /**
   * The setup of the name differs from what was ordered, or the difference was corrected or
   * accepted.
   */
  DRIFTED("domain.drifted"),
  /** The name is locked against transfers. */
  LOCKED("domain.locked"),
  /** The name is no longer locked against transfers. */
  UNLOCKED("domain.unlocked"),
  /** The renewal mode has changed. */
  RENEWAL_MODE_CHANGED("domain.renewal_mode_changed");

  private final String type;

  DomainEvent(String type) {
    this.type = type;
  }

  /** The type in webhooks. */
  public String type() {
    return type;
  }
}
