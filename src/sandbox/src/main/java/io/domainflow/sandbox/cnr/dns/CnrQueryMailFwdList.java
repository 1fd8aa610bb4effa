package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.DnsZone;
import io.domainflow.sandbox.stored.name.MailForward;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryMailFwdList implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DNSZONE").optional("WIDE", "FIRST", "LIMIT");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    DnsZone zone = CnrZones.own(call, transaction);
    List<MailForward> forwards =
        transaction.all(Table.MAIL_FORWARDS).stream()
            .filter(forward -> forward.account().equals(call.account()))
            .filter(forward -> ("." + forward.host() + ".").endsWith("." + zone.name()))
            .toList();
    Map<String, Function<MailForward, String>> columns = Listing.columns();
    columns.put("from", MailForward::from);
    columns.put("to", MailForward::to);
    return Listing.of(call, forwards, columns);
  }
}
