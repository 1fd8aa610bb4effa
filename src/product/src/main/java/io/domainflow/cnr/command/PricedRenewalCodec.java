package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.RenewDomain;
import java.util.Map;

/** {@link PricedRenewal} as {@code RenewDomain} with the price. */
final class PricedRenewalCodec implements Codec<PricedRenewal, RenewDomain.Result> {

  private static final RenewDomainCodec PLAIN = new RenewDomainCodec();

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
  public RenewDomain.Result result(PricedRenewal command, RegistrarResponse response) {
    return PLAIN.result(command.renewal(), response);
  }
}
