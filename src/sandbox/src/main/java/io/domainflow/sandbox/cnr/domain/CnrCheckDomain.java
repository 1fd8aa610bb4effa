package io.domainflow.sandbox.cnr.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.state.Transaction;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrCheckDomain implements CnrHandler {

  private final Availability availability;
  private final Fees fees;

  CnrCheckDomain(Availability availability, Fees fees) {
    this.availability = availability;
    this.fees = fees;
  }

  @Override
  public Parameters parameters() {
    return Fees.askable(
        Parameters.requiring("DOMAIN").optional("CLTRID", "X-IDN-LANGUAGE", "X-ALLOCATION-TOKEN"));
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Availability.Result finding =
        IspapiCommands.plainly(() -> availability.of(call.domain(), transaction));
    Answer answer =
        Answer.of(
            finding.kind() == Availability.Kind.TAKEN
                ? Code.DOMAIN_NOT_AVAILABLE
                : Code.DOMAIN_AVAILABLE);
    fees.put(answer, List.of(call.domain()), call, transaction);
    return answer;
  }
}
