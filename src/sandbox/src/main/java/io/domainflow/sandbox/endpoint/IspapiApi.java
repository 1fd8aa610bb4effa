package io.domainflow.sandbox.endpoint;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.account.Logins;
import io.domainflow.sandbox.command.Commands;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.IspapiReader;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Transaction;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The protocol of HEXONET. */
@Component("sandboxIspapiFace")
@ConditionalOnSandbox
class IspapiApi implements PlatformApi {

  private final Logins logins;
  private final Commands commands;

  IspapiApi(Logins logins, Commands commands) {
    this.logins = logins;
    this.commands = commands;
  }

  @Override
  public Platform platform() {
    return Platform.ISPAPI;
  }

  @Override
  public ReceivedCommand read(byte[] fields, String remote) {
    return IspapiReader.read(fields, remote);
  }

  @Override
  public ReceivedCommand identify(ReceivedCommand call, Transaction transaction) {
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
  public void authorize(ReceivedCommand call, String command, Transaction transaction) {
    logins.authorize(call, command, transaction);
  }

  @Override
  public Optional<Handler> named(String command) {
    return commands.named(command);
  }

  @Override
  public Answer carryOut(Handler handler, ReceivedCommand call, Transaction transaction) {
    return commands.carryOut(handler, call, transaction);
  }

  @Override
  public String toText(Answer answer) {
    return answer.toText();
  }
}
