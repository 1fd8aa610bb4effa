package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.DeleteEvent;
import io.domainflow.registrar.command.DeleteEvent.Result;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.ResultCode;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/** {@link DeleteEvent} as {@code DeleteEvent}. */
final class DeleteEventWire implements Wire<DeleteEvent, DeleteEvent.Result> {

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
  public Result result(DeleteEvent command, WireResponse response) {
    return new Result(response.code() == ResultCode.COMPLETED.code());
  }
}
