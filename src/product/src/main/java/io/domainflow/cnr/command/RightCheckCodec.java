package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import java.util.Map;

/** {@link RightCheck} as the query that it repeats. */
final class RightCheckCodec implements Codec<RightCheck, RightCheck.Result> {

  @Override
  public String name(RightCheck command) {
    return command.question();
  }

  @Override
  public Map<String, String> parameters(RightCheck command) {
    return command.parameters();
  }

  @Override
  public RightCheck.Result result(RightCheck command, RegistrarResponse response) {
    return new RightCheck.Result();
  }
}
