package io.domainflow.order;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Period;
import java.util.Map;

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
        SuspensionOrder {

  Operation operation();

  /** What is bought, or added to the term; null if nothing is, or the rules of the zone say it. */
  Period period();

  /** The contacts that were given, by role; empty if it is about none. */
  Map<ContactRole, Contact> contacts();

  /** What the TLD wants besides; none where an operation takes none. */
  AdditionalFields additionalFields();

  /** The same with other contacts and additional fields, where it has any. */
  Wanted with(Map<ContactRole, Contact> contacts, AdditionalFields additionalFields);
}
