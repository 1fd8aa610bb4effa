package io.domainflow.order;

import io.domainflow.order.wanted.ClaimsAcceptance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice that a name matches registered trademarks. Anyone who wants the name has to accept it
 * while it is valid.
 *
 * @param claimKey under which the registrar knows the claim
 * @param noticeId of this notice; a later one for the same name has another
 * @param acceptHash proof that is sent along when the name is bought
 * @param createdAt null if the registrar does not state it
 * @param expiresAt from then on it has to be fetched and accepted again
 */
public record ClaimsNotice(
    String claimKey,
    String noticeId,
    String acceptHash,
    @Nullable Instant createdAt,
    Instant expiresAt) {

  /** Whether this acceptance is one of this notice, and still counts. */
  public boolean isAcceptedBy(@Nullable ClaimsAcceptance acceptance, Instant now) {
    return acceptance != null
        && acceptance.noticeId().equals(noticeId)
        && (createdAt == null || !acceptance.acceptedAt().isBefore(createdAt))
        && acceptance.acceptedAt().isBefore(expiresAt)
        && isValidAt(now);
  }

  /** Whether it can still be used. */
  public boolean isValidAt(Instant now) {
    return now.isBefore(expiresAt);
  }
}
