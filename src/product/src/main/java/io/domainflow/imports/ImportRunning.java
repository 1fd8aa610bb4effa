package io.domainflow.imports;

import java.util.UUID;

/** Thrown if an import of the account is already running. */
public class ImportRunning extends RuntimeException {

  private final UUID id;

  ImportRunning(UUID id) {
    super("an import of this account is running already");
    this.id = id;
  }

  /** The id of the running import. */
  public UUID id() {
    return id;
  }
}
