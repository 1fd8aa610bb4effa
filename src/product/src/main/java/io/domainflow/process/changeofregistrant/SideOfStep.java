package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.ConsentSide;

/**
 * Reads from the id of a step which side it is about. In models before 1.4.0 all steps have one.
 */
final class SideOfStep {

  private SideOfStep() {}

  static ConsentSide of(String activity) {
    if (activity.endsWith("NewRegistrant")) {
      return ConsentSide.NEW;
    }
    if (activity.endsWith("PriorRegistrant")) {
      return ConsentSide.PRIOR;
    }
    throw new IllegalArgumentException(activity + " does not say whose consent it is about");
  }
}
