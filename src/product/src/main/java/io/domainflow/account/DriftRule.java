package io.domainflow.account;

/** What to do when a section of a name was changed at the registrar outside of Domainflow. */
public enum DriftRule {
  /** An operator gets a task. */
  TASK,
  /** The daily check sets it as ordered; an operator gets a task only if the registrar refuses. */
  MEND,
  /** The daily check adopts the registrar's value as the new target. */
  ADOPT
}
