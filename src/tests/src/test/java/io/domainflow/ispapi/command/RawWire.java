package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.Command;
import io.domainflow.wire.Wire;
import io.domainflow.wire.WireCommand;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/** A command that the client would never send; its answer is returned unchanged. */
public record RawWire(String name, Map<String, String> parameters)
    implements Wire<Command<WireResponse>, WireResponse> {

  /** Says a command like this, whatever it is. */
  public WireCommand<WireResponse> of(Command<WireResponse> command) {
    return new WireCommand<>(command, this);
  }

  @Override
  public Class<Command<WireResponse>> command() {
    throw new UnsupportedOperationException("it stands for no command of ours");
  }

  @Override
  public String name(Command<WireResponse> command) {
    return name;
  }

  @Override
  public Map<String, String> parameters(Command<WireResponse> command) {
    return parameters;
  }

  @Override
  public WireResponse result(Command<WireResponse> command, WireResponse response) {
    return response;
  }
}
