package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class RequestDomainAuthInfoHandler implements CommandHandler, Handler.Changing {

  /** The zone whose codes the registrar can see. */
  private static final String SHOWN = "eu";

  private static final Set<String> ZONES =
      Set.of(
          SHOWN,
          "at",
          "barcelona",
          "be",
          "cat",
          "madrid",
          "no",
          "quebec",
          "scot",
          "sport",
          "swiss");

  private final RegistryCodes codes;
  private final Ledger ledger;
  private final Clock clock;

  RequestDomainAuthInfoHandler(RegistryCodes codes, Ledger ledger, Clock clock) {
    this.codes = codes;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    RegisteredName name = TradeCheck.name(call, transaction);
    String zone = name.domain().substring(name.domain().indexOf('.') + 1);
    if (!ZONES.contains(zone)) {
      throw new Refusal(Code.FAILED);
    }
    if (name.onHold()) {
      throw new Refusal(Code.STATUS_FORBIDS);
    }
    boolean shown = zone.equals(SHOWN);
    boolean profileA = Profile.of(transaction) == Profile.A;
    boolean inForce = name.authUntil() != null && now.isBefore(name.authUntil());
    if (inForce && (shown || profileA)) {
      throw new Refusal(
          Code.NOT_UNIQUE, "The domain name already has a transfer authorisation code");
    }
    String code = RegistryCodes.fresh(name, now);
    if (shown) {
      RegistryCodes.issue(name, code, now, transaction);
    } else {
      codes.mail(name, now, transaction);
    }
    ledger.record(call, command(), name.domain(), BigDecimal.ZERO, now, transaction);
    if (shown && profileA) {
      return Answer.of(Code.COMPLETED).with("DOMAIN", name.domain()).with("AUTH", code);
    }
    return Answer.of(Code.COMPLETED, "action pending")
        .asPending()
        .with("DOMAIN", name.domain())
        .with("STATUS", "PENDING");
  }
}
