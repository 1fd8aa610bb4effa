package io.domainflow.registrar.command;

import io.domainflow.model.Contact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data of a contact handle. The auth code is dropped.
 *
 * @param handle such as {@code P-ABC123}
 */
public record ReadContact(String handle) implements Query<ReadContact.Result> {

  /**
   * The answer.
   *
   * @param contact the data, with null for whatever the registrar does not state
   * @param createdAt null if not stated
   */
  public record Result(String handle, Contact contact, @Nullable Instant createdAt) {}
}
