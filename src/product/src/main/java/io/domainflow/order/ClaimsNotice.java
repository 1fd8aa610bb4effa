package io.domainflow.order;

import io.domainflow.order.content.ClaimsAcceptance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice that a name matches registered trademarks. Anyone who wants the name has to accept it
 * while it is valid.
 *
 * @param claimKey the registrar's key of the claim
 * @param noticeId identifies this notice; a later one for the same name has a different id
 * @param acceptHash proof of acceptance that is sent with the purchase
 * @param createdAt null if the registrar does not state it
 * @param expiresAt after that it has to be fetched and accepted again
 */
public record ClaimsNotice(
    String claimKey,
    String noticeId,
    String acceptHash,
    @Nullable Instant createdAt,
    Instant expiresAt) {

  /** Whether this acceptance is for this notice and still valid. */
  public boolean isAcceptedBy(@Nullable ClaimsAcceptance acceptance, Instant now) {
    return acceptance != null
        && acceptance.noticeId().equals(noticeId)
        && (createdAt == null || !acceptance.acceptedAt().isBefore(createdAt))
        && acceptance.acceptedAt().isBefore(expiresAt)
        && isValidAt(now);
  }

  /** Whether the notice is still valid. */
  public boolean isValidAt(Instant now) {
    return now.isBefore(expiresAt);
  }
}
