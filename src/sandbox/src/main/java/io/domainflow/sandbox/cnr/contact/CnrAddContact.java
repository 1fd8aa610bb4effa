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
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrAddContact implements CnrHandler, Handler.Changing {

  private final IspapiCommands other;

  CnrAddContact(IspapiCommands other) {
    this.other = other;
  }

  @Override
  public Parameters parameters() {
    return Parameters.none()
        .optional(CnrContacts.DATA)
        .optional("NEW", "PREVERIFY", "AUTODELETE", "VALIDATION", "CHECKONLY")
        .optional("X-VERIFICATION-*");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    CnrContacts.checkStreet(call, transaction);
    Map<String, String> data = new LinkedHashMap<>(call.parameters());
    data.keySet()
        .removeIf(
            name ->
                name.startsWith("X-")
                    || name.equals("PREVERIFY")
                    || name.equals("AUTODELETE")
                    || name.equals("VALIDATION")
                    || name.equals("CHECKONLY"));
    Contacts.requireComplete("", Contacts.normalized(data));
    if (call.isOn("CHECKONLY")) {
      return CnrContacts.checked(call);
    }
    String handle = other.carryOut(command(), call, data, transaction).column("CONTACT").get(0);
    return CnrContacts.checked(call).with("contact", handle).with("roid", CnrContacts.roid(handle));
  }
}
