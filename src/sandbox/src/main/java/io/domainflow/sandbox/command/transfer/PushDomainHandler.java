package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
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
class PushDomainHandler implements CommandHandler, Handler.Changing {

  private static final Pattern ANY = Pattern.compile(".+");
  private static final Map<String, Pattern> TARGETS =
      Map.of(
          "de", Pattern.compile("TRANSIT"),
          "at", Pattern.compile("TRANSIT|REGISTRY"),
          "uk", Pattern.compile("[A-Z0-9-]{2,16}"),
          "is", ANY,
          "ve", ANY);

  private final Pushes pushes;
  private final Clock clock;

  PushDomainHandler(Pushes pushes, Clock clock) {
    this.pushes = pushes;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    RegisteredName name = TradeCheck.name(call, transaction);
    String target = call.value("TARGET").orElse("TRANSIT");
    Pattern known = TARGETS.get(name.domain().substring(name.domain().lastIndexOf('.') + 1));
    if (known == null) {
      throw new Refusal(Code.INVALID_VALUE, "DOMAIN");
    }
    if (!known.matcher(target).matches()) {
      throw new Refusal(Code.INVALID_VALUE, "TARGET");
    }
    if (name.onHold() || Transfers.running(name.domain(), transaction).isPresent()) {
      throw new Refusal(Code.STATUS_FORBIDS);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    pushes.push(name, target, call, command(), now, transaction);
    return Answer.of(Code.COMPLETED);
  }
}
