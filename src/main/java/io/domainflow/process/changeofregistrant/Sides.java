package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.Side;

/** Which side a step is about: its id says so. In models of the change before 1.4.0 all have. */
final class Sides {

  private Sides() {}

  static Side of(String activity) {
    if (activity.endsWith("NewRegistrant")) {
      return Side.NEW;
    }
    if (activity.endsWith("PriorRegistrant")) {
      return Side.PRIOR;
    }
    throw new IllegalArgumentException(activity + " does not say whose consent it is about");
  }
}
