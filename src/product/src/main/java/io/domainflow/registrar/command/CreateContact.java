package io.domainflow.registrar.command;

import io.domainflow.model.Contact;

/**
 * Creates a contact and returns its handle. The registrar reuses an identical contact of the
 * account, so this is idempotent.
 *
 * @param contact contact data, not a handle
 */
public record CreateContact(Contact contact) implements Repeatable<CreateContact.Result> {

  /**
   * Creates the command.
   *
   * @throws IllegalArgumentException if the contact is a handle
   */
  public CreateContact {
    if (contact.isHandle()) {
      throw new IllegalArgumentException("A contact that has a handle cannot be added.");
    }
  }

  @Override
  public boolean changesName() {
    return false;
  }

  /**
   * The answer.
   *
   * @param handle handle of the contact
   * @param created whether this command created it; false if it already existed, and if the
   *     registrar does not say
   */
  public record Result(String handle, boolean created) {}
}
