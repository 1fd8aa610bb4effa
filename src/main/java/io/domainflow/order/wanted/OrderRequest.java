package io.domainflow.order.wanted;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller ordered, validated and completed with defaults: what all orders have, and what this
 * operation wants.
 *
 * @param acceptPrice the most that may be paid; null if nobody has set a limit
 * @param metadata the caller's own remarks, given back as they came
 * @param digest fingerprint of the whole content, to recognise a repetition
 */
public record OrderRequest(
    OrderReference reference,
    String account,
    DomainName domain,
    @Nullable Money acceptPrice,
    Wanted wanted,
    Map<String, String> metadata,
    String digest) {

  public Operation operation() {
    return wanted.operation();
  }

  public Map<ContactRole, Contact> contacts() {
    return wanted.contacts();
  }

  public AdditionalFields additionalFields() {
    return wanted.additionalFields();
  }

  /** Null for a transfer that was ordered without, and for what is about no contacts. */
  public @Nullable Contact registrant() {
    return contacts().get(ContactRole.REGISTRANT);
  }

  /**
   * What is wanted, for the code that carries out that kind of order.
   *
   * @throws IllegalStateException if it is an order of another kind
   */
  public <T extends Wanted> T as(Class<T> kind) {
    if (!kind.isInstance(wanted)) {
      throw new IllegalStateException("the order is " + operation().phrase() + ", not a " + kind);
    }
    return kind.cast(wanted);
  }

  /** This order with something else wanted. */
  public OrderRequest with(Wanted other) {
    return new OrderRequest(reference, account, domain, acceptPrice, other, metadata, digest);
  }
}
