package io.domainflow.sandbox.cnr.contact;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.ContactObject;
import java.util.Locale;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrStatusContact implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.requiring("CONTACT").optional("AUTH");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    ContactObject contact = IspapiCommands.plainly(() -> Contacts.own(call, transaction));
    Answer answer = Answer.of(Code.COMPLETED).with("street", CnrContacts.streets(contact));
    CnrContacts.standing(contact).forEach(answer::with);
    CnrContacts.SHOWN.forEach(
        field -> answer.with(field.toLowerCase(Locale.ROOT), CnrContacts.field(contact, field)));
    return answer;
  }
}
