package io.domainflow.imports;

import java.util.Optional;
import java.util.UUID;

/** The process of an import, as far as the import needs it. */
public interface ImportProcess {

  /** Starts it, in the transaction of the caller. */
  void start(String account, UUID id);

  /** Why the step that it is at has not succeeded so far, for people; empty if nothing is wrong. */
  Optional<String> trouble(String account, UUID id);
}
