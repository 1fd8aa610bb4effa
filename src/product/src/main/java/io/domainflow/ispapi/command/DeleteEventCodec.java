package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.DeleteEvent;
import io.domainflow.registrar.command.DeleteEvent.Result;
import java.util.Map;

/** {@link DeleteEvent} as {@code DeleteEvent}. */
final class DeleteEventCodec implements Codec<DeleteEvent, DeleteEvent.Result> {

  @Override
  public String name(DeleteEvent command) {
    return "DeleteEvent";
  }

  @Override
  public Map<String, String> parameters(DeleteEvent command) {
    return Map.of("EVENT", command.id());
  }

  @Override
  public boolean meansAlreadyDone(ResultCode refusal) {
    return refusal == ResultCode.NOT_FOUND;
  }

  @Override
  public Result result(DeleteEvent command, RegistrarResponse response) {
    return new Result(response.code() == ResultCode.COMPLETED.code());
  }
}
