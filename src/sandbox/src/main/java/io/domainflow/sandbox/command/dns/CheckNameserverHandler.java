package io.domainflow.sandbox.command.dns;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.WireCall;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "CheckNameserver: 212 for a name server that can be added, 213 for one that is there",
    basis = Basis.DOCUMENTED,
    source = "API/DOMAIN/NAMESERVER/CHECKNAMESERVER.md of the HEXONET API documentation")
class CheckNameserverHandler implements CommandHandler {

  @Override
  public String command() {
    return "CheckNameserver";
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    return Answer.of(
        Hosts.find(Hosts.name(call), transaction).isPresent()
            ? Code.NAMESERVER_NOT_AVAILABLE
            : Code.NAMESERVER_AVAILABLE);
  }
}
