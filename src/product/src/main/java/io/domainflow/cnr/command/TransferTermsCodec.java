package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import java.util.Map;

/** {@link TransferTerms} as {@code GetZoneInfo}. */
final class TransferTermsCodec implements Codec<TransferTerms, TransferTerms.Result> {

  @Override
  public String name(TransferTerms command) {
    return "GetZoneInfo";
  }

  @Override
  public Map<String, String> parameters(TransferTerms command) {
    return ZoneTerms.parameters(command.domain());
  }

  @Override
  public TransferTerms.Result result(TransferTerms command, RegistrarResponse response) {
    ZoneTerms zone = new ZoneTerms(response);
    return new TransferTerms.Result(zone.transferNeedsAuthCode(), zone.transferPeriods());
  }
}
