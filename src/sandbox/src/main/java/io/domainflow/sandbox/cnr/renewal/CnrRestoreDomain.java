package io.domainflow.sandbox.cnr.renewal;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrRestoreDomain implements CnrHandler, Handler.Changing {

  private final IspapiCommands other;

  CnrRestoreDomain(IspapiCommands other) {
    this.other = other;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN").optional("X-*");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Map<String, String> parameters = new LinkedHashMap<>(Map.of("DOMAIN", call.domain()));
    transaction
        .find(Table.DELETED, call.domain())
        .map(deleted -> deleted.name().subclass())
        .filter(subclass -> transaction.find(Table.PREMIUM_CLASSES, subclass).isPresent())
        .ifPresent(subclass -> parameters.put("CLASS", subclass));
    other.carryOut(command(), call, parameters, transaction);
    return Answer.of(Code.COMPLETED);
  }
}
