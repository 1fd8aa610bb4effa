package io.domainflow.sandbox.command.transfer;

import io.domainflow.model.DomainName;
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
class QueryTransferListHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Predicate<Instant> time = call.between("CREATEDDATE");
    List<UnderWay> transfers =
        UnderWay.of(Users.inDepth(call, transaction), transaction).stream()
            .filter(row -> row.direction().equals("IN"))
            .filter(row -> time.test(row.createdAt()))
            .filter(row -> call.asksFor("DOMAIN", List.of(row.domain())))
            .sorted(UnderWay.order(call.value("ORDERBY").orElse("DOMAIN")))
            .toList();
    Page<UnderWay> page = Page.of(transfers, call);
    return put(page.answer(), page, transaction);
  }

  /** Adds the columns of every list of transfers. */
  static Answer put(Answer answer, Page<UnderWay> page, Transaction transaction) {
    return answer
        .with("CREATEDDATE", page.column(UnderWay::created))
        .with("DOMAIN", page.column(UnderWay::domain))
        .with("DOMAINUMLAUT", page.column(row -> DomainName.of(row.domain()).unicode()))
        .with("PARENTUSER", page.column(row -> Users.parent(row.user(), transaction).orElse("")))
        .with("PEERUSER", page.column(row -> ""))
        .with("USER", page.column(UnderWay::user));
  }
}
