package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.DeleteContact;
import java.util.Map;

/**
 * {@link DeleteContact} as {@code DeleteContact}. The code with which a contact in use is refused
 * is not known; {@link ResultCode#INVALID_OPTION} and others are returned as refusals.
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
  public DeleteContact.Result result(DeleteContact command, RegistrarResponse response) {
    return new DeleteContact.Result(response.code() == ResultCode.COMPLETED.code());
  }

  @Override
  public boolean meansAlreadyDone(ResultCode refusal) {
    return refusal == ResultCode.NOT_FOUND;
  }
}
