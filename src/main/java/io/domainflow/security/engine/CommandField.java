package io.domainflow.security.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;

/** What a command of the engine is about: it keeps that in protected fields without getters. */
final class CommandField {

  private CommandField() {}

  /** Reads a field of a command or of what belongs to it. A missing field fails the call. */
  static @Nullable Object field(Object command, String name) {
    return new DirectFieldAccessor(command).getPropertyValue(name);
  }

  /** The same for a field that always has a value of this type. */
  static <T> T field(Object command, String name, Class<T> type) {
    return type.cast(Objects.requireNonNull(field(command, name), name));
  }
}
