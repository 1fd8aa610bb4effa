package io.domainflow.sandbox.cnr.contact;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Transaction;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrCheckContacts implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.requiring("CONTACT#");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    List<Code> codes =
        call.list("CONTACT").stream()
            .map(handle -> CnrCheckContact.code(handle, transaction))
            .toList();
    Map<String, Function<Code, String>> columns = Listing.columns();
    columns.put("contactcheck", code -> code.number() + " " + code.text());
    return Listing.table(codes, columns);
  }
}
