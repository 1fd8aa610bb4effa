package io.domainflow.process;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * A variable of a process: its name in the model and what it holds. A point in time is an {@link
 * Instant} here and a {@code Date} in the engine, where timers read it.
 */
public final class Variable<T> {

  private final String name;
  private final Class<T> type;

  Variable(String name, Class<T> type) {
    this.name = name;
    this.type = type;
  }

  /** Its name in the model. */
  public String name() {
    return name;
  }

  /**
   * What it holds; null if it is not there.
   *
   * @throws ClassCastException if somebody has put something else there
   */
  public @Nullable T of(VariableScope variables) {
    return cast(variables.getVariable(name));
  }

  /** What it holds among facts, or among what a table decides; null if it is not there. */
  public @Nullable T in(Map<String, Object> values) {
    return cast(values.get(name));
  }

  /** What a value that was read elsewhere means. */
  public @Nullable T cast(@Nullable Object value) {
    return type.cast(value instanceof Date date ? date.toInstant() : value);
  }

  /** Has it hold this. */
  public void set(VariableScope variables, @Nullable T value) {
    variables.setVariable(name, stored(value));
  }

  /** What the engine stores. */
  @Nullable Object stored(@Nullable T value) {
    return value instanceof Instant time ? Date.from(time) : value;
  }

  @Override
  public String toString() {
    return name;
  }
}
