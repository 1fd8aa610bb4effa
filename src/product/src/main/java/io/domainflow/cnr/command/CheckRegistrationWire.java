package io.domainflow.cnr.command;

import io.domainflow.registrar.command.CheckRegistration;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.ResultCode;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/**
 * {@link CheckRegistration} as {@code CheckDomain}: the registrar has no dry run of a registration,
 * so this only finds out whether the name is taken.
 */
final class CheckRegistrationWire implements Wire<CheckRegistration, CheckRegistration.Result> {

  @Override
  public String name(CheckRegistration command) {
    return "CheckDomain";
  }

  @Override
  public Map<String, String> parameters(CheckRegistration command) {
    return Map.of("DOMAIN", Spelling.of(command.registration().domain()));
  }

  @Override
  public CheckRegistration.Result result(CheckRegistration command, WireResponse response) {
    return new CheckRegistration.Result(
        response.code() == ResultCode.DOMAIN_AVAILABLE.code(),
        response.code(),
        response.description());
  }
}
