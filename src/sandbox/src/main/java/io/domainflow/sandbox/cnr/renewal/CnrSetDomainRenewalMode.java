package io.domainflow.sandbox.cnr.renewal;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.command.renewal.Renewals;
import io.domainflow.sandbox.command.transfer.TradeCheck;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrSetDomainRenewalMode implements CnrHandler, Handler.Changing {

  private static final Set<String> EVERYWHERE =
      Set.of(
          "DEFAULT",
          "AUTORENEW",
          "AUTOEXPIRE",
          "AUTODELETE",
          "RENEWONCE",
          "RENEWONCETHENAUTOEXPIRE",
          "RENEWONCETHENAUTODELETE");
  private static final Map<String, Set<String>> OF_ZONES =
      Map.of(
          "AUTORENEWMONTHLY", Set.of("de"),
          "AUTORENEWQUARTERLY", Set.of("nl"),
          "EXPIREAUCTION", Set.of("com", "net", "org", "info", "biz", "tv", "mobi", "me"));

  private final Renewals renewals;
  private final Ledger ledger;
  private final Clock clock;

  CnrSetDomainRenewalMode(Renewals renewals, Ledger ledger, Clock clock) {
    this.renewals = renewals;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN", "RENEWALMODE").optional("TOKEN");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    RegisteredName name = IspapiCommands.plainly(() -> TradeCheck.name(call, transaction));
    String mode = call.required("RENEWALMODE").toUpperCase(Locale.ROOT);
    String zone = name.domain().substring(name.domain().indexOf('.') + 1);
    if (!EVERYWHERE.contains(mode) && !OF_ZONES.getOrDefault(mode, Set.of()).contains(zone)) {
      throw new Refusal(Code.INVALID_VALUE);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    renewals.setMode(name, mode, false, now, transaction);
    ledger.record(call, command(), name.domain(), BigDecimal.ZERO, now, transaction);
    return Answer.of(Code.COMPLETED);
  }
}
