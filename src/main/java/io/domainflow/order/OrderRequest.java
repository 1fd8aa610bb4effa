package io.domainflow.order;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a caller ordered, validated and completed with defaults.
 *
 * @param transferLock whether the name is locked against transfers; false where the TLD has no lock
 * @param period null where a transfer leaves it to the rules of the zone
 * @param believedExpiry when the period of a name that is renewed ends, in the eyes of the caller,
 *     in UTC; null for other operations, and for a restore
 * @param authCode of the name that is to be transferred; null if none was given, or once it is not
 *     needed any more
 * @param contacts one for each role; for a transfer only those that were given
 * @param nameservers for a transfer empty if the name is to keep its own
 * @param idnLanguage language tag of an internationalized name; null if none was given
 * @param acceptPrice the most that may be paid for a name with a price of its own; null if nothing
 *     was agreed
 * @param claimsAcceptance the trademark notice that was accepted; null if none was
 * @param registrantChange null for other operations
 * @param confirmed whether somebody has repeated the name that is to be deleted
 * @param hold whether a suspended name is to stop resolving
 * @param metadata the caller's own remarks, given back as they came
 * @param digest fingerprint of the whole content, to recognise a repetition
 */
public record OrderRequest(
    OrderReference reference,
    Operation operation,
    String account,
    DomainName domain,
    Period period,
    LocalDate believedExpiry,
    AuthCode authCode,
    Map<ContactRole, Contact> contacts,
    List<Nameserver> nameservers,
    AdditionalFields additionalFields,
    boolean transferLock,
    RenewalMode renewalMode,
    boolean privacy,
    String idnLanguage,
    Money acceptPrice,
    ClaimsAcceptance claimsAcceptance,
    RegistrantChangeWish registrantChange,
    boolean confirmed,
    boolean hold,
    Map<String, String> metadata,
    String digest) {

  /** This order with what has rows of its own. */
  OrderRequest with(
      Map<ContactRole, Contact> theirs,
      AdditionalFields fields,
      AuthCode code,
      RegistrantChangeWish wish) {
    return new OrderRequest(
        reference,
        operation,
        account,
        domain,
        period,
        believedExpiry,
        code,
        theirs,
        nameservers,
        fields,
        transferLock,
        renewalMode,
        privacy,
        idnLanguage,
        acceptPrice,
        claimsAcceptance,
        wish,
        confirmed,
        hold,
        metadata,
        digest);
  }

  /** Null for a transfer that was ordered without. */
  public Contact registrant() {
    return contacts.get(ContactRole.REGISTRANT);
  }
}
