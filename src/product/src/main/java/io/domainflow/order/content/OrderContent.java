package io.domainflow.order.content;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A caller's order, validated and completed with defaults: the members of all orders, and the data
 * of its operation.
 *
 * @param acceptPrice the highest accepted price; null if there is no limit
 * @param metadata the caller's own remarks, returned unchanged
 * @param digest fingerprint of the whole content, to recognise a repetition
 */
public record OrderContent(
    OrderReference reference,
    String account,
    DomainName domain,
    @Nullable Money acceptPrice,
    OrderDetails details,
    Map<String, String> metadata,
    String digest) {

  public Operation operation() {
    return details.operation();
  }

  public Map<ContactRole, Contact> contacts() {
    return details.contacts();
  }

  /** The contact in a role that this kind of order always has. */
  public Contact contact(ContactRole role) {
    return Objects.requireNonNull(contacts().get(role), "the order has no contact in this role");
  }

  public AdditionalFields additionalFields() {
    return details.additionalFields();
  }

  /**
   * The registrant; null for a transfer that was ordered without one, and for operations without
   * contacts.
   */
  public @Nullable Contact registrant() {
    return contacts().get(ContactRole.REGISTRANT);
  }

  /** The registrant of an order that cannot be placed without one. */
  public Contact registrantOrThrow() {
    return Objects.requireNonNull(registrant(), "an order of this kind has a registrant");
  }

  /**
   * The data of the operation, for the code that carries out this kind of order.
   *
   * @throws IllegalStateException if it is a different kind of order
   */
  public <T extends OrderDetails> T as(Class<T> kind) {
    if (!kind.isInstance(details)) {
      throw new IllegalStateException("the order is " + operation().phrase() + ", not a " + kind);
    }
    return kind.cast(details);
  }

  /** This order with different data of the operation. */
  public OrderContent with(OrderDetails other) {
    return new OrderContent(reference, account, domain, acceptPrice, other, metadata, digest);
  }
}
