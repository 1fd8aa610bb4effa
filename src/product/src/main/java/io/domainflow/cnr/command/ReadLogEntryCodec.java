package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadLogEntry;
import java.util.Map;

/**
 * {@link ReadLogEntry} as {@code StatusEvent}. The reason for which a transfer has failed is its
 * status, such as {@code clientCancelled}.
 */
final class ReadLogEntryCodec implements Codec<ReadLogEntry, ReadLogEntry.Result> {

  @Override
  public String name(ReadLogEntry command) {
    return "StatusEvent";
  }

  @Override
  public Map<String, String> parameters(ReadLogEntry command) {
    return new EventDataCodec().parameters(new EventData(command.index()));
  }

  @Override
  public ReadLogEntry.Result result(ReadLogEntry command, RegistrarResponse response) {
    return new ReadLogEntry.Result(
        new EventDataCodec()
            .result(new EventData(command.index()), response)
            .value("reason", "transfer status", "status"));
  }
}
