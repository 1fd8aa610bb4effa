package io.domainflow.cnr.command;

import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/** {@link CnrAccountStatus} as {@code StatusAccount}. */
final class CnrAccountStatusWire implements Wire<CnrAccountStatus, CnrAccountStatus.Result> {

  @Override
  public String name(CnrAccountStatus command) {
    return "StatusAccount";
  }

  @Override
  public Map<String, String> parameters(CnrAccountStatus command) {
    return Map.of();
  }

  @Override
  public CnrAccountStatus.Result result(CnrAccountStatus command, WireResponse response) {
    return new CnrAccountStatus.Result(
        response.first("REGISTRAR").orElse(null), response.first("CURRENCY").orElse(null));
  }
}
