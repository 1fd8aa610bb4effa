package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.Command;
import java.util.Map;

/** A command that the client would never send; its answer is returned unchanged. */
public record RawCommand(String name, Map<String, String> parameters)
    implements Codec<Command<RegistrarResponse>, RegistrarResponse> {

  /** Says a command like this, whatever it is. */
  public EncodedCommand<RegistrarResponse> of(Command<RegistrarResponse> command) {
    return new EncodedCommand<>(command, this);
  }

  @Override
  public Class<Command<RegistrarResponse>> command() {
    throw new UnsupportedOperationException("it stands for no command of ours");
  }

  @Override
  public String name(Command<RegistrarResponse> command) {
    return name;
  }

  @Override
  public Map<String, String> parameters(Command<RegistrarResponse> command) {
    return parameters;
  }

  @Override
  public RegistrarResponse result(Command<RegistrarResponse> command, RegistrarResponse response) {
    return response;
  }
}
