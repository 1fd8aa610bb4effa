package io.domainflow.process;

import java.util.Set;

/**
 * Which variables a process may have. Anything else never reaches the engine's history and is
 * removed after a form, so that personal data cannot stay under a name that nobody anticipated.
 */
public interface DeclaredVariables {

  /** Id of the process, equal to the name of its file. */
  String key();

  /** Every variable of its own. */
  Set<String> variables();

  /** Whether the process may have a variable of this name. */
  default boolean declares(String name) {
    return variables().contains(name);
  }
}
