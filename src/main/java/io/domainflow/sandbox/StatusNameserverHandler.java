package io.domainflow.sandbox;

import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "StatusNameserver: properties; unknown is 545, below a name in another account 531",
    basis = Basis.DOCUMENTED,
    source = "API/DOMAIN/NAMESERVER/STATUSNAMESERVER.md of the HEXONET API documentation")
class StatusNameserverHandler implements CommandHandler {

  private final Zones zones;

  StatusNameserverHandler(Zones zones) {
    this.zones = zones;
  }

  @Override
  public String command() {
    return "StatusNameserver";
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
