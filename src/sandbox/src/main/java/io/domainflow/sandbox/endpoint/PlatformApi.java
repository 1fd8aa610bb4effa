package io.domainflow.sandbox.endpoint;

import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Transaction;
import java.util.Optional;

/** The protocol of a platform: how a call is read, carried out and answered. */
interface PlatformApi {

  Platform platform();

  /**
   * Reads a call.
   *
   * @param fields the form, from the body or the URL
   * @throws Refusal if it cannot be understood
   */
  ReceivedCommand read(byte[] fields, String remote);

  /**
   * Finds the caller.
   *
   * @throws Refusal if there is no such caller on this platform
   */
  ReceivedCommand identify(ReceivedCommand call, Transaction transaction);

  /**
   * Checks that the caller may use a command.
   *
   * @throws Refusal if not
   */
  void authorize(ReceivedCommand call, String command, Transaction transaction);

  /** The command with a name, in upper or lower case. */
  Optional<Handler> named(String command);

  /**
   * Checks a call's parameters, and carries it out.
   *
   * @throws Refusal if it fails
   */
  Answer carryOut(Handler handler, ReceivedCommand call, Transaction transaction);

  /** The answer as it goes over the text. */
  String toText(Answer answer);
}
