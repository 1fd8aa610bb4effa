package io.domainflow.analysis;

/**
 * Classes of durations, each {@value #RATIO} times as long as the previous one. A class is
 * represented by its middle, which is within 5 % of every duration in it.
 */
final class TimeClass {

  static final double RATIO = 1.1;

  /** The class of durations below a millisecond. */
  private static final int NOTHING = -1;

  private TimeClass() {}

  /** The middle of a class. */
  static double seconds(int number) {
    return number == NOTHING ? 0 : Math.round(Math.pow(RATIO, number + 0.5)) / 1000.0;
  }
}
