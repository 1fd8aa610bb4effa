package io.domainflow.order;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Period;
import java.util.Map;

/**
 * A deletion.
 *
 * @param confirmed whether somebody has repeated the name
 */
public record DeletionOrder(boolean confirmed) implements Wanted {

  @Override
  public Operation operation() {
    return Operation.DELETE;
  }

  @Override
  public Period period() {
    return null;
  }

  @Override
  public Map<ContactRole, Contact> contacts() {
    return Map.of();
  }

  @Override
  public AdditionalFields additionalFields() {
    return AdditionalFields.NONE;
  }

  @Override
  public DeletionOrder with(Map<ContactRole, Contact> contacts, AdditionalFields fields) {
    return this;
  }
}
