package io.domainflow.sandbox.endpoint;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.account.Logins;
import io.domainflow.sandbox.command.Commands;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import io.domainflow.sandbox.wire.WireReader;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The protocol of HEXONET. */
@Component("sandboxIspapiFace")
@ConditionalOnSandbox
class IspapiFace implements Face {

  private final Logins logins;
  private final Commands commands;

  IspapiFace(Logins logins, Commands commands) {
    this.logins = logins;
    this.commands = commands;
  }

  @Override
  public Platform platform() {
    return Platform.ISPAPI;
  }

  @Override
  public WireCall read(byte[] fields, String remote) {
    return WireReader.read(fields, remote);
  }

  @Override
  public WireCall identify(WireCall call, Transaction transaction) {
    Logins.checkSystem(call, transaction);
    try {
      return logins.identify(call, transaction);
    } catch (Refusal refusal) {
      throw refusal.answer().code() == Code.ADDRESS_NOT_ALLOWED
          ? new Refusal(Code.AUTHENTICATION_FAILED)
          : refusal;
    }
  }

  @Override
  public void authorize(WireCall call, String command, Transaction transaction) {
    logins.authorize(call, command, transaction);
  }

  @Override
  public Optional<Handler> named(String command) {
    return commands.named(command);
  }

  @Override
  public Answer carryOut(Handler handler, WireCall call, Transaction transaction) {
    return commands.carryOut(handler, call, transaction);
  }

  @Override
  public String toWire(Answer answer) {
    return answer.toWire();
  }
}
