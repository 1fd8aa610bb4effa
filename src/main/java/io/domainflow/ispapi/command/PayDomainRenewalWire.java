package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.registrar.command.PayRenewal;
import io.domainflow.registrar.command.PayRenewal.Result;
import java.util.Map;

/**
 * {@link PayRenewal} as {@code PayDomainRenewal}. Its page says that it moves the date up to which
 * the name is paid, and that the registrar renews a paid name when its period ends. The date in the
 * answer, which the page calls the expiry, is read as the one up to which the name is paid.
 */
final class PayDomainRenewalWire implements Wire<PayRenewal, PayRenewal.Result> {

  @Override
  public Class<PayRenewal> command() {
    return PayRenewal.class;
  }

  @Override
  public String name() {
    return "PayDomainRenewal";
  }

  @Override
  public Map<String, String> parameters(PayRenewal command) {
    return RenewalParameters.of(
        command.domain(), command.period(), command.expiresBefore(), command.priceClass());
  }

  @Override
  public Result result(PayRenewal command, IspapiResponse response) {
    return new Result(response.instant("EXPIRATIONDATE").orElse(null));
  }
}
