package io.domainflow.cnr.command;

import io.domainflow.registrar.command.DeleteContact;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.ResultCode;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/**
 * {@link DeleteContact} as {@code DeleteContact}. The code with which a contact in use is refused
 * is not known; {@link ResultCode#INVALID_OPTION} and others are returned as refusals.
 */
final class DeleteContactWire implements Wire<DeleteContact, DeleteContact.Result> {

  @Override
  public String name(DeleteContact command) {
    return "DeleteContact";
  }

  @Override
  public Map<String, String> parameters(DeleteContact command) {
    return Map.of("CONTACT", command.handle());
  }

  @Override
  public DeleteContact.Result result(DeleteContact command, WireResponse response) {
    return new DeleteContact.Result(response.code() == ResultCode.COMPLETED.code());
  }

  @Override
  public boolean meansAlreadyDone(ResultCode refusal) {
    return refusal == ResultCode.NOT_FOUND;
  }
}
