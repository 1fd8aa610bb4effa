package io.domainflow.lineprotocol;

import java.util.Objects;
import org.springframework.core.ResolvableType;

/** Our command that a translation is for: the first type argument of its interface. */
public final class CommandType {

  private CommandType() {}

  /**
   * The command.
   *
   * @param of the interface, whose first type parameter is the command
   * @param translation an object of a class that says which command it is
   */
  @SuppressWarnings("unchecked")
  public static <C, T> Class<C> of(Class<T> of, T translation) {
    return (Class<C>)
        Objects.requireNonNull(
            ResolvableType.forClass(of, translation.getClass()).resolveGeneric(0),
            () -> translation.getClass() + " does not say for which command it is");
  }
}
