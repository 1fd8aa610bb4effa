package io.domainflow.registrar.command;

import io.domainflow.model.Contact;
import org.jspecify.annotations.Nullable;

/**
 * Stores a contact and gets a handle for it. The registrar uses an identical contact of the account
 * again, so that this may be sent twice.
 *
 * @param contact contact data, not a handle
 */
public record CreateContact(Contact contact) implements Repeatable<CreateContact.Result> {

  /**
   * Puts the command together.
   *
   * @throws IllegalArgumentException if the contact is a handle
   */
  public CreateContact {
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
  public record Result(@Nullable String handle, boolean created) {}
}
