package io.domainflow.sandbox.cnr.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.command.transfer.Pushes;
import io.domainflow.sandbox.command.transfer.TradeCheck;
import io.domainflow.sandbox.command.transfer.Transfers;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrPushDomain implements CnrHandler, Handler.Changing {

  private static final Map<String, Pattern> TARGETS =
      Map.of(
          "de", Pattern.compile("TRANSIT"),
          "at", Pattern.compile("REGISTRY"),
          "uk", Pattern.compile("[A-Z0-9-]{2,16}"),
          "is", Pattern.compile("[A-Z0-9]+-IS"));

  private final Pushes pushes;
  private final Clock clock;

  CnrPushDomain(Pushes pushes, Clock clock) {
    this.pushes = pushes;
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN", "TARGET").optional("TOKEN");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    RegisteredName name = IspapiCommands.plainly(() -> TradeCheck.name(call, transaction));
    String country = name.domain().substring(name.domain().lastIndexOf('.') + 1);
    Pattern target = TARGETS.get(country);
    if (target == null || !target.matcher(call.required("TARGET")).matches()) {
      throw new Refusal(Code.INVALID_VALUE);
    }
    if (Transfers.running(name.domain(), transaction).isPresent()) {
      throw new Refusal(Code.FAILED);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    pushes.push(name, call.required("TARGET"), call, command(), now, transaction);
    return Answer.of(Code.COMPLETED)
        .with("job id", Long.toString(600_000_000 + transaction.next("job")));
  }
}
