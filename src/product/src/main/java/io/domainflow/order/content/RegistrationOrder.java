package io.domainflow.order.content;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registration.
 *
 * @param contacts one for each role
 * @param privacy whether to use the registrar's privacy service
 * @param idnLanguage language tag of an internationalized name; null if none was given
 * @param claimsAcceptance the trademark notice that was accepted; null if none was
 */
public record RegistrationOrder(
    Period period,
    Map<ContactRole, Contact> contacts,
    List<Nameserver> nameservers,
    AdditionalFields additionalFields,
    boolean transferLock,
    RenewalMode renewalMode,
    boolean privacy,
    @Nullable String idnLanguage,
    @Nullable ClaimsAcceptance claimsAcceptance)
    implements NameSetup {

  @Override
  public Operation operation() {
    return Operation.REGISTER;
  }

  @Override
  public RegistrationOrder with(Map<ContactRole, Contact> theirs, AdditionalFields fields) {
    return new RegistrationOrder(
        period,
        theirs,
        nameservers,
        fields,
        transferLock,
        renewalMode,
        privacy,
        idnLanguage,
        claimsAcceptance);
  }
}
