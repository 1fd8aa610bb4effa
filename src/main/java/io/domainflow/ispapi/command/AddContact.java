package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.Contact;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stores a contact and gets a handle for it. The registrar uses an identical contact of the account
 * again unless told not to with {@code NEW=1}, which this command never does; that is why it may be
 * sent twice.
 *
 * @param contact contact data, not a handle
 */
public record AddContact(Contact contact) implements Repeatable<AddContact.Result> {

  /**
   * Puts the command together.
   *
   * @throws IllegalArgumentException if the contact is a handle
   */
  public AddContact {
    if (contact.isHandle()) {
      throw new IllegalArgumentException("A contact that has a handle cannot be added.");
    }
  }

  /**
   * The answer.
   *
   * @param handle handle of the contact; null if the registrar does not state it
   * @param created made by this very command; false for one that was there before, and while the
   *     registrar does not say
   */
  public record Result(String handle, boolean created) {}

  @Override
  public String name() {
    return "AddContact";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    ContactParameters.putData(parameters, "", contact);
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(response.first("CONTACT").orElse(null), response.flag("NEW").orElse(false));
  }
}
