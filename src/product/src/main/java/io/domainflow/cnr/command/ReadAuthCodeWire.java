package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ReadAuthCode;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import io.domainflow.wire.value.AuthCodeText;
import java.util.Map;

/** {@link ReadAuthCode} as {@code StatusDomain}, which does not state when the code expires. */
final class ReadAuthCodeWire implements Wire<ReadAuthCode, ReadAuthCode.Result> {

  @Override
  public String name(ReadAuthCode command) {
    return "StatusDomain";
  }

  @Override
  public Map<String, String> parameters(ReadAuthCode command) {
    return Map.of("DOMAIN", Spelling.of(command.domain()));
  }

  @Override
  public ReadAuthCode.Result result(ReadAuthCode command, WireResponse response) {
    return new ReadAuthCode.Result(AuthCodeText.read(response), null);
  }
}
