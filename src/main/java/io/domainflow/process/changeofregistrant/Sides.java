package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.Side;

/** Which side a step of the model is about: its id says so. */
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
