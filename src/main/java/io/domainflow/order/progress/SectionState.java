package io.domainflow.order.progress;

/** How far an update is with one section of its name. */
public enum SectionState {
  /** Not decided yet. */
  WANTED,
  /** The name is now as it was wanted. */
  DONE,
  /** The name was already as it was wanted. */
  UNCHANGED,
  /** The section stays as it was. */
  REFUSED,
  /** Wanted by an order that has ended; it is only shown, and not kept. */
  NOT_DONE
}
