package io.domainflow.sandbox.endpoint;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.account.Logins;
import io.domainflow.sandbox.cnr.CnrAnswers;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.CnrReader;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The protocol of CentralNic Reseller. */
@Component("sandboxCnrFace")
@ConditionalOnSandbox
class CnrApi implements PlatformApi {

  private static final Set<Code> PLAIN =
      Set.of(Code.AUTHORIZATION_FAILED, Code.ADDRESS_NOT_ALLOWED);

  private final Logins logins;
  private final Map<String, CnrHandler> handlers = new HashMap<>();

  CnrApi(Logins logins, List<CnrHandler> handlers) {
    this.logins = logins;
    handlers.forEach(handler -> this.handlers.put(key(handler.command()), handler));
  }

  @Override
  public Platform platform() {
    return Platform.CNR;
  }

  @Override
  public ReceivedCommand read(byte[] fields, String remote) {
    return CnrReader.read(fields, remote);
  }

  @Override
  public ReceivedCommand identify(ReceivedCommand call, Transaction transaction) {
    try {
      return logins.identify(call, transaction);
    } catch (Refusal refusal) {
      Code code = refusal.answer().code();
      throw new Refusal(PLAIN.contains(code) ? code : Code.AUTHENTICATION_FAILED);
    }
  }

  @Override
  public void authorize(ReceivedCommand call, String command, Transaction transaction) {
    try {
      logins.authorize(call, command, transaction);
    } catch (Refusal refusal) {
      throw Profile.of(transaction) == Profile.A ? new Refusal(refusal.answer().code()) : refusal;
    }
  }

  @Override
  public Optional<Handler> named(String command) {
    return Optional.ofNullable(handlers.get(key(command)));
  }

  @Override
  public Answer carryOut(Handler handler, ReceivedCommand call, Transaction transaction) {
    Objects.requireNonNull(handlers.get(key(handler.command())), handler.command())
        .parameters()
        .check(call);
    return handler.handle(call, transaction);
  }

  @Override
  public String toText(Answer answer) {
    return CnrAnswers.toText(answer);
  }

  private static String key(String command) {
    return command.toLowerCase(Locale.ROOT);
  }
}
