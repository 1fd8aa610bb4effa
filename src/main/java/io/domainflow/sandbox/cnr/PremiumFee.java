package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import java.math.BigDecimal;
import java.util.Optional;

/** What a caller says that a premium name costs. */
public final class PremiumFee {

  private static final String WORDS = "premium domain name. please provide required parameters";

  private PremiumFee() {}

  /**
   * Refuses a call that does not say what the name costs.
   *
   * @param missing the code where it says nothing
   * @throws Refusal that code, or 541 where it says another price
   */
  public static void refuseOther(WireCall call, BigDecimal price, Code missing) {
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
