package io.domainflow.wire;

import io.domainflow.account.Platform;
import io.domainflow.registrar.command.Command;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The translations of our commands for one platform. */
public final class Wires {

  private final Platform platform;
  private final Map<Class<?>, Wire<?, ?>> byCommand;

  /**
   * Collects the wires of a platform.
   *
   * @throws IllegalStateException if two are for the same command
   */
  public Wires(Platform platform, List<Wire<?, ?>> wires) {
    this.platform = platform;
    this.byCommand = wires.stream().collect(Collectors.toMap(Wire::command, Function.identity()));
  }

  /** The commands with a wire. */
  public Set<Class<?>> commands() {
    return byCommand.keySet();
  }

  /** All of them, by the class of their command. */
  public Map<Class<?>, Wire<?, ?>> all() {
    return byCommand;
  }

  /**
   * Translates a command.
   *
   * @throws IllegalStateException if the platform has no such command
   */
  // A wire is registered under the class of its command, and the command determines the result.
  @SuppressWarnings("unchecked")
  public <R> WireCommand<R> say(Command<R> command) {
    Wire<?, ?> wire = byCommand.get(command.getClass());
    if (wire == null) {
      throw new IllegalStateException(platform.title() + " has no command for " + command.name());
    }
    return new WireCommand<>(command, (Wire<Command<R>, R>) wire);
  }
}
