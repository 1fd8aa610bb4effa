package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.MailAuthCode;
import java.util.Map;

/** {@link MailAuthCode} as {@code RequestDomainAuthInfo}. */
final class MailAuthCodeCodec implements Codec<MailAuthCode, MailAuthCode.Result> {

  @Override
  public String name(MailAuthCode command) {
    return "RequestDomainAuthInfo";
  }

  @Override
  public Map<String, String> parameters(MailAuthCode command) {
    return Map.of("DOMAIN", command.domain().ascii());
  }

  @Override
  public MailAuthCode.Result result(MailAuthCode command, RegistrarResponse response) {
    return new MailAuthCode.Result(
        response.pending(), response.code() == ResultCode.NOT_UNIQUE.code());
  }

  // Not on the command's page; the registrar's own modules use this code for an auth code that is
  // still valid.
  @Override
  public boolean meansAlreadyDone(ResultCode refusal) {
    return refusal == ResultCode.NOT_UNIQUE;
  }
}
