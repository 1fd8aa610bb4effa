package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadLogEntry;
import java.util.Map;

/**
 * {@link ReadLogEntry} as {@code StatusObjectLog}: only the reason of what {@link StatusObjectLog}
 * reads.
 */
final class ReadLogEntryCodec implements Codec<ReadLogEntry, ReadLogEntry.Result> {

  private static final StatusObjectLogCodec ENTRY = new StatusObjectLogCodec();

  @Override
  public String name(ReadLogEntry command) {
    return ENTRY.name(entry(command));
  }

  @Override
  public Map<String, String> parameters(ReadLogEntry command) {
    return ENTRY.parameters(entry(command));
  }

  @Override
  public ReadLogEntry.Result result(ReadLogEntry command, RegistrarResponse response) {
    return new ReadLogEntry.Result(ENTRY.result(entry(command), response).reason());
  }

  private static StatusObjectLog entry(ReadLogEntry command) {
    return new StatusObjectLog(command.index());
  }
}
