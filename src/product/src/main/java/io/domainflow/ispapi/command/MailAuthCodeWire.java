package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.MailAuthCode;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.ResultCode;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/** {@link MailAuthCode} as {@code RequestDomainAuthInfo}. */
final class MailAuthCodeWire implements Wire<MailAuthCode, MailAuthCode.Result> {

  @Override
  public String name(MailAuthCode command) {
    return "RequestDomainAuthInfo";
  }

  @Override
  public Map<String, String> parameters(MailAuthCode command) {
    return Map.of("DOMAIN", command.domain().ascii());
  }

  @Override
  public MailAuthCode.Result result(MailAuthCode command, WireResponse response) {
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
