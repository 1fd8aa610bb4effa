package io.domainflow.sandbox.command.log;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.LogEntry;
import io.domainflow.sandbox.stored.Stored;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StatusObjectLogHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    LogEntry line =
        transaction
            .find(Table.LOG, Stored.numbered(Long.parseLong(call.required("LOGINDEX"))))
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    if (!line.account().equals(call.account())) {
      throw new Refusal(Code.AUTHORIZATION_FAILED);
    }
    return Answer.of(Code.COMPLETED)
        .with("LOGDATE", RegistrarDate.of(line.at()))
        .with("LOGROLEID", line.role())
        .with("LOGSTATUS", "ok")
        .with("LOGUSER", line.account())
        .with("OBJECTCLASS", line.objectClass())
        .with("OBJECTID", line.objectId())
        .with("OPERATIONINFO", line.info())
        .with("OPERATIONSTATUS", line.status())
        .with("OPERATIONTYPE", line.type())
        .with("REFERENCE", line.account());
  }
}
