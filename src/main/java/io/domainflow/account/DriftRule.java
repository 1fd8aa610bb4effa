package io.domainflow.account;

/** What happens to a section of a name that was changed at the registrar beside Domainflow. */
public enum DriftRule {
  /** An operator gets a task. */
  TASK,
  /** The daily check sets it as it was ordered; only what the registrar refuses is a task. */
  MEND,
  /** The daily check takes over what the registrar has: from then on that is wanted. */
  ADOPT
}
