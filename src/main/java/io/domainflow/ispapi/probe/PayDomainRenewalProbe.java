package io.domainflow.ispapi.probe;

import io.domainflow.registrar.Finding;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.PayRenewal;
import io.domainflow.registrar.command.ReadDomain;
import org.springframework.stereotype.Component;

/**
 * Finds a paid renewal by the date up to which the name is paid ({@link RenewalProbe}). That date
 * stays where it is when the renewal is carried out at the registry and the expiry catches up.
 */
@Component
class PayDomainRenewalProbe implements Probe<PayRenewal, PayRenewal.Result> {

  private final RenewalProbe renewals;

  PayDomainRenewalProbe(RenewalProbe renewals) {
    this.renewals = renewals;
  }

  @Override
  public Class<PayRenewal> command() {
    return PayRenewal.class;
  }

  @Override
  public Finding<PayRenewal.Result> look(PayRenewal command, Intent intent, Reader registrar) {
    return renewals.look(
        command,
        new RenewalProbe.Wanted(
            command.domain(),
            command.period(),
            command.paidUntilBefore(),
            ReadDomain.Result::paidUntil),
        intent,
        registrar,
        PayRenewal.Result::new);
  }
}
