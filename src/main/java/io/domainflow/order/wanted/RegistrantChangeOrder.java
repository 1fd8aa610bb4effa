package io.domainflow.order.wanted;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import java.util.Map;

/**
 * A change of registrant.
 *
 * @param contacts the new registrant
 * @param wish how it is to be done; {@link RegistrantChangeOptions#NONE} as long as it has not been
 *     read from its rows
 */
public record RegistrantChangeOrder(
    Map<ContactRole, Contact> contacts,
    AdditionalFields additionalFields,
    RegistrantChangeOptions wish)
    implements Wanted {

  @Override
  public Operation operation() {
    return Operation.CHANGE_REGISTRANT;
  }

  @Override
  public RegistrantChangeOrder with(Map<ContactRole, Contact> theirs, AdditionalFields fields) {
    return new RegistrantChangeOrder(theirs, fields, wish);
  }

  /** The same with another wish. */
  public RegistrantChangeOrder with(RegistrantChangeOptions other) {
    return new RegistrantChangeOrder(contacts, additionalFields, other);
  }
}
