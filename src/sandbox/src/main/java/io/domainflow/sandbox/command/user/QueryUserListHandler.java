package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.SubUser;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryUserListHandler implements CommandHandler {

  private static final List<String> NOT_OFFERED =
      List.of("ACCOUNTVAT", "SCOPE", "USER0", "USERCLASS", "USERDEPTH0", "USERREGEX");

  private record User(String login, String parent, Instant createdAt) {}

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    call.refuse(NOT_OFFERED);
    Comparator<User> order = Comparator.comparing(User::createdAt);
    Predicate<Instant> created = call.between("CREATEDDATE").and(call.between("UPDATEDDATE"));
    List<User> users =
        Users.inDepth(call, Users.subject(call, transaction), "ALL", transaction).stream()
            .map(login -> user(login, transaction))
            .filter(user -> call.value("ACTIVE").filter("0"::equals).isEmpty())
            .filter(user -> created.test(user.createdAt()))
            .sorted(
                call.value("ORDERBY")
                    .map(by -> by.endsWith("DESC") ? order.reversed() : order)
                    .orElse(Comparator.comparing(User::login)))
            .toList();
    Page<User> page = Page.of(users, call);
    return page.answer()
        .with("PARENTUSER", page.column(User::parent))
        .with("USER", page.column(User::login));
  }

  private static User user(String login, Transaction transaction) {
    Optional<SubUser> below = transaction.find(Table.SUBUSERS, login);
    return new User(
        login,
        below.map(SubUser::parent).orElse(""),
        below.map(SubUser::createdAt).orElse(StatusUserHandler.CREATED));
  }
}
