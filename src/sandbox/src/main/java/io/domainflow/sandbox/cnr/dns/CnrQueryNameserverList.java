package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.dns.Hosts;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Wildcard;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Host;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryNameserverList implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.none().optional("NAMESERVER", "PARENTDOMAIN", "WIDE", "FIRST", "LIMIT");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    List<Host> hosts =
        Hosts.of(call.account(), transaction).stream()
            .filter(host -> fits(call, "NAMESERVER", host.name()))
            .filter(host -> fits(call, "PARENTDOMAIN", host.domain()))
            .toList();
    Map<String, Function<Host, String>> columns = Listing.columns();
    columns.put("nameserver", Host::name);
    if (call.isOn("WIDE")) {
      columns.put("ipaddresses", host -> String.join(", ", host.addresses()));
    }
    return Listing.of(call, hosts, columns);
  }

  private static boolean fits(ReceivedCommand call, String filter, String text) {
    return Wildcard.matches(call.value(filter).orElse("*"), text);
  }
}
