package io.domainflow.registrar;

import io.domainflow.ispapi.command.PayDomainRenewal;
import io.domainflow.ispapi.command.StatusDomain;
import org.springframework.stereotype.Component;

/**
 * Finds a paid renewal by the date up to which the name is paid ({@link RenewalProbe}). That date
 * stays where it is when the renewal is carried out at the registry and the expiry catches up.
 */
@Component
class PayDomainRenewalProbe implements Probe<PayDomainRenewal, PayDomainRenewal.Result> {

  private final RenewalProbe renewals;

  PayDomainRenewalProbe(RenewalProbe renewals) {
    this.renewals = renewals;
  }

  @Override
  public Class<PayDomainRenewal> command() {
    return PayDomainRenewal.class;
  }

  @Override
  public Finding<PayDomainRenewal.Result> look(
      PayDomainRenewal command, Intent intent, Reader registrar) {
    return renewals.look(
        command,
        new RenewalProbe.Wanted(
            command.domain(),
            command.period(),
            command.paidUntilBefore(),
            StatusDomain.Result::paidUntil),
        intent,
        registrar,
        PayDomainRenewal.Result::new);
  }
}
