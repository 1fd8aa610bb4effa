package io.domainflow.process;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** The variables that a process has of its own: each is made here, so that the list is whole. */
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

  /** An amount, such as of money in a currency that is known. */
  public Variable<Double> amount(String name) {
    return variable(name, Double.class);
  }

  /** A point in time, such as one that a timer waits for. */
  public Variable<Instant> time(String name) {
    return variable(name, Instant.class);
  }

  private <T> Variable<T> variable(String name, Class<T> type) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("the variable " + name + " is there already");
    }
    return new Variable<>(name, type);
  }

  /** The names of all of them. */
  public Set<String> names() {
    return Set.copyOf(names);
  }

  /** The same with one more, which others have, too. */
  public Set<String> namesAnd(String shared) {
    Set<String> all = new LinkedHashSet<>(names);
    all.add(shared);
    return Set.copyOf(all);
  }
}
