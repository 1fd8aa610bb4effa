package io.domainflow.ispapi.probe;

import io.domainflow.lineprotocol.probe.AttemptTime;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds a deletion by the name: it is being deleted, or the registrar no longer knows it. The
 * result is the ordered one no matter who deleted it, and the command costs nothing. Only a name
 * that went to another registrar is gone without having been deleted.
 */
@Component
class DeleteDomainProbe implements IspapiProbe<DeleteDomain, DeleteDomain.Result> {

  private static final Set<Operation> LEAVING = Set.of(Operation.OUTGOING_TRANSFER);

  private final ObjectLog log;

  DeleteDomainProbe(ObjectLog log) {
    this.log = log;
  }

  @Override
  public ProbeResult<DeleteDomain.Result> probe(
      DeleteDomain command, Intent intent, Reader registrar) {
    try {
      ReadDomain.Result domain = registrar.ask(new ReadDomain(command.domain()));
      return domain.deleting()
          ? new ProbeResult.Executed<>(new DeleteDomain.Result(true, domain.state().words()))
          : new ProbeResult.NoTrace<>();
    } catch (Refused e) {
      if (!e.isFor(RefusalReason.NOT_FOUND)) {
        return new ProbeResult.Inconclusive<>(e.getMessage());
      }
      return hasLeft(command.domain(), intent, registrar)
          ? new ProbeResult.NoTrace<>()
          : new ProbeResult.Executed<>(new DeleteDomain.Result(false, List.of()));
    }
  }

  private boolean hasLeft(DomainName name, Intent intent, Reader registrar) {
    return log.entries(name, AttemptTime.since(intent), LEAVING, registrar).stream()
        .flatMap(List::stream)
        .anyMatch(entry -> entry.outcome() == Outcome.SUCCESSFUL);
  }
}
