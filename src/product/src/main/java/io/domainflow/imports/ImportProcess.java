package io.domainflow.imports;

import java.util.Optional;
import java.util.UUID;

/** Gives imports access to their processes. */
public interface ImportProcess {

  /** Starts the process, in the caller's transaction. */
  void start(String account, UUID id);

  /** Why the current step has not succeeded so far, for people; empty if nothing is wrong. */
  Optional<String> trouble(String account, UUID id);
}
