package io.domainflow.cnr.command;

import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/** {@link RightCheck} as the query that it repeats. */
final class RightCheckWire implements Wire<RightCheck, RightCheck.Result> {

  @Override
  public String name(RightCheck command) {
    return command.question();
  }

  @Override
  public Map<String, String> parameters(RightCheck command) {
    return command.parameters();
  }

  @Override
  public RightCheck.Result result(RightCheck command, WireResponse response) {
    return new RightCheck.Result();
  }
}
