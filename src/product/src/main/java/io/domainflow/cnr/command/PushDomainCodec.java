package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.PushDomain;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link PushDomain} as {@code PushDomain}. That a pending transfer means that the registry has not
 * executed the push yet is inferred from a property that the page does not explain.
 */
final class PushDomainCodec implements Codec<PushDomain, PushDomain.Result> {

  @Override
  public String name(PushDomain command) {
    return "PushDomain";
  }

  @Override
  public Map<String, String> parameters(PushDomain command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    parameters.put("TARGET", command.target());
    return parameters;
  }

  @Override
  public PushDomain.Result result(PushDomain command, RegistrarResponse response) {
    return new PushDomain.Result(
        response.pending()
            || Columns.at(response, 0, "TRANSFER_STATUS", "TRANSFERSTATUS")
                .map(TransferWords::state)
                .filter(state -> !state.isOver())
                .isPresent());
  }
}
