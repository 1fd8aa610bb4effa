package io.domainflow.sandbox.command.renewal;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
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
class SetDomainRenewalModeHandler implements CommandHandler, Handler.Changing {

  private final Renewals renewals;
  private final Ledger ledger;
  private final Clock clock;

  SetDomainRenewalModeHandler(Renewals renewals, Ledger ledger, Clock clock) {
    this.renewals = renewals;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    RegisteredName name =
        transaction
            .find(Table.NAMES, call.domain())
            .filter(n -> Platform.same(n.account(), call.account()))
            .orElseThrow(() -> unknown(transaction));
    if (!call.account().equals(name.account())) {
      throw new Refusal(Code.AUTHORIZATION_FAILED);
    }
    String mode = call.required("RENEWALMODE");
    if (mode.equals("AUTORENEWMONTHLY")) {
      throw new Refusal(Code.INVALID_VALUE, "RENEWALMODE");
    }
    if (call.period().filter(period -> !period.equals("1Y")).isPresent()) {
      throw new Refusal(Code.INVALID_VALUE, "PERIOD");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    boolean takenBack =
        renewals.setMode(
            name,
            mode.equals("DEFAULT") ? "AUTORENEW" : mode,
            call.isOn("UNRENEW"),
            now,
            transaction);
    Answer answer = Answer.of(Code.COMPLETED).with("UNRENEW", takenBack ? "1" : "0");
    ledger.record(call, command(), name.domain(), BigDecimal.ZERO, now, transaction);
    ledger.log(call, "DOMAIN", name.domain(), "MODIFY", "SUCCESSFUL", answer, now, transaction);
    return answer;
  }

  private static Refusal unknown(Transaction transaction) {
    return Profile.of(transaction) == Profile.A
        ? new Refusal(Code.INVALID_VALUE, "DOMAIN")
        : new Refusal(Code.NOT_FOUND);
  }
}
