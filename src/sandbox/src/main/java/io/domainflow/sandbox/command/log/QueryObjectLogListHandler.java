package io.domainflow.sandbox.command.log;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.LogEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryObjectLogListHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Page<LogEntry> page = page(call, line -> true, transaction);
    return answer(page)
        .with("OPERATIONSTATUS", page.column(LogEntry::status))
        .with("OPERATIONTYPE", page.column(LogEntry::type));
  }

  /** The lines that a call asks for, among some lines. */
  static Page<LogEntry> page(
      ReceivedCommand call, Predicate<LogEntry> some, Transaction transaction) {
    Set<String> users = Users.inDepth(call, transaction);
    Predicate<Instant> time = call.between("DATE");
    List<LogEntry> lines = new ArrayList<>();
    for (LogEntry line : transaction.all(Table.LOG)) {
      if (users.contains(line.account())
          && some.test(line)
          && call.isAnyOr("OBJECTCLASS", line.objectClass())
          && call.isAnyOr("OBJECTID", line.objectId())
          && call.isAnyOr("OPERATIONTYPE", line.type())
          && call.isAnyOr("OPERATIONSTATUS", line.status())
          && time.test(line.at())) {
        lines.add(line);
      }
    }
    lines.sort(order(call.value("ORDERBY").orElse("LOGDATEDESC")));
    return Page.of(lines, call);
  }

  /** An answer with the columns of every list of log lines. */
  static Answer answer(Page<LogEntry> page) {
    return page.answer()
        .with("LOGDATE", page.column(line -> RegistrarDate.of(line.at())))
        .with("LOGINDEX", page.column(line -> Long.toString(line.index())))
        .with("LOGROLEID", page.column(LogEntry::role))
        .with("LOGUSER", page.column(LogEntry::account))
        .with("OBJECTCLASS", page.column(LogEntry::objectClass))
        .with("OBJECTID", page.column(LogEntry::objectId))
        .with("REFERENCE", page.column(LogEntry::account));
  }

  private static Comparator<LogEntry> order(String text) {
    boolean descending = text.endsWith("DESC");
    Function<LogEntry, String> by =
        switch (descending ? text.substring(0, text.length() - "DESC".length()) : text) {
          case "OBJECTID" -> LogEntry::objectId;
          case "OBJECTCLASS" -> LogEntry::objectClass;
          default -> line -> RegistrarDate.of(line.at());
        };
    Comparator<LogEntry> ascending = Comparator.comparing(by).thenComparing(LogEntry::index);
    return descending ? ascending.reversed() : ascending;
  }
}
