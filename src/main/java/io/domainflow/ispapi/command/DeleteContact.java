package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import java.util.Map;

/**
 * Deletes a contact. The registrar refuses one that a name still uses ({@link
 * ResultCode#INVALID_OPTION}, «Object is in use»); one that is gone already is no failure.
 *
 * @param handle such as {@code P-ABC123}
 */
public record DeleteContact(String handle) implements Repeatable<DeleteContact.Result> {

  /**
   * The answer.
   *
   * @param deleted by this very command; false if the contact was not there any more
   */
  public record Result(boolean deleted) {}

  @Override
  public String name() {
    return "DeleteContact";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("CONTACT", handle);
  }

  @Override
  public boolean isAlreadySo(ResultCode refusal) {
    return refusal == ResultCode.NOT_FOUND;
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(response.code() == ResultCode.COMPLETED.code());
  }
}
