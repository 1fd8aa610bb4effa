package io.domainflow.sandbox.cnr.tag;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Tag;
import org.springframework.stereotype.Component;

/** Not a mutation in the sense of the ledger, like the other commands for tags. */
@Component
@ConditionalOnSandbox
class CnrAddTag implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.requiring("TYPE", "TAG").optional("DESCRIPTION", "SERVICETYPE");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Tag tag =
        new Tag(
            call.account(),
            Tags.type(call),
            call.required("TAG"),
            call.value("DESCRIPTION").orElse(""));
    if (transaction.find(Table.TAGS, tag.key()).isPresent()) {
      throw new Refusal(Code.NOT_UNIQUE);
    }
    transaction.put(Table.TAGS, tag);
    return Answer.of(Code.COMPLETED);
  }
}
