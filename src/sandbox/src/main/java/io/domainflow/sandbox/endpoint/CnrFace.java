package io.domainflow.sandbox.endpoint;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.account.Logins;
import io.domainflow.sandbox.cnr.CnrAnswers;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.CnrReader;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
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
class CnrFace implements Face {

  private static final Set<Code> PLAIN =
      Set.of(Code.AUTHORIZATION_FAILED, Code.ADDRESS_NOT_ALLOWED);

  private final Logins logins;
  private final Map<String, CnrHandler> handlers = new HashMap<>();

  CnrFace(Logins logins, List<CnrHandler> handlers) {
    this.logins = logins;
    handlers.forEach(handler -> this.handlers.put(key(handler.command()), handler));
  }

  @Override
  public Platform platform() {
    return Platform.CNR;
  }

  @Override
  public WireCall read(byte[] fields, String remote) {
    return CnrReader.read(fields, remote);
  }

  @Override
  public WireCall identify(WireCall call, Transaction transaction) {
    try {
      return logins.identify(call, transaction);
    } catch (Refusal refusal) {
      Code code = refusal.answer().code();
      throw new Refusal(PLAIN.contains(code) ? code : Code.AUTHENTICATION_FAILED);
    }
  }

  @Override
  public void authorize(WireCall call, String command, Transaction transaction) {
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
  public Answer carryOut(Handler handler, WireCall call, Transaction transaction) {
    Objects.requireNonNull(handlers.get(key(handler.command())), handler.command())
        .parameters()
        .check(call);
    return handler.handle(call, transaction);
  }

  @Override
  public String toWire(Answer answer) {
    return CnrAnswers.toWire(answer);
  }

  private static String key(String command) {
    return command.toLowerCase(Locale.ROOT);
  }
}
