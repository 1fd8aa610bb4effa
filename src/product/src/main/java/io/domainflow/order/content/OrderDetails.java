package io.domainflow.order.content;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Period;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data of one operation: a separate type for each kind of order. This interface has the members
 * that several kinds share.
 */
public sealed interface OrderDetails
    permits NameSetup,
        RegistrantChangeOrder,
        RenewalOrder,
        RestoreOrder,
        DeletionOrder,
        SuspensionOrder,
        UpdateOrder,
        AuthCodeOrder,
        ReleaseOrder {

  Operation operation();

  /**
   * The period that is bought, or added to the term; null if none is, or the rules of the zone
   * apply.
   */
  default @Nullable Period period() {
    return null;
  }

  /** The contacts of the order, by role; empty if the operation has none. */
  default Map<ContactRole, Contact> contacts() {
    return Map.of();
  }

  /** The additional fields of the order; empty if the operation has none. */
  default AdditionalFields additionalFields() {
    return AdditionalFields.NONE;
  }

  /** The same data with different contacts and additional fields, if the operation has any. */
  default OrderDetails with(Map<ContactRole, Contact> contacts, AdditionalFields additionalFields) {
    return this;
  }
}
