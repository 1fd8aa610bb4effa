package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.Commands;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * HEXONET's commands, which carry out those of CentralNic Reseller: the registry behind both is the
 * same.
 */
@Component("sandboxOtherFace")
@ConditionalOnSandbox
@Behaviour(
    value =
        "CNR: a refusal has no detail beyond the words of its code, unless it is for the syntax",
    basis = Basis.RECORDED,
    source = "PHP SDK of Team Internet, recorded answers")
public class OtherFace {

  /** Codes that say which parameter they are about. */
  private static final Set<Code> SYNTAX =
      Set.of(Code.INVALID_ATTRIBUTE, Code.MISSING_ATTRIBUTE, Code.INVALID_SYNTAX);

  private final Commands commands;

  OtherFace(Commands commands) {
    this.commands = commands;
  }

  /**
   * Carries a command out, by its name and parameters at HEXONET.
   *
   * @return its answer, with HEXONET's properties
   * @throws Refusal if it ends otherwise, without the words of HEXONET
   */
  public Answer carryOut(
      String command, WireCall call, Map<String, String> parameters, Transaction transaction) {
    WireCall said =
        new WireCall(call.credentials(), call.account(), command, parameters, call.remote());
    return plainly(
        () -> commands.carryOut(commands.named(command).orElseThrow(), said, transaction));
  }

  /** Does something whose refusals say more than CentralNic Reseller would. */
  public static <T> T plainly(Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      Code code = refusal.answer().code();
      throw SYNTAX.contains(code) ? refusal : new Refusal(code);
    }
  }
}
