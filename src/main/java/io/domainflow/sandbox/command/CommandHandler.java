package io.domainflow.sandbox.command;

import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;

/** Carries out one command whose parameters are known to be those of the documentation. */
public interface CommandHandler {

  /** The command in the spelling of the documentation. */
  String command();

  /** Whether it changes the registry or costs money. */
  default boolean mutation() {
    return false;
  }

  /**
   * Carries it out.
   *
   * @throws Refusal if it ends otherwise; whatever was changed before is undone
   */
  Answer handle(WireCall call, Transaction transaction);
}
