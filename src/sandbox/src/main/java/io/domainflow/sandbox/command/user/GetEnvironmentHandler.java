package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class GetEnvironmentHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    List<String> values = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<String> parentOnly = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    for (int i = 0; call.value("ENVIRONMENTNAME" + i).isPresent(); i++) {
      String area = call.value("ENVIRONMENTKEY" + i).orElse("");
      String name = call.required("ENVIRONMENTNAME" + i);
      Optional<Environment> setting = find(call, i, area, name, transaction);
      boolean ofSubUser = call.value("SUBUSER" + i).isPresent();
      values.add(setting.map(Environment::value).orElse(""));
      parentOnly.add(setting.filter(found -> ofSubUser).map(found -> "no").orElse(""));
      hidden.add(setting.map(found -> found.hidden() ? "1" : "0").orElse(""));
      if (setting.isEmpty()) {
        missing.add(area + "/" + name);
      }
    }
    return Answer.of(Code.COMPLETED)
        .with("ENVIRONMENTVALUE", values)
        .with("MISSING", missing)
        .with("PARENT_ONLY_READABLE", parentOnly)
        .with("PARENT_ONLY_WRITABLE", parentOnly)
        .with("PRIVATE", hidden);
  }

  private static Optional<Environment> find(
      ReceivedCommand call, int number, String area, String name, Transaction transaction) {
    String subUser = "SUBUSER" + number;
    String useParent = "USEPARENT" + number;
    if (call.value(subUser).isPresent()) {
      if (call.isOn(useParent)) {
        throw new Refusal(Code.INVALID_VALUE, useParent);
      }
      String user = call.required(subUser);
      if (!Users.isWithin(call.account(), user, transaction)) {
        throw new Refusal(Code.NOT_FOUND, subUser);
      }
      return Environments.find(user, area, name, transaction);
    }
    Optional<Environment> own = Environments.find(call.account(), area, name, transaction);
    if (own.isPresent() || !call.isOn(useParent)) {
      return own;
    }
    int levels = call.value("LEVEL" + number).map(Integer::parseInt).orElse(Integer.MAX_VALUE);
    return above(call.account(), levels, area, name, transaction);
  }

  private static Optional<Environment> above(
      String account, int levels, String area, String name, Transaction transaction) {
    Optional<String> parent = Users.parent(account, transaction).filter(user -> levels > 0);
    return parent
        .flatMap(user -> Environments.find(user, area, name, transaction))
        .filter(setting -> !setting.hidden())
        .or(() -> parent.flatMap(user -> above(user, levels - 1, area, name, transaction)));
  }
}
