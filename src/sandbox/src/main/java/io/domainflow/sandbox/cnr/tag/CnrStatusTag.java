package io.domainflow.sandbox.cnr.tag;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Tag;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrStatusTag implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.requiring("TYPE", "TAG").optional("SERVICETYPE");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Tag tag = Tags.own(call, transaction);
    return Answer.of(Code.COMPLETED)
        .with("description", tag.description())
        .with("domain", Tags.names(tag, transaction))
        .with("tag", tag.name())
        .with("type", tag.type());
  }
}
