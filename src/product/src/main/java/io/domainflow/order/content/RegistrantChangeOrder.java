package io.domainflow.order.content;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import java.util.Map;

/**
 * A change of registrant.
 *
 * @param contacts the new registrant
 * @param options the options; {@link RegistrantChangeOptions#NONE} until they have been read from
 *     their table
 */
public record RegistrantChangeOrder(
    Map<ContactRole, Contact> contacts,
    AdditionalFields additionalFields,
    RegistrantChangeOptions options)
    implements OrderDetails {

  @Override
  public Operation operation() {
    return Operation.CHANGE_REGISTRANT;
  }

  @Override
  public RegistrantChangeOrder with(Map<ContactRole, Contact> theirs, AdditionalFields fields) {
    return new RegistrantChangeOrder(theirs, fields, options);
  }

  /** The same order with different options. */
  public RegistrantChangeOrder with(RegistrantChangeOptions other) {
    return new RegistrantChangeOrder(contacts, additionalFields, other);
  }
}
