package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.ReadTransfer.Result;
import java.util.Map;

/**
 * {@link ReadTransfer} as {@code StatusDomainTransfer}. If there is none, or no longer one, this is
 * refused with {@link io.domainflow.lineprotocol.message.ResultCode#NOT_FOUND}.
 */
final class ReadTransferCodec implements Codec<ReadTransfer, ReadTransfer.Result> {

  @Override
  public String name(ReadTransfer command) {
    return "StatusDomainTransfer";
  }

  @Override
  public Map<String, String> parameters(ReadTransfer command) {
    return Map.of("DOMAIN", command.domain().ascii());
  }

  @Override
  public Result result(ReadTransfer command, RegistrarResponse response) {
    return new Result(
        TransferWords.state(response.first("TRANSFERSTATUS").orElse("")),
        TransferWords.type(response.first("TRANSFERTYPE").orElse("")),
        response.all("TRANSFERLOG"),
        response.instant("CREATEDDATE").orElse(null),
        response.instant("UPDATEDDATE").orElse(null),
        response.first("OLD-REGISTRAR").orElse(null),
        null,
        false);
  }
}
