package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Puts other contacts in the place of those a name has. With a new registrant the registrar may
 * make a change of registrant of it, with mails and a lock, depending on the account's settings:
 * whoever sends it reads {@link StatusDomainTrade} afterwards.
 *
 * @param handles the contact each role gets, such as {@code P-ABC123}; the other roles stay
 * @param additionalFields what the registry wants with the contacts, sent as they are, by {@code X-}
 *     parameter name
 */
public record ReplaceContacts(
    DomainName domain, Map<ContactRole, String> handles, AdditionalFields additionalFields)
    implements Mutation<ReplaceContacts.Result> {

  /**
   * Puts the command together.
   *
   * @throws IllegalArgumentException if no role gets a contact, or an additional field is not an
   *     {@code X-} parameter or is one of the confirmations of a change of registrant
   */
  public ReplaceContacts {
    if (handles.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to change.");
    }
    AdditionalFieldParameters.check(additionalFields, Confirmations.PARAMETERS);
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
  public String name() {
    return "ModifyDomain";
  }

  @Override
  public String object() {
    return domain.ascii();
  }

  @Override
  public boolean costsMoney() {
    return false;
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    handles.forEach((role, handle) -> parameters.put(ContactParameters.key(role), handle));
    parameters.putAll(additionalFields.values());
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    String text = response.detail().isEmpty() ? response.description() : response.detail();
    return new Result(response.pending() || saysThatItWaits(text), text);
  }

  // «trade pending - non-real-time» was seen without the flag.
  private static boolean saysThatItWaits(String text) {
    return text.toLowerCase(Locale.ROOT).contains("pending");
  }
}
