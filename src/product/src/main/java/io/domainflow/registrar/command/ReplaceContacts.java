package io.domainflow.registrar.command;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Replaces the contacts of a name. With a new registrant the registrar may turn it into a change of
 * registrant, with mails and a lock, depending on the account's settings: the calling step reads
 * {@link ReadRegistrantChange} afterwards.
 *
 * @param handles the new contact of each role, such as {@code P-ABC123}; other roles stay unchanged
 * @param additionalFields the additional fields for the contacts, sent unchanged, by {@code X-}
 *     parameter name
 * @param costsMoney whether one of the additional fields buys something
 */
public record ReplaceContacts(
    DomainName domain,
    Map<ContactRole, String> handles,
    AdditionalFields additionalFields,
    boolean costsMoney)
    implements Mutation<ReplaceContacts.Result> {

  /**
   * Creates the command.
   *
   * @throws IllegalArgumentException if there is no contact
   */
  public ReplaceContacts {
    if (handles.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to change.");
    }
    handles = Collections.unmodifiableMap(new EnumMap<>(handles));
  }

  /** Creates a command that buys nothing. */
  public ReplaceContacts(
      DomainName domain, Map<ContactRole, String> handles, AdditionalFields additionalFields) {
    this(domain, handles, additionalFields, false);
  }

  /**
   * The answer.
   *
   * @param pending not executed yet; it may have become a change of registrant that waits for mails
   * @param text the registrar's message
   */
  public record Result(boolean pending, String text) {}

  @Override
  public String object() {
    return domain.ascii();
  }
}
