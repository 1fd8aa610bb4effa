package io.domainflow.wire;

import io.domainflow.registrar.command.Command;
import io.domainflow.wire.protocol.ResultCode;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/**
 * One of our commands as the registrar takes it.
 *
 * @param <R> what its answer says
 */
public final class WireCommand<R> {

  private final Command<R> command;
  private final Wire<Command<R>, R> wire;

  /** Says a command in this way. */
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
   * @throws IllegalArgumentException if an additional field is none that may be sent with it
   */
  public Map<String, String> parameters() {
    return wire.parameters(command);
  }

  /**
   * Reads the answer. To be asked only for an answer that is a success, the negative result of a
   * check, or a refusal that says that nothing needs to change ({@link #isAlreadySo}).
   */
  public R result(WireResponse response) {
    return wire.result(command, response);
  }

  /** Whether an answer is about what was asked. */
  public boolean isAnsweredBy(WireResponse response) {
    return wire.isAnsweredBy(command, response);
  }

  /** Whether a refusal says that the command has nothing left to change. */
  public boolean isAlreadySo(ResultCode refusal) {
    return wire.isAlreadySo(refusal);
  }

  /** What the command counts in the registrar's quota system. */
  public int points() {
    return wire.points(command);
  }
}
