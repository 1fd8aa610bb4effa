package io.domainflow.imports;

import java.util.UUID;

/** An import of the account is running already. */
public class ImportRunning extends RuntimeException {

  private final UUID id;

  ImportRunning(UUID id) {
    super("an import of this account is running already");
    this.id = id;
  }

  /** The one that runs. */
  public UUID id() {
    return id;
  }
}
