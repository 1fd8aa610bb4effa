package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.lineprotocol.value.AuthCodeText;
import io.domainflow.registrar.command.CreateAuthCode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link CreateAuthCode} as {@code DENIC_CreateAuthInfo1} for DENIC, {@code RequestDomainAuthInfo}
 * for other registries that store the codes, and {@code ModifyDomain} with {@code
 * GENERATERANDOMAUTH} if the registrar does. With the last two, the code is read afterwards,
 * although the registrar's modules find one in the answer of the first of them.
 */
final class CreateAuthCodeCodec implements Codec<CreateAuthCode, CreateAuthCode.Result> {

  @Override
  public String name(CreateAuthCode command) {
    if (!command.atRegistry()) {
      return "ModifyDomain";
    }
    return DenicAuthCode.isKeptFor(command.domain())
        ? "DENIC_CreateAuthInfo1"
        : "RequestDomainAuthInfo";
  }

  @Override
  public Map<String, String> parameters(CreateAuthCode command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    if (!command.atRegistry()) {
      parameters.put("GENERATERANDOMAUTH", "1");
    }
    return parameters;
  }

  @Override
  public CreateAuthCode.Result result(CreateAuthCode command, RegistrarResponse response) {
    return new CreateAuthCode.Result(
        response.pending(), AuthCodeText.read(response), DenicAuthCode.end(response));
  }

  // 540: an earlier code is still valid, as those modules assume for .eu.
  @Override
  public boolean meansAlreadyDone(ResultCode refusal) {
    return refusal == ResultCode.NOT_UNIQUE;
  }
}
