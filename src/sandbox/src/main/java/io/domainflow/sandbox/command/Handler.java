package io.domainflow.sandbox.command;

import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Transaction;

/** Carries out one command of a platform. */
public interface Handler {

  /**
   * The command in the spelling of the documentation, which the name of the class follows, except
   * for abbreviations in capitals.
   */
  String command();

  /** Whether it changes the registry or costs money. */
  default boolean mutation() {
    return this instanceof Changing;
  }

  /**
   * Carries out the command.
   *
   * @param call the call, with parameters already checked
   * @throws Refusal if it fails; all changes are then undone
   */
  Answer handle(ReceivedCommand call, Transaction transaction);

  /** A command that changes the registry or costs money. */
  interface Changing {}
}
