package io.domainflow.sandbox.cnr.tag;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrDeleteTag implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.requiring("TYPE", "TAG").optional("SERVICETYPE");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    transaction.remove(Table.TAGS, Tags.own(call, transaction).key());
    return Answer.of(Code.COMPLETED);
  }
}
