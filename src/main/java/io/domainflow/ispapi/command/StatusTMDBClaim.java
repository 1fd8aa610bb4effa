package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.PercentEncoding;
import java.time.Instant;
import java.util.Map;

/**
 * Asks for the trademark claims notice that must be accepted before a name is registered.
 *
 * @param claimKey from {@link CheckDomain}
 */
public record StatusTMDBClaim(String claimKey) implements Query<StatusTMDBClaim.Result> {

  /**
   * The notice. Null for whatever the registrar does not state.
   *
   * @param expiresAt from then on a new notice has to be asked for; two days later in the
   *     registrar's sample
   * @param acceptHash proves which notice was accepted
   * @param text to be shown to whoever accepts; several lines
   */
  public record Result(
      String noticeId, Instant createdAt, Instant expiresAt, String acceptHash, String text) {}

  @Override
  public String name() {
    return "StatusTMDBClaim";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("CLAIMKEY", claimKey);
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(
        response.first("NOTICE-ACCEPT-ID").orElse(null),
        response.instant("NOTICE-CREATEDDATE").orElse(null),
        response.instant("NOTICE-EXPIRATIONDATE").orElse(null),
        response.first("NOTICE-POA-ACCEPT-HASH").orElse(null),
        response.first("NOTICE-TEXT").map(PercentEncoding::decode).orElse(null));
  }
}
