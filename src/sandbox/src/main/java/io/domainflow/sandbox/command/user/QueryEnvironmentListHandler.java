package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Environment;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryEnvironmentListHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    List<Environment> all = Environments.of(Users.subject(call, transaction), transaction);
    if (call.value("ENVIRONMENTKEY").isEmpty()) {
      Page<String> keys = Page.of(all.stream().map(Environment::area).distinct().toList(), call);
      return keys.answer().without("LIMIT").with("ENVIRONMENTKEY", keys.rows());
    }
    String wanted = call.required("ENVIRONMENTKEY");
    boolean prefix = call.value("MATCHMODE").filter("PREFIX"::equals).isPresent();
    Page<Environment> page =
        Page.of(
            all.stream()
                .filter(
                    setting ->
                        prefix ? setting.area().startsWith(wanted) : setting.area().equals(wanted))
                .toList(),
            call);
    Answer answer =
        page.answer()
            .without("LIMIT")
            .with("ENVIRONMENTKEY", page.column(Environment::area))
            .with("ENVIRONMENTNAME", page.column(Environment::name))
            .with("ENVIRONMENTVALUE", page.column(Environment::value))
            .with("PRIVATE", page.column(setting -> setting.hidden() ? "1" : "0"));
    if (call.value("SUBUSER").isPresent()) {
      answer
          .with("PARENT_ONLY_READABLE", page.column(setting -> "no"))
          .with("PARENT_ONLY_WRITABLE", page.column(setting -> "no"));
    }
    return answer;
  }
}
