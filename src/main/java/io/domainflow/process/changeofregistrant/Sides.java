package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.ConsentSide;

/** Which side a step is about: its id says so. In models of the change before 1.4.0 all have. */
final class Sides {

  private Sides() {}

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
