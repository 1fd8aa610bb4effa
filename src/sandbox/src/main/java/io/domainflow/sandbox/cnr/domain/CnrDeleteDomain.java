package io.domainflow.sandbox.cnr.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Deletions;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrDeleteDomain implements CnrHandler, Handler.Changing {

  private final IspapiCommands other;
  private final Deletions deletions;
  private final Clock clock;

  CnrDeleteDomain(IspapiCommands other, Deletions deletions, Clock clock) {
    this.other = other;
    this.deletions = deletions;
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN").optional("ACTION");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    if (!call.isAnyOr("ACTION", "INSTANT")) {
      throw new Refusal(Code.INVALID_VALUE);
    }
    RegisteredName name = CnrNames.own(call, transaction);
    other.carryOut(command(), call, Map.of("DOMAIN", name.domain()), transaction);
    // At HEXONET it may take an hour.
    if (transaction.find(Table.NAMES, name.domain()).isPresent()) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      deletions.delete(name, now, transaction);
    }
    return Answer.of(Code.COMPLETED);
  }
}
