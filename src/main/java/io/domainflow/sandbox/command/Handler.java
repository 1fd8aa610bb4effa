package io.domainflow.sandbox.command;

import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;

/** Carries out one command of a platform. */
public interface Handler {

  /** The command in the spelling of the documentation. */
  String command();

  /** Whether it changes the registry or costs money. */
  default boolean mutation() {
    return false;
  }

  /**
   * Carries it out.
   *
   * @param call with parameters that are known to be those of the command
   * @throws Refusal if it ends otherwise; whatever was changed before is undone
   */
  Answer handle(WireCall call, Transaction transaction);
}
