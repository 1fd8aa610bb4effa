package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.Side;

/** Which side a step of the model is about: its id says so. */
final class Sides {

  private Sides() {}

  static Side of(String activity) {
    return activity.contains("NewRegistrant") ? Side.NEW : Side.PRIOR;
  }
}
