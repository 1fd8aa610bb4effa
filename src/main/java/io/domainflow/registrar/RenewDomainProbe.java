package io.domainflow.registrar;

import io.domainflow.ispapi.command.RenewDomain;
import io.domainflow.ispapi.command.StatusDomain;
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
            StatusDomain.Result::expiresAt),
        intent,
        registrar,
        RenewDomain.Result::new);
  }
}
