package io.domainflow.cnr.probe;

import io.domainflow.registrar.Finding;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.PushDomain;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.wire.probe.PendingPushProbe;
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
  public Finding<PushDomain.Result> look(PushDomain command, Intent intent, Reader registrar) {
    try {
      if (registrar.domain(command.domain()).isPresent()) {
        return underWay.look(command.domain(), intent, registrar);
      }
      boolean gone =
          registrar
              .deleted(command.domain())
              .filter(ReadDeletedDomain.Result::restorable)
              .isEmpty();
      return gone ? new Finding.Executed<>(new PushDomain.Result(false)) : new Finding.NoTrace<>();
    } catch (Refused e) {
      return new Finding.Inconclusive<>(e.getMessage());
    }
  }
}
