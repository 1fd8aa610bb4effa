package io.domainflow.cnr.command;

import io.domainflow.model.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accepted price of a premium name. */
final class Fee {

  private Fee() {}

  static void put(Map<String, String> parameters, @Nullable Money price) {
    if (price != null) {
      parameters.put(RegistrarTexts.FEE_AMOUNT, price.amount().toPlainString());
      parameters.put(RegistrarTexts.FEE_CURRENCY, price.currency().getCurrencyCode());
    }
  }
}
