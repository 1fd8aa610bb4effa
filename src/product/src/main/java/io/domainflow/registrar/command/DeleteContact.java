package io.domainflow.registrar.command;

/**
 * Deletes a contact. If a name still uses it, this is refused as {@link
 * io.domainflow.registrar.RefusalReason#VALUE_REFUSED}; a missing contact is not a failure.
 *
 * @param handle such as {@code P-ABC123}
 */
public record DeleteContact(String handle) implements Repeatable<DeleteContact.Result> {

  @Override
  public boolean changesName() {
    return false;
  }

  /**
   * The answer.
   *
   * @param deleted whether this command deleted it; false if it did not exist
   */
  public record Result(boolean deleted) {}
}
