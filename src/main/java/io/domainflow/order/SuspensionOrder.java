package io.domainflow.order;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import java.util.Map;

/**
 * A suspension, what takes it back, or the end of a name with its period.
 *
 * @param operation {@code SUSPEND}, {@code UNSUSPEND} or {@code CANCEL}
 * @param hold whether the name is to stop resolving
 * @param renewalMode what the name gets; for {@code UNSUSPEND} it is left to what is found
 */
public record SuspensionOrder(Operation operation, boolean hold, RenewalMode renewalMode)
    implements Wanted {

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
  public SuspensionOrder with(Map<ContactRole, Contact> contacts, AdditionalFields fields) {
    return this;
  }
}
