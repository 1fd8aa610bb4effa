package io.domainflow.cnr.command;

import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/** {@link PricedRenewal} as {@code RenewDomain} with the price. */
final class PricedRenewalWire implements Wire<PricedRenewal, RenewDomain.Result> {

  private static final RenewDomainWire PLAIN = new RenewDomainWire();

  @Override
  public String name(PricedRenewal command) {
    return PLAIN.name(command.renewal());
  }

  @Override
  public Map<String, String> parameters(PricedRenewal command) {
    Map<String, String> parameters = PLAIN.parameters(command.renewal());
    Fee.put(parameters, command.price());
    return parameters;
  }

  @Override
  public RenewDomain.Result result(PricedRenewal command, WireResponse response) {
    return PLAIN.result(command.renewal(), response);
  }
}
