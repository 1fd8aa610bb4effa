package io.domainflow.order;

import io.domainflow.model.ContactRole;
import io.domainflow.model.Money;
import java.util.Map;

/**
 * How far the buying of an order's name has come.
 *
 * @param quote null for a name at the price of its zone
 * @param notice null for a name that no trademark notice stands against
 * @param handles the registrar's contact handles, by the role of the contact they stand for; empty
 *     before they are prepared
 * @param refusal what the registrar refused last; null if nothing is to be corrected
 * @param application id of the application through which a name with a price of its own is bought;
 *     null if there is none
 * @param price what was paid; null where the registrar does not say
 */
public record Purchase(
    Quote quote,
    ClaimsNotice notice,
    Map<ContactRole, String> handles,
    Refusal refusal,
    String application,
    Money price) {

  static final Purchase NOT_BEGUN = new Purchase(null, null, Map.of(), null, null, null);

  public Purchase {
    handles = Map.copyOf(handles);
  }

  Purchase with(Quote ours, ClaimsNotice against) {
    return new Purchase(ours, against, handles, refusal, application, price);
  }

  Purchase with(Map<ContactRole, String> theirs) {
    return new Purchase(quote, notice, theirs, refusal, application, price);
  }
}
