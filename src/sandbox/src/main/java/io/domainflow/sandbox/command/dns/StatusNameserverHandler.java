package io.domainflow.sandbox.command.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Host;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StatusNameserverHandler implements CommandHandler {

  private final Zones zones;

  StatusNameserverHandler(Zones zones) {
    this.zones = zones;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Host host = Hosts.own(call, transaction);
    return Answer.of(Code.COMPLETED)
        .with("CREATEDBY", "SYSTEM")
        .with("CREATEDDATE", RegistrarDate.of(host.createdAt()))
        .with("DOMAIN", host.domain())
        .with("HOST", host.name())
        .with("IPADDRESS", host.addresses())
        .with("PEERUSER", "")
        .with("REGISTRAR", "SYSTEM")
        .with("REPOSITORY", zones.repository(host.domain(), transaction))
        .with("STATUS", "ACTIVE")
        .with("UPDATEDBY", "SYSTEM")
        .with("UPDATEDDATE", RegistrarDate.of(host.updatedAt()))
        .with("USER", call.account());
  }
}
