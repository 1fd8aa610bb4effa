package io.domainflow.callback;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The events that receivers can get. */
public enum EventType {
  /** An order was accepted. */
  ORDER_CREATED("order.created"),
  /** An order waits for somebody: its {@code waitingFor} says for whom and what for. */
  ORDER_WAITING("order.waiting"),
  /** An order continues after a wait. */
  ORDER_IN_PROGRESS("order.in_progress"),
  /** An order was carried out. */
  ORDER_COMPLETED("order.completed"),
  /** An order has ended without being carried out. */
  ORDER_FAILED("order.failed"),
  /** An order was cancelled by a person or by its caller. */
  ORDER_CANCELLED("order.cancelled"),
  /** The registrar has booked the cost of an order that had stated another price, or none. */
  ORDER_PRICE_CORRECTED("order.price_corrected"),
  /** The outcome of a completed order has changed: the renewal it ordered is not carried out. */
  ORDER_OUTCOME_CORRECTED("order.outcome_corrected"),
  /** Another registrar, or another account, has requested a name. */
  DOMAIN_TRANSFER_OUT_REQUESTED("domain.transfer_out_requested"),
  /** A request of another registrar or account has ended, and the name is still here. */
  DOMAIN_TRANSFER_OUT_ENDED("domain.transfer_out_ended"),
  /** A name is at another registrar or in another account. */
  DOMAIN_TRANSFERRED_AWAY("domain.transferred_away"),
  /** A name is no longer in its account, and the registrar does not say what happened to it. */
  DOMAIN_LOST("domain.lost"),
  /** Staff has given a name to another owner, or to nobody; its former owner is told. */
  DOMAIN_HANDED_OVER("domain.handed_over"),
  /** An auth code of a name was issued. */
  DOMAIN_AUTH_CODE_ISSUED("domain.auth_code_issued"),
  /** The period of a name ends soon, and the next one is not paid. */
  DOMAIN_EXPIRING("domain.expiring"),
  /** The period of a name has ended. */
  DOMAIN_EXPIRED("domain.expired"),
  /** A name is deleted. */
  DOMAIN_DELETED("domain.deleted"),
  /**
   * The settings of a name differ from what was ordered, or the difference was corrected or
   * adopted.
   */
  DOMAIN_DRIFTED("domain.drifted"),
  /** A name is locked against transfers. */
  DOMAIN_LOCKED("domain.locked"),
  /** A name is no longer locked against transfers. */
  DOMAIN_UNLOCKED("domain.unlocked"),
  /** The renewal mode of a name has changed. */
  DOMAIN_RENEWAL_MODE_CHANGED("domain.renewal_mode_changed"),
  /** Somebody tests whether a webhook works. */
  WEBHOOK_TEST("webhook.test");

  private final String text;

  EventType(String text) {
    this.text = text;
  }

  /** The type as receivers see it. */
  public String text() {
    return text;
  }

  /** The type with this text. */
  public static Optional<EventType> of(String text) {
    return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
  }

  /** All types as receivers see them. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(EventType::text).toList();
  }
}
