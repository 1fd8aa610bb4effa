package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class DenicCreateAuthInfo1Handler implements CommandHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  DenicCreateAuthInfo1Handler(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String command() {
    return "DENIC_CreateAuthInfo1";
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    RegisteredName name = DenicCodes.ofDenic(TradeCheck.name(call, transaction));
    if (name.onHold()) {
      throw new Refusal(Code.STATUS_FORBIDS);
    }
    Instant end =
        call.value(DenicCodes.END)
            .map(text -> RegistrarDate.parse(DenicCodes.END, text))
            .orElse(now.plus(RegistryCodes.GOOD_FOR))
            .truncatedTo(ChronoUnit.DAYS);
    if (!end.isAfter(now)) {
      throw new Refusal(Code.INVALID_VALUE, DenicCodes.END);
    }
    String code = call.value("AUTH").orElseGet(() -> RegistryCodes.fresh(name, now));
    transaction.put(Table.NAMES, name.withAuth(code, end, false));
    ledger.record(call, command(), name.domain(), BigDecimal.ZERO, now, transaction);
    return Answer.of(Code.COMPLETED)
        .with("AUTH", code)
        .with("STATUS", name.status())
        .with(DenicCodes.END, DenicCodes.day(end));
  }
}
