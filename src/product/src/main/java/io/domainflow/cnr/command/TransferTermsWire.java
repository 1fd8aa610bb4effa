package io.domainflow.cnr.command;

import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/** {@link TransferTerms} as {@code GetZoneInfo}. */
final class TransferTermsWire implements Wire<TransferTerms, TransferTerms.Result> {

  @Override
  public String name(TransferTerms command) {
    return "GetZoneInfo";
  }

  @Override
  public Map<String, String> parameters(TransferTerms command) {
    return ZoneTerms.parameters(command.domain());
  }

  @Override
  public TransferTerms.Result result(TransferTerms command, WireResponse response) {
    ZoneTerms zone = new ZoneTerms(response);
    return new TransferTerms.Result(zone.transferNeedsAuthCode(), zone.transferPeriods());
  }
}
