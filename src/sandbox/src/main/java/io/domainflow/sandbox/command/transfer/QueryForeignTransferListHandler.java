package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryForeignTransferListHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Predicate<Instant> time = call.between("CREATEDDATE");
    String target = call.value("TARGET").orElse("ALL");
    List<UnderWay> transfers =
        UnderWay.of(Users.inDepth(call, transaction), transaction).stream()
            .filter(row -> !row.direction().equals("IN"))
            .filter(row -> target.equals("ALL") || target.equals(target(row)))
            .filter(row -> time.test(row.createdAt()))
            .filter(row -> call.asksFor("DOMAIN", List.of(row.domain())))
            .sorted(UnderWay.order(call.value("ORDERBY").orElse("DOMAIN")))
            .toList();
    Page<UnderWay> page = Page.of(transfers, call);
    if (!call.isOn("WIDE")) {
      return page.answer().with("DOMAIN", page.column(UnderWay::domain));
    }
    return QueryTransferListHandler.put(page.answer(), page, transaction)
        .with("NEWREGISTRAR", page.column(UnderWay::newRegistrar))
        .with("OLDREGISTRAR", page.column(UnderWay::oldRegistrar))
        .with("STATUS", page.column(row -> "PENDING"));
  }

  private static String target(UnderWay row) {
    if (row.direction().equals("TRADE")) {
      return "TRADE";
    }
    return row.internal() ? "SUBUSER" : "SELF";
  }
}
