package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import java.util.Map;

/** {@link CnrAccountStatus} as {@code StatusAccount}. */
final class CnrAccountStatusCodec implements Codec<CnrAccountStatus, CnrAccountStatus.Result> {

  @Override
  public String name(CnrAccountStatus command) {
    return "StatusAccount";
  }

  @Override
  public Map<String, String> parameters(CnrAccountStatus command) {
    return Map.of();
  }

  @Override
  public CnrAccountStatus.Result result(CnrAccountStatus command, RegistrarResponse response) {
    return new CnrAccountStatus.Result(
        response.first("REGISTRAR").orElse(null), response.first("CURRENCY").orElse(null));
  }
}
