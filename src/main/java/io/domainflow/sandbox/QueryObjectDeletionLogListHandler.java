package io.domainflow.sandbox;

import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "QueryObjectDeletionLogList: filters, order, paging and columns",
    basis = Basis.DOCUMENTED,
    source = "API/OBJECT/LOG/QUERYOBJECTDELETIONLOGLIST.md of the HEXONET API documentation")
@Behaviour(
    value = "it has the lines of the object log that say DELETE SUCCESSFUL, latest first",
    basis = Basis.INVENTED)
class QueryObjectDeletionLogListHandler implements CommandHandler {

  @Override
  public String command() {
    return "QueryObjectDeletionLogList";
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    return QueryObjectLogListHandler.answer(
        QueryObjectLogListHandler.page(
            call,
            line -> line.type().equals("DELETE") && line.status().equals("SUCCESSFUL"),
            transaction));
  }
}
