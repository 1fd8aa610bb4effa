package io.domainflow.sandbox.command;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds HEXONET's commands by name, in upper or lower case. */
@Component("sandboxCommands")
@ConditionalOnSandbox
public class Commands {

  private final CommandSyntax syntax;
  private final Map<String, CommandHandler> handlers = new HashMap<>();

  Commands(CommandSyntax syntax, List<CommandHandler> handlers) {
    this.syntax = syntax;
    handlers.forEach(handler -> this.handlers.put(key(handler.command()), handler));
  }

  public Optional<Handler> named(String command) {
    return Optional.ofNullable(handlers.get(key(command)));
  }

  /**
   * Checks a call against the command's table of parameters, and carries it out.
   *
   * @throws Refusal if it fails
   */
  public Answer carryOut(Handler handler, ReceivedCommand call, Transaction transaction) {
    return handler.handle(
        syntax.check(handler.command(), call, Profile.of(transaction)), transaction);
  }

  private static String key(String command) {
    return command.toLowerCase(Locale.ROOT);
  }
}
