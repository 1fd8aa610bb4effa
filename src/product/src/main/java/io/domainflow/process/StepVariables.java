package io.domainflow.process;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a step reports to the model: variables with typed values. */
public final class StepVariables {

  private final Map<String, Object> values = new HashMap<>();

  /** Starts empty. */
  public StepVariables() {}

  /** One variable. */
  public static <A> Map<String, Object> of(Variable<A> a, A valueOfA) {
    return new StepVariables().and(a, valueOfA).map();
  }

  /** Two variables. */
  public static <A, B> Map<String, Object> of(
      Variable<A> a, A valueOfA, Variable<B> b, B valueOfB) {
    return new StepVariables().and(a, valueOfA).and(b, valueOfB).map();
  }

  /** Three variables. */
  public static <A, B, C> Map<String, Object> of(
      Variable<A> a, A valueOfA, Variable<B> b, B valueOfB, Variable<C> c, C valueOfC) {
    return new StepVariables().and(a, valueOfA).and(b, valueOfB).and(c, valueOfC).map();
  }

  /** Adds a variable; its value may be null. */
  public <T> StepVariables and(Variable<T> variable, @Nullable T value) {
    values.put(variable.name(), variable.stored(value));
    return this;
  }

  /** Adds all variables of another step. */
  public StepVariables and(Map<String, Object> others) {
    values.putAll(others);
    return this;
  }

  /** The variables by name, for the engine. */
  public Map<String, Object> map() {
    return values;
  }
}
