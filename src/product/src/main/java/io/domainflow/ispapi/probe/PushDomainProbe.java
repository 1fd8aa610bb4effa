package io.domainflow.ispapi.probe;

import io.domainflow.lineprotocol.probe.AttemptTime;
import io.domainflow.lineprotocol.probe.PendingPushProbe;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.PushDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds a push by the absence of the name from the account, or by its transfer under way. A name
 * that was deleted is gone without having been pushed.
 */
@Component
class PushDomainProbe implements IspapiProbe<PushDomain, PushDomain.Result> {

  private static final Set<Operation> DELETING = Set.of(Operation.DELETION);

  private final ObjectLog log;
  private final PendingPushProbe underWay;

  PushDomainProbe(ObjectLog log, PendingPushProbe underWay) {
    this.log = log;
    this.underWay = underWay;
  }

  @Override
  public ProbeResult<PushDomain.Result> probe(PushDomain command, Intent intent, Reader registrar) {
    try {
      registrar.ask(new ReadDomain(command.domain()));
      return underWay.probe(command.domain(), intent, registrar);
    } catch (Refused e) {
      if (!e.saysNotHere()) {
        return new ProbeResult.Inconclusive<>(e.getMessage());
      }
      return isDeleted(command, intent, registrar)
          ? new ProbeResult.NoTrace<>()
          : new ProbeResult.Executed<>(new PushDomain.Result(false));
    }
  }

  private boolean isDeleted(PushDomain command, Intent intent, Reader registrar) {
    return log.entries(command.domain(), AttemptTime.since(intent), DELETING, registrar).stream()
        .flatMap(List::stream)
        .anyMatch(entry -> entry.outcome() == Outcome.SUCCESSFUL);
  }
}
