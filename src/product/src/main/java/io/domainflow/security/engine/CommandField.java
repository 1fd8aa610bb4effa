package io.domainflow.security.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Reads what a command of the engine is about, which it keeps in protected fields without getters.
 */
final class CommandField {

  private CommandField() {}

  /** Reads a field of a command or of one of its parts. A missing field fails the call. */
  static @Nullable Object field(Object command, String name) {
    return new DirectFieldAccessor(command).getPropertyValue(name);
  }

  /** The same for a field that always has a value of this type. */
  static <T> T field(Object command, String name, Class<T> type) {
    return type.cast(Objects.requireNonNull(field(command, name), name));
  }
}
