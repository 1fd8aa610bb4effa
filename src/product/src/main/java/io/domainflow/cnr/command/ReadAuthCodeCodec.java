package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.AuthCodeText;
import io.domainflow.registrar.command.ReadAuthCode;
import java.util.Map;

/** {@link ReadAuthCode} as {@code StatusDomain}, which does not state when the code expires. */
final class ReadAuthCodeCodec implements Codec<ReadAuthCode, ReadAuthCode.Result> {

  @Override
  public String name(ReadAuthCode command) {
    return "StatusDomain";
  }

  @Override
  public Map<String, String> parameters(ReadAuthCode command) {
    return Map.of("DOMAIN", Spelling.of(command.domain()));
  }

  @Override
  public ReadAuthCode.Result result(ReadAuthCode command, RegistrarResponse response) {
    return new ReadAuthCode.Result(AuthCodeText.read(response), null);
  }
}
