package io.domainflow.process.domain;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.text.PlainTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words the failures of names that cannot leave, whatever the kind of order. */
public final class LeavingFailures {

  private LeavingFailures() {}

  /**
   * The registry has not registered the name yet.
   *
   * @param unchanged the sentence that says what was not done, after a space
   */
  public static Failure notRegisteredYet(ProvisioningOrder order, String unchanged) {
    return new Failure(
        Reason.NOT_REGISTERED,
        "The registry has not registered "
            + order.content().domain().unicode()
            + " yet."
            + unchanged
            + " Wait for the registry and order again.",
        null);
  }

  /**
   * The obstacles are temporary, or can be removed.
   *
   * @param obstacles sentences, each with its date if it has one
   * @param until the latest of the dates
   * @param unchanged as above
   */
  public static Failure notPossibleYet(
      List<String> obstacles, @Nullable Instant until, String unchanged) {
    return new Failure(
        Reason.NOT_POSSIBLE_YET,
        String.join(" ", obstacles)
            + unchanged
            + (until == null ? "" : " Order again after " + PlainTime.of(until) + "."),
        null,
        until);
  }
}
