package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.CheckRegistration;
import java.util.Map;

/**
 * {@link CheckRegistration} as {@code CheckDomain}: the registrar has no dry run of a registration,
 * so this only finds out whether the name is taken.
 */
final class CheckRegistrationCodec implements Codec<CheckRegistration, CheckRegistration.Result> {

  @Override
  public String name(CheckRegistration command) {
    return "CheckDomain";
  }

  @Override
  public Map<String, String> parameters(CheckRegistration command) {
    return Map.of("DOMAIN", Spelling.of(command.registration().domain()));
  }

  @Override
  public CheckRegistration.Result result(CheckRegistration command, RegistrarResponse response) {
    return new CheckRegistration.Result(
        response.code() == ResultCode.DOMAIN_AVAILABLE.code(),
        response.code(),
        response.description());
  }
}
