package io.domainflow.security.engine;

import org.springframework.beans.DirectFieldAccessor;

/** What a command of the engine is about: it keeps that in protected fields without getters. */
final class CommandField {

  private CommandField() {}

  /** Reads a field of a command or of what belongs to it. A missing field fails the call. */
  static Object field(Object command, String name) {
    return new DirectFieldAccessor(command).getPropertyValue(name);
  }
}
