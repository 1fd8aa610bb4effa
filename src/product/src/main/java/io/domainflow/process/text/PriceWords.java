package io.domainflow.process.text;

import io.domainflow.order.ProvisioningOrder;

/** Texts about a price that somebody has to agree to. */
public final class PriceWords {

  private PriceWords() {}

  /** The price of an order that has a quote. */
  public static String toAgreeTo(ProvisioningOrder order) {
    return "the "
        + order.content().operation().words()
        + " of "
        + order.content().domain().unicode()
        + " costs "
        + order.purchase().quoteOrThrow().price()
        + (order.purchase().price() == null
            ? ""
            : ", with the " + order.purchase().price() + " that were charged before")
        + ". Nothing is bought before somebody agrees: accept the price with «acceptPrice»"
        + CallerInstructions.orAnOperator("decides");
  }
}
