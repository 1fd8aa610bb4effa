package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.protocol.Wildcard;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.RoleUser;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryRoleUserListHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Set<String> users = Users.inDepth(call, Users.subject(call, transaction), "SELF", transaction);
    Comparator<RoleUser> order =
        Comparator.comparing(RoleUser::role).thenComparing(RoleUser::account);
    List<RoleUser> roles =
        transaction.all(Table.ROLE_USERS).stream()
            .filter(role -> users.contains(role.account()))
            .filter(role -> Wildcard.matches(call.value("ROLEID").orElse("*"), role.role()))
            .sorted(
                call.value("ORDERBY").filter("ROLEIDDESC"::equals).isPresent()
                    ? order.reversed()
                    : order)
            .toList();
    Page<RoleUser> page = Page.of(roles, call);
    return page.answer()
        .with("CREATEDDATE", page.column(role -> RegistrarDate.of(role.createdAt())))
        .with("DEFAULTPOLICY", page.column(RoleUser::policy))
        .with("DESCRIPTION", page.column(role -> String.join(" ", role.description())))
        .with("ROLEID", page.column(RoleUser::role))
        .with("STATUS", page.column(RoleUser::status))
        .with("UPDATEDDATE", page.column(role -> RegistrarDate.of(role.updatedAt())))
        .with("USER", page.column(RoleUser::account));
  }
}
