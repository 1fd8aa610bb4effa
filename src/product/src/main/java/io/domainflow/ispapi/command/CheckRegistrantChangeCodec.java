package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.lineprotocol.value.AdditionalFieldParameters;
import io.domainflow.lineprotocol.value.ContactParameters;
import io.domainflow.model.ContactRole;
import io.domainflow.registrar.command.CheckRegistrantChange;
import io.domainflow.registrar.command.CheckRegistrantChange.Result;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link CheckRegistrantChange} as {@code CheckDomainTrade}. That it changes nothing is inferred
 * from its purpose; its page does not say so.
 *
 * <p>An impossible change is an answer, or a refusal with {@link ResultCode#INVALID_OPTION}; which
 * one is not certain if name, organization and mail address stay unchanged. A zone that requires
 * the auth code gets it as {@code AUTH}, one of the additional fields.
 */
final class CheckRegistrantChangeCodec
    implements Codec<CheckRegistrantChange, CheckRegistrantChange.Result> {

  @Override
  public String name(CheckRegistrantChange command) {
    return "CheckDomainTrade";
  }

  @Override
  public Map<String, String> parameters(CheckRegistrantChange command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put("MODE", "FULL");
    ContactParameters.put(parameters, ContactRole.REGISTRANT, command.owner());
    ConfirmationParameters.put(parameters, command.confirmations());
    AdditionalFieldParameters.put(
        parameters,
        command.additionalFields(),
        ConfirmationParameters.NAMES,
        AdditionalFieldParameters.AUTH_CODE);
    return parameters;
  }

  @Override
  public Result result(CheckRegistrantChange command, RegistrarResponse response) {
    // Its page lists both.
    boolean possible =
        response.code() == ResultCode.REQUEST_AVAILABLE.code()
            || response.code() == ResultCode.COMPLETED.code();
    return new Result(
        possible, response.detail().isEmpty() ? response.description() : response.detail());
  }
}
