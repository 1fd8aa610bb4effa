package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ReadLogEntry;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/**
 * {@link ReadLogEntry} as {@code StatusEvent}. The reason for which a transfer has failed is its
 * status, such as {@code clientCancelled}.
 */
final class ReadLogEntryWire implements Wire<ReadLogEntry, ReadLogEntry.Result> {

  @Override
  public String name(ReadLogEntry command) {
    return "StatusEvent";
  }

  @Override
  public Map<String, String> parameters(ReadLogEntry command) {
    return new EventDataWire().parameters(new EventData(command.index()));
  }

  @Override
  public ReadLogEntry.Result result(ReadLogEntry command, WireResponse response) {
    return new ReadLogEntry.Result(
        new EventDataWire()
            .result(new EventData(command.index()), response)
            .value("reason", "transfer status", "status"));
  }
}
