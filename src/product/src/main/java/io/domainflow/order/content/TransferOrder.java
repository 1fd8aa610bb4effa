package io.domainflow.order.content;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transfer into the account.
 *
 * @param period null to use the rules of the zone
 * @param authCode null if none was given, or once it is no longer needed
 * @param contacts those that were given
 */
public record TransferOrder(
    @Nullable Period period,
    @Nullable AuthCode authCode,
    Map<ContactRole, Contact> contacts,
    List<Nameserver> nameservers,
    AdditionalFields additionalFields,
    boolean transferLock,
    RenewalMode renewalMode)
    implements NameSetup {

  @Override
  public Operation operation() {
    return Operation.TRANSFER;
  }

  @Override
  public TransferOrder with(Map<ContactRole, Contact> theirs, AdditionalFields fields) {
    return new TransferOrder(
        period, authCode, theirs, nameservers, fields, transferLock, renewalMode);
  }

  /** The same order with this auth code; null for none. */
  public TransferOrder with(@Nullable AuthCode code) {
    return new TransferOrder(
        period, code, contacts, nameservers, additionalFields, transferLock, renewalMode);
  }
}
