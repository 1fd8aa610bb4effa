package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Environment;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class SetEnvironmentHandler implements CommandHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  SetEnvironmentHandler(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    for (String flag : List.of("PARENTONLYREADABLE", "PARENTONLYWRITABLE")) {
      if (call.value(flag).filter("YES"::equals).isPresent()) {
        throw new Refusal(Code.FAILED, flag + " is not offered by the sandbox");
      }
    }
    String account = Users.subject(call, transaction);
    for (int i = 0; call.value("ENVIRONMENTNAME" + i).isPresent(); i++) {
      String area = call.value("ENVIRONMENTKEY" + i).orElse("");
      String name = call.required("ENVIRONMENTNAME" + i);
      Optional<String> value = call.value("ENVIRONMENTVALUE" + i);
      if (value.isPresent()) {
        Environments.set(
            new Environment(account, area, name, value.get(), call.isOn("PRIVATE" + i)),
            transaction);
      } else {
        Environments.remove(account, area, name, transaction);
      }
    }
    ledger.record(call, command(), null, BigDecimal.ZERO, clock.instant(), transaction);
    return Answer.of(Code.COMPLETED);
  }
}
