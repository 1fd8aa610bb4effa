package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Transaction;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrCheckDnsZone implements CnrHandler {

  @Override
  public String command() {
    return "CheckDNSZone";
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DNSZONE");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    return Answer.of(
        CnrZones.find(CnrZones.name(call), transaction).isPresent()
            ? Code.DOMAIN_NOT_AVAILABLE
            : Code.DOMAIN_AVAILABLE);
  }
}
