package io.domainflow.order.progress;

/** The state of one section in an update. */
public enum SectionState {
  /** Not decided yet. */
  WANTED,
  /** The section was set as ordered. */
  DONE,
  /** The section was already as ordered. */
  UNCHANGED,
  /** The change was refused; the section is unchanged. */
  REFUSED,
  /** Left undone by an ended order; only shown, never stored. */
  NOT_DONE
}
