package io.domainflow.registrar.command;

/**
 * Deletes a contact. One that a name still uses is refused as {@link
 * io.domainflow.registrar.RefusalReason#VALUE_REFUSED}; one that is gone already is no failure.
 *
 * @param handle such as {@code P-ABC123}
 */
public record DeleteContact(String handle) implements Repeatable<DeleteContact.Result> {

  /**
   * The answer.
   *
   * @param deleted by this very command; false if the contact was no longer there
   */
  public record Result(boolean deleted) {}
}
