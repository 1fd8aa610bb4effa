package io.domainflow.registrar.command;

import io.domainflow.model.Contact;
import org.jspecify.annotations.Nullable;

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

  /**
   * The answer.
   *
   * @param handle handle of the contact; null if not stated
   * @param created whether this command created it; false for an existing one, or if not stated
   */
  public record Result(@Nullable String handle, boolean created) {}
}
