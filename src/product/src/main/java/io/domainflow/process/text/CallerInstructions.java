package io.domainflow.process.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Tells callers of the order API how they can continue, such as «Give new values as input, or an
 * operator decides». It is part of what an order waits for; staff have a form instead.
 */
public final class CallerInstructions {

  private static final String OR_AN_OPERATOR = ", or an operator ";

  private CallerInstructions() {}

  /**
   * The end of a sentence that has told callers what to send. It marks the sentence as one that
   * staff do not see.
   *
   * @param does what an operator does instead, such as {@code decides}
   */
  public static String orAnOperator(String does) {
    return OR_AN_OPERATOR + does;
  }

  /** What an order waits for, without the sentences that tell a caller what to send. */
  public static String forStaff(String what) {
    return Arrays.stream(what.split("(?<=\\.) "))
        .filter(sentence -> !sentence.contains(OR_AN_OPERATOR))
        .collect(Collectors.joining(" "));
  }
}
