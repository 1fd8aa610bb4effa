package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.WireCall;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "CNR CheckDNSZone: 210 if there is no such zone yet",
    basis = Basis.DOCUMENTED,
    source = "rtldev-middleware Blesta CNR 5.0.1, which waits for it")
@Behaviour(value = "CNR CheckDNSZone: 211 if there is one", basis = Basis.INVENTED)
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
  public Answer handle(WireCall call, Transaction transaction) {
    return Answer.of(
        CnrZones.find(CnrZones.name(call), transaction).isPresent()
            ? Code.DOMAIN_NOT_AVAILABLE
            : Code.DOMAIN_AVAILABLE);
  }
}
