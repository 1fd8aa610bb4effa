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
 * @param pricesAsOf when the prices of non-premium names were read
 * @param names in the order of the request
 */
record AvailabilityView(
    String account, @Nullable String currency, Instant pricesAsOf, List<Name> names) {

  /**
   * One name.
   *
   * @param domain in ASCII form; if the text is not a name, the text
   * @param domainUnicode in Unicode form; null for a text that is not a name
   * @param reason the reason, for people
   * @param premium whether the name has a premium price
   * @param priceClass the registrar's class of such a name; null for other names
   * @param prices those that the registrar states, for the requested operations
   * @param terms null under a top-level domain that is not on sale
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
