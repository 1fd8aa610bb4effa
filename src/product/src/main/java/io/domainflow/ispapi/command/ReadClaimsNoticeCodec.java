package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.PercentEncoding;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadClaimsNotice;
import io.domainflow.registrar.command.ReadClaimsNotice.Result;
import java.util.Map;

/**
 * {@link ReadClaimsNotice} as {@code StatusTMDBClaim}. In its sample the notice expires two days
 * after it was made.
 */
final class ReadClaimsNoticeCodec implements Codec<ReadClaimsNotice, ReadClaimsNotice.Result> {

  @Override
  public String name(ReadClaimsNotice command) {
    return "StatusTMDBClaim";
  }

  @Override
  public Map<String, String> parameters(ReadClaimsNotice command) {
    return Map.of("CLAIMKEY", command.claimKey());
  }

  @Override
  public Result result(ReadClaimsNotice command, RegistrarResponse response) {
    return new Result(
        response.first("NOTICE-ACCEPT-ID").orElse(null),
        response.instant("NOTICE-CREATEDDATE").orElse(null),
        response.instant("NOTICE-EXPIRATIONDATE").orElse(null),
        response.first("NOTICE-POA-ACCEPT-HASH").orElse(null),
        response.first("NOTICE-TEXT").map(PercentEncoding::decode).orElse(null));
  }
}
