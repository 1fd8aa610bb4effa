package io.domainflow.sandbox.command.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Host;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.WireCall;
import io.domainflow.sandbox.wire.WireDate;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StatusNameserverHandler implements CommandHandler {

  private final Zones zones;

  StatusNameserverHandler(Zones zones) {
    this.zones = zones;
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    Host host = Hosts.own(call, transaction);
    return Answer.of(Code.COMPLETED)
        .with("CREATEDBY", "SYSTEM")
        .with("CREATEDDATE", WireDate.of(host.createdAt()))
        .with("DOMAIN", host.domain())
        .with("HOST", host.name())
        .with("IPADDRESS", host.addresses())
        .with("PEERUSER", "")
        .with("REGISTRAR", "SYSTEM")
        .with("REPOSITORY", zones.repository(host.domain(), transaction))
        .with("STATUS", "ACTIVE")
        .with("UPDATEDBY", "SYSTEM")
        .with("UPDATEDDATE", WireDate.of(host.updatedAt()))
        .with("USER", call.account());
  }
}
