package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.dns.Hosts;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Host;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrStatusNameserver implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.requiring("NAMESERVER");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Host host = IspapiCommands.plainly(() -> Hosts.own(call, transaction));
    String login = Platform.login(call.account());
    return Answer.of(Code.COMPLETED)
        .with("created by", login)
        .with("created date", CnrDate.of(host.createdAt()))
        .with("ipaddress", host.addresses())
        .with("nameserver", host.name())
        .with("registrar", login)
        .with("status", "ACTIVE")
        .with("updated by", login)
        .with("updated date", CnrDate.of(host.updatedAt()));
  }
}
