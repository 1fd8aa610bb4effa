package io.domainflow.process;

import java.util.Set;

/**
 * Declares which variables a process may have. All others are kept out of the engine's history and
 * removed after a form, so that personal data cannot stay under a name that nobody anticipated.
 */
public interface DeclaredVariables {

  /** Id of the process, equal to the name of its file. */
  String key();

  /** All variables of the process itself. */
  Set<String> variables();

  /** Whether the process may have a variable of this name. */
  default boolean declares(String name) {
    return variables().contains(name);
  }
}
