package io.domainflow.cnr.command;

import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.SecretText;
import io.domainflow.wire.protocol.WireResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link EventData} as {@code StatusEvent}. */
final class EventDataWire implements Wire<EventData, EventData.Result> {

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
  public EventData.Result result(EventData command, WireResponse response) {
    return new EventData.Result(
        response.first("OBJECTID"), response.all("DATA").stream().map(SecretText::masked).toList());
  }
}
