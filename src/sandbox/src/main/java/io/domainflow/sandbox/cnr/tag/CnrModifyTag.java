package io.domainflow.sandbox.cnr.tag;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Tag;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrModifyTag implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.requiring("TYPE", "TAG").optional("DESCRIPTION", "SERVICETYPE");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Tag tag = Tags.own(call, transaction);
    transaction.put(
        Table.TAGS,
        new Tag(
            tag.account(),
            tag.type(),
            tag.name(),
            call.value("DESCRIPTION").orElse(tag.description())));
    return Answer.of(Code.COMPLETED);
  }
}
