package io.domainflow.sandbox.cnr.contact;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import java.util.Locale;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrCheckContact implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.requiring("CONTACT");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    return Answer.of(code(call.required("CONTACT"), transaction));
  }

  /** The code that answers a check of a handle. */
  static Code code(String handle, Transaction transaction) {
    return transaction.find(Table.CONTACTS, handle.toUpperCase(Locale.ROOT)).isPresent()
        ? Code.CONTACT_NOT_AVAILABLE
        : Code.CONTACT_AVAILABLE;
  }
}
