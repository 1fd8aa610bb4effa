package io.domainflow.lineprotocol;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.Command;
import java.util.Map;

/**
 * One of our commands in the registrar's form.
 *
 * @param <R> type of its result
 */
public final class EncodedCommand<R> {

  private final Command<R> command;
  private final Codec<Command<R>, R> codec;

  /** Translates a command with this codec. */
  public EncodedCommand(Command<R> command, Codec<Command<R>, R> codec) {
    this.command = command;
    this.codec = codec;
  }

  /** Our command. */
  public Command<R> command() {
    return command;
  }

  /** The registrar's name of the command, such as {@code AddDomain}. */
  public String name() {
    return codec.name(command);
  }

  /**
   * The parameters in the form of the protocol and order, without {@code COMMAND}.
   *
   * @throws IllegalArgumentException if an additional field may not be sent with it
   */
  public Map<String, String> parameters() {
    return codec.parameters(command);
  }

  /**
   * Parses the answer. Call it only for a success, the negative result of a check, or a refusal
   * that means that nothing has to change ({@link #meansAlreadyDone}).
   */
  public R result(RegistrarResponse response) {
    return codec.result(command, response);
  }

  /** Whether an answer belongs to the command. */
  public boolean isAnsweredBy(RegistrarResponse response) {
    return codec.isAnsweredBy(command, response);
  }

  /** Whether a refusal means that the command has nothing to change. */
  public boolean meansAlreadyDone(ResultCode refusal) {
    return codec.meansAlreadyDone(refusal);
  }

  /** The points of the command in the registrar's quota system. */
  public int points() {
    return codec.points(command);
  }
}
