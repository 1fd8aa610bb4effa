package io.domainflow.sandbox;

import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "StatusObjectLog: OPERATIONINFO with [HEADER], [COMMAND] and [RESPONSE]",
    basis = Basis.DOCUMENTED,
    source = "API/OBJECT/LOG/STATUSOBJECTLOG.md of the HEXONET API documentation")
class StatusObjectLogHandler implements CommandHandler {

  @Override
  public String command() {
    return "StatusObjectLog";
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    LogEntry line =
        transaction
            .find(Table.LOG, Stored.numbered(Long.parseLong(call.required("LOGINDEX"))))
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    if (!line.account().equals(call.account())) {
      throw new Refusal(Code.AUTHORIZATION_FAILED);
    }
    return Answer.of(Code.COMPLETED)
        .with("LOGDATE", WireDate.of(line.at()))
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
