package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.Commands;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Transaction;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Carries out commands of CentralNic Reseller through those of HEXONET, because both share one
 * registry.
 */
@Component("sandboxIspapiCommands")
@ConditionalOnSandbox
public class IspapiCommands {

  /** Codes that name the parameter concerned. */
  private static final Set<Code> SYNTAX =
      Set.of(Code.INVALID_ATTRIBUTE, Code.MISSING_ATTRIBUTE, Code.INVALID_SYNTAX);

  private final Commands commands;

  IspapiCommands(Commands commands) {
    this.commands = commands;
  }

  /**
   * Carries out a command, by its name and parameters at HEXONET.
   *
   * @return its answer, with HEXONET's properties
   * @throws Refusal if it fails, without HEXONET's text
   */
  public Answer carryOut(
      String command,
      ReceivedCommand call,
      Map<String, String> parameters,
      Transaction transaction) {
    ReceivedCommand translated =
        new ReceivedCommand(call.credentials(), call.account(), command, parameters, call.remote());
    return plainly(
        () -> commands.carryOut(commands.named(command).orElseThrow(), translated, transaction));
  }

  /** Runs work whose refusals say more than CentralNic Reseller's would. */
  public static <T> T plainly(Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      Code code = refusal.answer().code();
      throw SYNTAX.contains(code) ? refusal : new Refusal(code);
    }
  }
}
