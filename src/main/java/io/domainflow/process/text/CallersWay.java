package io.domainflow.process.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What the order API tells its callers of their own way to continue, such as «Give new values as
 * input, or an operator decides». It stands in what an order waits for; staff have a form instead.
 */
public final class CallersWay {

  private static final String OR_AN_OPERATOR = ", or an operator ";

  private CallersWay() {}

  /**
   * How a sentence continues that has told callers what to send. It makes the sentence one that
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
