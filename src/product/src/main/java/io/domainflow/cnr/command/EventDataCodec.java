package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.SecretText;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link EventData} as {@code StatusEvent}. */
final class EventDataCodec implements Codec<EventData, EventData.Result> {

  @Override
  public String name(EventData command) {
    return "StatusEvent";
  }

  @Override
  public Map<String, String> parameters(EventData command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("EVENT", command.id());
    parameters.put("HISTORY", "1");
    return parameters;
  }

  @Override
  public EventData.Result result(EventData command, RegistrarResponse response) {
    return new EventData.Result(
        response.first("OBJECTID"), response.all("DATA").stream().map(SecretText::masked).toList());
  }
}
