package io.domainflow.wire;

import io.domainflow.registrar.command.Command;
import io.domainflow.wire.protocol.ResultCode;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/**
 * One of our commands in the registrar's form.
 *
 * @param <R> type of its result
 */
public final class WireCommand<R> {

  private final Command<R> command;
  private final Wire<Command<R>, R> wire;

  /** Translates a command with this wire. */
  public WireCommand(Command<R> command, Wire<Command<R>, R> wire) {
    this.command = command;
    this.wire = wire;
  }

  /** Our command. */
  public Command<R> command() {
    return command;
  }

  /** The registrar's name of the command, such as {@code AddDomain}. */
  public String name() {
    return wire.name(command);
  }

  /**
   * The parameters in wire form and order, without {@code COMMAND}.
   *
   * @throws IllegalArgumentException if an additional field may not be sent with it
   */
  public Map<String, String> parameters() {
    return wire.parameters(command);
  }

  /**
   * Parses the answer. Call it only for a success, the negative result of a check, or a refusal
   * that means that nothing has to change ({@link #meansAlreadyDone}).
   */
  public R result(WireResponse response) {
    return wire.result(command, response);
  }

  /** Whether an answer belongs to the command. */
  public boolean isAnsweredBy(WireResponse response) {
    return wire.isAnsweredBy(command, response);
  }

  /** Whether a refusal means that the command has nothing to change. */
  public boolean meansAlreadyDone(ResultCode refusal) {
    return wire.meansAlreadyDone(refusal);
  }

  /** The points of the command in the registrar's quota system. */
  public int points() {
    return wire.points(command);
  }
}
