package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.registrar.command.Command;
import java.util.Map;

/** A command as the client would never say it; its answer is taken as it is. */
public record RawWire(String name, Map<String, String> parameters)
    implements Wire<Command<IspapiResponse>, IspapiResponse> {

  /** Says a command like this, whatever it is. */
  public WireCommand<IspapiResponse> of(Command<IspapiResponse> command) {
    return new WireCommand<>(command, this);
  }

  @Override
  public Class<Command<IspapiResponse>> command() {
    throw new UnsupportedOperationException("it stands for no command of ours");
  }

  @Override
  public String name(Command<IspapiResponse> command) {
    return name;
  }

  @Override
  public Map<String, String> parameters(Command<IspapiResponse> command) {
    return parameters;
  }

  @Override
  public IspapiResponse result(Command<IspapiResponse> command, IspapiResponse response) {
    return response;
  }
}
