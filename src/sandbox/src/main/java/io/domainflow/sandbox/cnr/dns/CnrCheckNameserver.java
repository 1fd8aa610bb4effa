package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.OtherFace;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.WireCall;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "CNR CheckNameserver: 212 if there is no such host, else 213",
    basis = Basis.INFERRED,
    source = "codes of the CentralNic Reseller knowledge base",
    profileB = "210 and 211")
class CnrCheckNameserver implements CnrHandler {

  private final OtherFace other;

  CnrCheckNameserver(OtherFace other) {
    this.other = other;
  }

  @Override
  public String command() {
    return "CheckNameserver";
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("NAMESERVER");
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    Code found = other.carryOut(command(), call, call.parameters(), transaction).code();
    if (Profile.of(transaction) == Profile.A) {
      return Answer.of(found);
    }
    return Answer.of(
        found == Code.NAMESERVER_AVAILABLE ? Code.DOMAIN_AVAILABLE : Code.DOMAIN_NOT_AVAILABLE);
  }
}
