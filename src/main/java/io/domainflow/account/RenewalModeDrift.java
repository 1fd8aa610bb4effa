package io.domainflow.account;

/** What happens to a name whose renewal mode is not the ordered one. */
public enum RenewalModeDrift {
  /** An operator gets a task. */
  TASK,
  /**
   * The daily check sets the ordered mode automatically; only what the registrar refuses is a task.
   */
  MEND
}
