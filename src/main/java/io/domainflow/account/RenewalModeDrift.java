package io.domainflow.account;

/** What becomes of a name that has another renewal mode than it was ordered with. */
public enum RenewalModeDrift {
  /** An operator gets a task. */
  TASK,
  /** The daily check sets the ordered mode by itself; only what the registrar refuses is a task. */
  MEND
}
