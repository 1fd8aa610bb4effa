package io.domainflow.ispapi;

import java.time.Duration;

/**
 * How long one call may take.
 *
 * @param connect until the connection stands
 * @param total from the start to the last byte of the answer; whoever locks a piece of work for the
 *     call must lock it for longer than this
 */
public record CallBudget(Duration connect, Duration total) {

  public CallBudget {
    if (connect.isNegative() || connect.isZero() || connect.compareTo(total) >= 0) {
      throw new IllegalArgumentException(
          "The time to connect must be positive and shorter than the total time of a call.");
    }
  }
}
