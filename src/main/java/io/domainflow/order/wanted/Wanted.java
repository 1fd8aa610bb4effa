package io.domainflow.order.wanted;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Period;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one operation wants of a name: a type for each kind of order, with what only it has. What is
 * asked of every order stands here.
 */
public sealed interface Wanted
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

  /** What is bought, or added to the term; null if nothing is, or the rules of the zone say it. */
  default @Nullable Period period() {
    return null;
  }

  /** The contacts that were given, by role; empty if it is about none. */
  default Map<ContactRole, Contact> contacts() {
    return Map.of();
  }

  /** What the TLD wants besides; none where an operation takes none. */
  default AdditionalFields additionalFields() {
    return AdditionalFields.NONE;
  }

  /** The same with other contacts and additional fields, where it has any. */
  default Wanted with(Map<ContactRole, Contact> contacts, AdditionalFields additionalFields) {
    return this;
  }
}
