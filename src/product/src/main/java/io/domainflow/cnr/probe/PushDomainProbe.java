package io.domainflow.cnr.probe;

import io.domainflow.lineprotocol.probe.PendingPushProbe;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.PushDomain;
import io.domainflow.registrar.command.ReadDeletedDomain;
import org.springframework.stereotype.Component;

/**
 * Finds a push by the absence of the name from the account, or by its transfer under way. A name
 * that is listed as deleted is gone without having been pushed.
 */
@Component("cnrPushDomainProbe")
class PushDomainProbe implements CnrProbe<PushDomain, PushDomain.Result> {

  private final PendingPushProbe underWay;

  PushDomainProbe(PendingPushProbe underWay) {
    this.underWay = underWay;
  }

  @Override
  public ProbeResult<PushDomain.Result> probe(PushDomain command, Intent intent, Reader registrar) {
    try {
      if (registrar.domain(command.domain()).isPresent()) {
        return underWay.probe(command.domain(), intent, registrar);
      }
      boolean gone =
          registrar
              .deleted(command.domain())
              .filter(ReadDeletedDomain.Result::restorable)
              .isEmpty();
      return gone
          ? new ProbeResult.Executed<>(new PushDomain.Result(false))
          : new ProbeResult.NoTrace<>();
    } catch (Refused e) {
      return new ProbeResult.Inconclusive<>(e.getMessage());
    }
  }
}
