package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import java.util.Map;

/**
 * Deletes an event, which is not listed any more from then on. One that is gone already is no
 * failure.
 *
 * @param id number of the event, from {@link QueryEvents}
 */
public record DeleteEvent(String id) implements Repeatable<DeleteEvent.Result> {

  /**
   * The answer.
   *
   * @param deleted by this very command; false if the event was not there any more
   */
  public record Result(boolean deleted) {}

  @Override
  public String name() {
    return "DeleteEvent";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("EVENT", id);
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
