package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.CommandText;
import java.time.Instant;
import java.util.Map;

/**
 * A trademark claims notice and when it was accepted.
 *
 * @param claimKey key of the claim, from {@link CheckDomain}
 * @param noticeId id of the notice
 * @param acceptHash hash of the notice, from {@link StatusTMDBClaim}: proves which text was
 *     accepted
 * @param expiresAt the notice must be accepted, and the name registered, before this
 * @param acceptedAt when somebody accepted it
 */
public record AcceptedNotice(
    String claimKey, String noticeId, String acceptHash, Instant expiresAt, Instant acceptedAt) {

  /**
   * The three parameters on the page of AddDomain. It names {@code CLAIMKEY-UPDATEDDATE} without
   * explaining it; that it means the time of acceptance is our reading.
   */
  void putProof(Map<String, String> parameters) {
    parameters.put("CLAIMKEY", claimKey);
    parameters.put("CLAIMKEY-UPDATEDDATE", CommandText.date(acceptedAt));
    putHash(parameters);
  }

  /** The whole notice, which only CheckDomainRegistration takes. */
  void putAll(Map<String, String> parameters) {
    putProof(parameters);
    parameters.put("NOTICE-ACCEPT-ID", noticeId);
    parameters.put("NOTICE-EXPIRATIONDATE", CommandText.date(expiresAt));
    parameters.put("NOTICE-ACCEPTEDDATE", CommandText.date(acceptedAt));
  }

  void putHash(Map<String, String> parameters) {
    parameters.put("NOTICE-POA-ACCEPT-HASH", acceptHash);
  }
}
