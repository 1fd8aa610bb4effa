package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import java.math.BigDecimal;
import java.util.Optional;

/** Checks the price that a caller states for a premium name. */
public final class PremiumFee {

  private static final String WORDS = "premium domain name. please provide required parameters";

  private PremiumFee() {}

  /**
   * Refuses a call that does not state the price of the name.
   *
   * @param missing the code if it states none
   * @throws Refusal with that code, or 541 if it states another price
   */
  public static void refuseOther(ReceivedCommand call, BigDecimal price, Code missing) {
    Optional<String> amount = call.value("X-FEE-AMOUNT").or(() -> call.value("X-FEE-AMOUNT0"));
    if (amount.isEmpty()) {
      throw missing == Code.MISSING_ATTRIBUTE ? new Refusal(missing, WORDS) : new Refusal(missing);
    }
    if (!isAmount(amount.get(), price)) {
      throw new Refusal(Code.INVALID_VALUE);
    }
  }

  private static boolean isAmount(String given, BigDecimal price) {
    try {
      return new BigDecimal(given).compareTo(price) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
