package io.domainflow.sandbox.cnr.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.command.transfer.RegistryCodes;
import io.domainflow.sandbox.command.transfer.TradeCheck;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrSetAuthCode implements CnrHandler, Handler.Changing {

  private static final Set<String> ZONES = Set.of("de", "be", "eu", "no");
  private static final Set<String> ACTIONS = Set.of("SET", "DELETE");
  private static final Set<String> TYPES = Set.of("1", "2");

  private final RegistryCodes codes;
  private final Ledger ledger;
  private final Clock clock;

  CnrSetAuthCode(RegistryCodes codes, Ledger ledger, Clock clock) {
    this.codes = codes;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN").optional("AUTH", "ACTION", "TYPE");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    RegisteredName name = IspapiCommands.plainly(() -> TradeCheck.name(call, transaction));
    String zone = name.domain().substring(name.domain().indexOf('.') + 1);
    String action = call.value("ACTION").orElse("SET").toUpperCase(Locale.ROOT);
    String type = call.value("TYPE").orElse("1");
    if (!ACTIONS.contains(action) || !TYPES.contains(type)) {
      throw new Refusal(Code.INVALID_VALUE);
    }
    boolean delete = action.equals("DELETE");
    if (!ZONES.contains(zone) || (delete && type.equals("2"))) {
      throw new Refusal(Code.FAILED);
    }
    boolean mailed = zone.equals("be");
    Instant now = clock.instant();
    if (delete && !mailed) {
      transaction.put(Table.NAMES, name.withAuth(""));
      ledger.record(call, command(), name.domain(), BigDecimal.ZERO, now, transaction);
      return Answer.of(Code.COMPLETED);
    }
    ledger.record(call, command(), name.domain(), BigDecimal.ZERO, now, transaction);
    if (mailed) {
      codes.mail(name, now, transaction);
      return Answer.of(Code.COMPLETED);
    }
    String code = call.value("AUTH").orElseGet(() -> RegistryCodes.fresh(name, now));
    RegistryCodes.issue(name, code, now, transaction);
    return Answer.of(Code.COMPLETED).with("auth", code);
  }
}
