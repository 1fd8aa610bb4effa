package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadRegistrantChange;
import io.domainflow.registrar.command.ReadRegistrantChange.Result;
import java.util.Map;

/**
 * {@link ReadRegistrantChange} as {@code StatusDomainTrade}. If there is none, or no longer one,
 * this is refused with {@link io.domainflow.lineprotocol.message.ResultCode#NOT_FOUND}.
 */
final class ReadRegistrantChangeCodec
    implements Codec<ReadRegistrantChange, ReadRegistrantChange.Result> {

  @Override
  public String name(ReadRegistrantChange command) {
    return "StatusDomainTrade";
  }

  @Override
  public Map<String, String> parameters(ReadRegistrantChange command) {
    return Map.of("DOMAIN", command.domain().ascii());
  }

  @Override
  public Result result(ReadRegistrantChange command, RegistrarResponse response) {
    return new Result(
        TransferWords.state(response.first("TRANSFERSTATUS").orElse("")),
        response.instant("CREATEDDATE").orElse(null),
        response.instant("UPDATEDDATE").orElse(null),
        response.all("TRANSFERLOG"),
        response.first("OWNERCONTACT").orElse(null));
  }
}
