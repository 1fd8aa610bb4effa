package io.domainflow.ispapi.probe;

import io.domainflow.registrar.Finding;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RenewDomain;
import org.springframework.stereotype.Component;

/** Finds a renewal by the end of the period at the registry ({@link RenewalProbe}). */
@Component
class RenewDomainProbe implements Probe<RenewDomain, RenewDomain.Result> {

  private final RenewalProbe renewals;

  RenewDomainProbe(RenewalProbe renewals) {
    this.renewals = renewals;
  }

  @Override
  public Class<RenewDomain> command() {
    return RenewDomain.class;
  }

  @Override
  public Finding<RenewDomain.Result> look(RenewDomain command, Intent intent, Reader registrar) {
    return renewals.look(
        command,
        new RenewalProbe.Wanted(
            command.domain(),
            command.period(),
            command.expiresBefore(),
            ReadDomain.Result::expiresAt),
        intent,
        registrar,
        RenewDomain.Result::new);
  }
}
