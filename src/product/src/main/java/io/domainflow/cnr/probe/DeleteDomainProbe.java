package io.domainflow.cnr.probe;

import io.domainflow.lineprotocol.probe.AttemptTime;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadLog.Entry;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds a deletion by the name: it is being deleted, or the registrar no longer knows it. The
 * result is the ordered one no matter who deleted it, and the command costs nothing. Only a name
 * that, according to its events, went to another registrar is gone without having been deleted.
 */
@Component("cnrDeleteDomainProbe")
class DeleteDomainProbe implements CnrProbe<DeleteDomain, DeleteDomain.Result> {

  private static final int MOST_EVENTS = 20;

  @Override
  public ProbeResult<DeleteDomain.Result> probe(
      DeleteDomain command, Intent intent, Reader registrar) {
    try {
      Optional<ReadDomain.Result> domain = registrar.domain(command.domain());
      if (domain.isPresent()) {
        return domain.get().deleting()
            ? new ProbeResult.Executed<>(
                new DeleteDomain.Result(true, domain.get().state().words()))
            : new ProbeResult.NoTrace<>();
      }
    } catch (Refused e) {
      return new ProbeResult.Inconclusive<>(e.getMessage());
    }
    return !isListedAsDeleted(command.domain(), registrar)
            && hasLeft(command.domain(), intent, registrar)
        ? new ProbeResult.NoTrace<>()
        : new ProbeResult.Executed<>(new DeleteDomain.Result(false, List.of()));
  }

  private static boolean isListedAsDeleted(DomainName name, Reader registrar) {
    return registrar.deleted(name).filter(ReadDeletedDomain.Result::restorable).isPresent();
  }

  private static boolean hasLeft(DomainName name, Intent intent, Reader registrar) {
    List<Entry> events =
        registrar.log(name, AttemptTime.since(intent), MOST_EVENTS).orElse(List.of());
    return events.stream()
        .anyMatch(
            event ->
                event.operation() == Operation.OUTGOING_TRANSFER
                    && event.outcome() == Outcome.SUCCESSFUL);
  }
}
