package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.RevokeAuthCode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link RevokeAuthCode} as {@code DENIC_DeleteAuthInfo1} for DENIC; elsewhere {@code ModifyDomain}
 * with {@code GENERATERANDOMAUTH} replaces the issued code.
 */
final class RevokeAuthCodeCodec implements Codec<RevokeAuthCode, RevokeAuthCode.Result> {

  @Override
  public String name(RevokeAuthCode command) {
    return isDeleted(command) ? "DENIC_DeleteAuthInfo1" : "ModifyDomain";
  }

  @Override
  public Map<String, String> parameters(RevokeAuthCode command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    if (!isDeleted(command)) {
      parameters.put("GENERATERANDOMAUTH", "1");
    }
    return parameters;
  }

  @Override
  public RevokeAuthCode.Result result(RevokeAuthCode command, RegistrarResponse response) {
    return new RevokeAuthCode.Result(response.pending());
  }

  // 545: there is no code, or the name is no longer in the account, so that no code is valid.
  @Override
  public boolean meansAlreadyDone(ResultCode refusal) {
    return refusal == ResultCode.NOT_FOUND;
  }

  private static boolean isDeleted(RevokeAuthCode command) {
    return command.atRegistry() && DenicAuthCode.isKeptFor(command.domain());
  }
}
