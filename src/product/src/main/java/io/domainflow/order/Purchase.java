package io.domainflow.order;

import io.domainflow.model.ContactRole;
import io.domainflow.model.Money;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the purchase of an order's name.
 *
 * @param quote null for a name at the price of its zone
 * @param notice null for a name without a trademark notice
 * @param handles the registrar's contact handles by role; empty before they are prepared
 * @param refusal what the registrar refused last; null if nothing has to be corrected
 * @param application id of the application through which a premium name is bought; null if there is
 *     none
 * @param price what was paid, as stated by the registrar beforehand; null if not stated
 * @param booked what the registrar has booked for it; null before a booking was found
 */
public record Purchase(
    @Nullable Quote quote,
    @Nullable ClaimsNotice notice,
    Map<ContactRole, String> handles,
    @Nullable Refusal refusal,
    @Nullable String application,
    @Nullable Money price,
    @Nullable Money booked) {

  /** Nothing was bought yet. */
  public static final Purchase NOT_BEGUN =
      new Purchase(null, null, Map.of(), null, null, null, null);

  public Purchase {
    handles = Map.copyOf(handles);
  }

  Purchase with(@Nullable Quote ours, @Nullable ClaimsNotice against) {
    return new Purchase(ours, against, handles, refusal, application, price, booked);
  }

  Purchase with(Map<ContactRole, String> theirs) {
    return new Purchase(quote, notice, theirs, refusal, application, price, booked);
  }

  /** Whether the booked amount equals the stated one; call it only once there is a booking. */
  boolean isBookedAsStated() {
    return price != null
        && booked != null
        && booked.currency().equals(price.currency())
        && booked.amount().compareTo(price.amount()) == 0;
  }

  /** The quote of a name that is known to have one. */
  public Quote quoteOrThrow() {
    return Objects.requireNonNull(quote, "the registrar was asked for a price");
  }

  /** The trademark notice of a name that is known to have one. */
  public ClaimsNotice noticeOrThrow() {
    return Objects.requireNonNull(notice, "a trademark notice stands against the name");
  }

  /** The handle of a contact that is known to have one. */
  public String handleOrThrow(ContactRole role) {
    return Objects.requireNonNull(handles.get(role), "the contact was prepared");
  }

  /** The refusal of an order that is known to have been refused. */
  public Refusal refusalOrThrow() {
    return Objects.requireNonNull(refusal, "the registrar has refused something");
  }

  /** The cost: as booked, else as stated; null if neither is known. */
  public @Nullable Money cost() {
    return booked == null ? price : booked;
  }
}
