package io.domainflow.sandbox.endpoint;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
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
@Behaviour(
    value = "CNR: a wrong password and an ended session are 530 «Authentication failed»",
    basis = Basis.RECORDED,
    source = "PHP SDK of Team Internet, recorded answers")
@Behaviour(
    value = "CNR: a login from an address that is not allowed is 535",
    basis = Basis.DOCUMENTED,
    source = "CentralNic Reseller knowledge base, api/return-codes")
@Behaviour(
    value =
        "CNR: a command that the access list forbids is 531 without a detail, like what is in another"
            + " account",
    basis = Basis.INFERRED,
    source = "PHP SDK of Team Internet, recorded answers, whose refusals have none",
    profileB = "531 «Operation forbidden by ACL», as at HEXONET")
@Behaviour(
    value = "CNR: commands are read without regard to case",
    basis = Basis.DOCUMENTED,
    source = "WHMCS RRPproxy 1.7.0 and ByteInternet/rrpproxy, which spell them differently")
@Behaviour(
    value = "CNR: accounts test.user and test.user2, with the passwords they have at HEXONET",
    basis = Basis.DOCUMENTED,
    source = "documentation of DNSControl's provider, which names the first")
@Behaviour(
    value =
        "CNR: a name in an account at HEXONET is at another registrar, and the other way round;"
            + " role users, access lists, usage points, faults and the clock are as for HEXONET",
    basis = Basis.INVENTED)
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
