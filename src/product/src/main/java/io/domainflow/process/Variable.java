package io.domainflow.process;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * A variable of a process: its name in the model and its type. A point in time is an {@link
 * Instant} here and a {@code Date} in the engine, where timers read it.
 */
public final class Variable<T> {

  private final String name;
  private final Class<T> type;

  Variable(String name, Class<T> type) {
    this.name = name;
    this.type = type;
  }

  /** The variable's name in the model. */
  public String name() {
    return name;
  }

  /**
   * The variable's value; null if it is not set.
   *
   * @throws ClassCastException if it was set to another type
   */
  public @Nullable T of(VariableScope variables) {
    return cast(variables.getVariable(name));
  }

  /**
   * The variable's value in a map of variables, or in the result of a decision table; null if it is
   * missing.
   */
  public @Nullable T in(Map<String, Object> values) {
    return cast(values.get(name));
  }

  /** Converts a value that was read elsewhere. */
  public @Nullable T cast(@Nullable Object value) {
    return type.cast(value instanceof Date date ? date.toInstant() : value);
  }

  /** Sets the variable. */
  public void set(VariableScope variables, @Nullable T value) {
    variables.setVariable(name, stored(value));
  }

  /** The value as the engine stores it. */
  @Nullable Object stored(@Nullable T value) {
    return value instanceof Instant time ? Date.from(time) : value;
  }

  @Override
  public String toString() {
    return name;
  }
}
