package io.domainflow.lineprotocol;

import io.domainflow.account.Platform;
import io.domainflow.registrar.command.Command;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The translations of our commands for one platform. */
public final class Codecs {

  private final Platform platform;
  private final Map<Class<?>, Codec<?, ?>> byCommand;

  /**
   * Collects the codecs of a platform.
   *
   * @throws IllegalStateException if two are for the same command
   */
  public Codecs(Platform platform, List<Codec<?, ?>> codecs) {
    this.platform = platform;
    this.byCommand = codecs.stream().collect(Collectors.toMap(Codec::command, Function.identity()));
  }

  /** The commands with a codec. */
  public Set<Class<?>> commands() {
    return byCommand.keySet();
  }

  /** All of them, by the class of their command. */
  public Map<Class<?>, Codec<?, ?>> all() {
    return byCommand;
  }

  /**
   * Translates a command.
   *
   * @throws IllegalStateException if the platform has no such command
   */
  // A codec is registered under the class of its command, and the command determines the result.
  @SuppressWarnings("unchecked")
  public <R> EncodedCommand<R> encode(Command<R> command) {
    Codec<?, ?> codec = byCommand.get(command.getClass());
    if (codec == null) {
      throw new IllegalStateException(platform.title() + " has no command for " + command.name());
    }
    return new EncodedCommand<>(command, (Codec<Command<R>, R>) codec);
  }
}
