package io.domainflow.sandbox.cnr.contact;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.state.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrModifyContact implements CnrHandler, Handler.Changing {

  private static final List<String> OF_THE_CHECK = List.of("CHECKONLY", "PREVERIFY", "VALIDATION");

  private final IspapiCommands other;

  CnrModifyContact(IspapiCommands other) {
    this.other = other;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("CONTACT").optional(CnrContacts.DATA).optional(OF_THE_CHECK);
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    CnrContacts.checkStreet(call, transaction);
    if (call.isOn("CHECKONLY")) {
      IspapiCommands.plainly(() -> Contacts.own(call, transaction));
    } else {
      Map<String, String> data = new LinkedHashMap<>(call.parameters());
      data.keySet().removeAll(OF_THE_CHECK);
      other.carryOut(command(), call, data, transaction);
    }
    Answer answer = CnrContacts.checked(call);
    return call.isOn("PREVERIFY") ? answer.saying("Verification requested") : answer;
  }
}
