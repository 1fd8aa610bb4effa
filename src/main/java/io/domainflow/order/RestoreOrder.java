package io.domainflow.order;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import java.util.Map;

/**
 * A restore.
 *
 * @param renewalMode what the name gets
 */
public record RestoreOrder(RenewalMode renewalMode) implements Wanted {

  @Override
  public Operation operation() {
    return Operation.RESTORE;
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
  public RestoreOrder with(Map<ContactRole, Contact> contacts, AdditionalFields fields) {
    return this;
  }
}
