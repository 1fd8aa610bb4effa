package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.ReadLogEntry;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/**
 * {@link ReadLogEntry} as {@code StatusObjectLog}: only the reason of what {@link StatusObjectLog}
 * reads.
 */
final class ReadLogEntryWire implements Wire<ReadLogEntry, ReadLogEntry.Result> {

  private static final StatusObjectLogWire ENTRY = new StatusObjectLogWire();

  @Override
  public String name(ReadLogEntry command) {
    return ENTRY.name(entry(command));
  }

  @Override
  public Map<String, String> parameters(ReadLogEntry command) {
    return ENTRY.parameters(entry(command));
  }

  @Override
  public ReadLogEntry.Result result(ReadLogEntry command, WireResponse response) {
    return new ReadLogEntry.Result(ENTRY.result(entry(command), response).reason());
  }

  private static StatusObjectLog entry(ReadLogEntry command) {
    return new StatusObjectLog(command.index());
  }
}
