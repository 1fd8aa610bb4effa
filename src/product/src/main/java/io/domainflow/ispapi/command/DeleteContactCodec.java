package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.DeleteContact;
import io.domainflow.registrar.command.DeleteContact.Result;
import java.util.Map;

/**
 * {@link DeleteContact} as {@code DeleteContact}. A contact that a name still uses is refused with
 * {@link ResultCode#INVALID_OPTION}, «Object is in use».
 */
final class DeleteContactCodec implements Codec<DeleteContact, DeleteContact.Result> {

  @Override
  public String name(DeleteContact command) {
    return "DeleteContact";
  }

  @Override
  public Map<String, String> parameters(DeleteContact command) {
    return Map.of("CONTACT", command.handle());
  }

  @Override
  public boolean meansAlreadyDone(ResultCode refusal) {
    return refusal == ResultCode.NOT_FOUND;
  }

  @Override
  public Result result(DeleteContact command, RegistrarResponse response) {
    return new Result(response.code() == ResultCode.COMPLETED.code());
  }
}
