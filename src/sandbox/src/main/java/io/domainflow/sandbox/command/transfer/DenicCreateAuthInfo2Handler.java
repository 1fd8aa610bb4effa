package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Registration;
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
class DenicCreateAuthInfo2Handler implements CommandHandler, Handler.Changing {

  private static final BigDecimal PRICE = new BigDecimal("10.00");

  private final RegistryCodes codes;
  private final Ledger ledger;
  private final Clock clock;

  DenicCreateAuthInfo2Handler(RegistryCodes codes, Ledger ledger, Clock clock) {
    this.codes = codes;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String command() {
    return "DENIC_CreateAuthInfo2";
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    RegisteredName name =
        transaction
            .find(Table.NAMES, call.domain())
            .map(DenicCodes::ofDenic)
            .orElseThrow(() -> new Refusal(Code.INVALID_VALUE, "DOMAIN"));
    Registration.refuseBeyondCredit(call, PRICE, transaction);
    codes.mail(name, now, transaction);
    ledger.record(call, command(), name.domain(), PRICE, now, transaction);
    return Answer.of(Code.COMPLETED);
  }
}
