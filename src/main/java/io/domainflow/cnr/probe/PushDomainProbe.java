package io.domainflow.cnr.probe;

import io.domainflow.registrar.Finding;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.PushDomain;
import io.domainflow.registrar.command.ReadDeletedDomain;
import org.springframework.stereotype.Component;

/**
 * Finds a push by the name, which is no longer in the account. A name that is listed as deleted is
 * gone without having been pushed.
 */
@Component("cnrPushDomainProbe")
class PushDomainProbe implements CnrProbe<PushDomain, PushDomain.Result> {

  @Override
  public Class<PushDomain> command() {
    return PushDomain.class;
  }

  @Override
  public Finding<PushDomain.Result> look(PushDomain command, Intent intent, Reader registrar) {
    try {
      boolean gone =
          registrar.domain(command.domain()).isEmpty()
              && registrar
                  .deleted(command.domain())
                  .filter(ReadDeletedDomain.Result::restorable)
                  .isEmpty();
      return gone ? new Finding.Executed<>(new PushDomain.Result(false)) : new Finding.NoTrace<>();
    } catch (Refused e) {
      return new Finding.Inconclusive<>(e.getMessage());
    }
  }
}
