package io.domainflow.registrar.command;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Puts other contacts in the place of those a name has. With a new registrant the registrar may
 * make a change of registrant of it, with mails and a lock, depending on the account's settings:
 * the step that sends it reads {@link ReadRegistrantChange} afterwards.
 *
 * @param handles the contact each role gets, such as {@code P-ABC123}; the other roles stay
 * @param additionalFields what the registry wants with the contacts, sent as they are, by {@code
 *     X-} parameter name
 */
public record ReplaceContacts(
    DomainName domain, Map<ContactRole, String> handles, AdditionalFields additionalFields)
    implements Mutation<ReplaceContacts.Result> {

  /**
   * Puts the command together.
   *
   * @throws IllegalArgumentException if no role gets a contact
   */
  public ReplaceContacts {
    if (handles.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to change.");
    }
    handles = Collections.unmodifiableMap(new EnumMap<>(handles));
  }

  /**
   * The answer.
   *
   * @param pending not done yet; it may have become a change of registrant that waits for mails
   * @param text what the registrar says of it
   */
  public record Result(boolean pending, String text) {}

  @Override
  public String object() {
    return domain.ascii();
  }

  @Override
  public boolean costsMoney() {
    return false;
  }
}
