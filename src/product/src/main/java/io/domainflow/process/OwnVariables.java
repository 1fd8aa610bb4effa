package io.domainflow.process;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the variables of a process: each is created here, so that the list is complete. */
public final class OwnVariables {

  private final Set<String> names = new LinkedHashSet<>();

  /** A yes or no. */
  public Variable<Boolean> flag(String name) {
    return variable(name, Boolean.class);
  }

  public Variable<String> text(String name) {
    return variable(name, String.class);
  }

  public Variable<Integer> number(String name) {
    return variable(name, Integer.class);
  }

  /** An amount, such as an amount of money in a known currency. */
  public Variable<Double> amount(String name) {
    return variable(name, Double.class);
  }

  /** A point in time, such as one that a timer waits for. */
  public Variable<Instant> time(String name) {
    return variable(name, Instant.class);
  }

  private <T> Variable<T> variable(String name, Class<T> type) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("the variable " + name + " exists already");
    }
    return new Variable<>(name, type);
  }

  /** The names of all of them. */
  public Set<String> names() {
    return Set.copyOf(names);
  }

  /** These names and one more, which other processes share. */
  public Set<String> namesAnd(String shared) {
    Set<String> all = new LinkedHashSet<>(names);
    all.add(shared);
    return Set.copyOf(all);
  }
}
