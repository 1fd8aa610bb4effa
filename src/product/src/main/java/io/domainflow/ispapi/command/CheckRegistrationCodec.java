package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.CheckRegistration;
import io.domainflow.registrar.command.CheckRegistration.Result;
import java.util.Map;

/**
 * {@link CheckRegistration} as {@code CheckDomainRegistration}. That it changes nothing is inferred
 * from its purpose; its page does not say so.
 *
 * <p>An incomplete registration is refused with the same code as by {@code AddDomain}. {@link
 * ResultCode#REQUEST_NOT_AVAILABLE} is a negative answer.
 */
final class CheckRegistrationCodec implements Codec<CheckRegistration, CheckRegistration.Result> {

  @Override
  public String name(CheckRegistration command) {
    return "CheckDomainRegistration";
  }

  @Override
  public Map<String, String> parameters(CheckRegistration command) {
    Map<String, String> parameters = RegistrationParameters.of(command.registration());
    if (command.registration().notice() != null) {
      NoticeParameters.putAll(parameters, command.registration().notice());
    }
    return parameters;
  }

  @Override
  public Result result(CheckRegistration command, RegistrarResponse response) {
    // Its page lists 200 and 218; its sample has 218.
    boolean accepted =
        response.code() == ResultCode.REQUEST_AVAILABLE.code()
            || response.code() == ResultCode.COMPLETED.code();
    return new Result(accepted, response.code(), response.description());
  }
}
