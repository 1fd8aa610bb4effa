package io.domainflow.sandbox.command.log;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.command.renewal.Restores;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryObjectListHandler implements CommandHandler {

  private static final String DELETED = "DELETEDDOMAIN";

  private record Row(String objectClass, RegisteredName name, Instant updated, Instant end) {

    String id() {
      return name.domain();
    }

    String expiration() {
      return RegistrarDate.of(end);
    }
  }

  private final Restores restores;

  QueryObjectListHandler(Restores restores) {
    this.restores = restores;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Set<String> users = Users.inDepth(call, transaction);
    List<Row> rows =
        Stream.concat(names(transaction), deleted(transaction))
            .filter(row -> users.contains(row.name().account()))
            .filter(row -> call.asksFor("OBJECTCLASS", List.of(row.objectClass())))
            .filter(row -> call.asksFor("OBJECTID", List.of(row.id())))
            .sorted(order(call.value("ORDERBY").orElse("OBJECTCLASS")))
            .toList();
    Page<Row> page = Page.of(rows, call);
    Answer answer =
        page.answer()
            .with("OBJECTCLASS", page.column(Row::objectClass))
            .with("OBJECTID", page.column(Row::id))
            .with("CREATEDDATE", page.column(row -> RegistrarDate.of(row.name().createdAt())))
            .with("UPDATEDDATE", page.column(row -> RegistrarDate.of(row.updated())));
    if (!deletedOnly(call) || Profile.of(transaction) == Profile.A) {
      answer.with("EXPIRATIONDATE", page.column(Row::expiration));
    }
    return call.isOn("WIDE") ? withUsers(answer, page, transaction) : answer;
  }

  private static Stream<Row> names(Transaction transaction) {
    return transaction.all(Table.NAMES).stream()
        .filter(name -> name.account() != null)
        .map(name -> new Row("DOMAIN", name, name.createdAt(), name.expiresAt()));
  }

  private Stream<Row> deleted(Transaction transaction) {
    return transaction.all(Table.DELETED).stream()
        .filter(deleted -> restores.isListed(deleted, transaction))
        .map(
            deleted ->
                new Row(DELETED, deleted.name(), deleted.deletedAt(), deleted.restorableUntil()));
  }

  private static boolean deletedOnly(ReceivedCommand call) {
    return call.value("OBJECTCLASS").filter(DELETED::equalsIgnoreCase).isPresent();
  }

  private static Answer withUsers(Answer answer, Page<Row> page, Transaction transaction) {
    return answer
        .with("PARENTUSER", page.column(row -> parent(row, transaction)))
        .with("PEERUSER", page.column(row -> ""))
        .with("USER", page.column(row -> row.name().account()));
  }

  private static String parent(Row row, Transaction transaction) {
    return Users.parent(row.name().accountOrThrow(), transaction).orElse("");
  }

  private static Comparator<Row> order(String text) {
    boolean descending = text.endsWith("DESC");
    Function<Row, String> by =
        switch (descending ? text.substring(0, text.length() - "DESC".length()) : text) {
          case "OBJECTID" -> Row::id;
          case "EXPIRATIONDATE" -> Row::expiration;
          default -> Row::objectClass;
        };
    Comparator<Row> ascending =
        Comparator.comparing(by).thenComparing(Row::id).thenComparing(Row::objectClass);
    return descending ? ascending.reversed() : ascending;
  }
}
