package io.domainflow.rest.tld;

import io.domainflow.registrar.NameStatus;
import io.domainflow.registrar.PricedOperation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which names are available, and what they cost an account.
 *
 * @param currency of the account; null if the registrar does not state it
 * @param pricesAsOf when the prices of plain names were read
 * @param names in the order that they were asked for
 */
record AvailabilityView(
    String account, @Nullable String currency, Instant pricesAsOf, List<Name> names) {

  /**
   * One name.
   *
   * @param domain as a plain name; of a text that is none, the text
   * @param domainUnicode with its own characters; null for a text that is no name
   * @param reason the reason, for people
   * @param premium whether the name has a price of its own
   * @param priceClass the registrar's class of such a name; null for a plain one
   * @param prices those that the registrar states, of the operations that were asked for
   * @param terms null below a top-level domain that is not sold
   */
  record Name(
      String domain,
      @Nullable String domainUnicode,
      NameStatus status,
      @Nullable String reason,
      boolean premium,
      @Nullable String priceClass,
      Map<PricedOperation, StatedPrice> prices,
      @Nullable TermsView terms) {}
}
