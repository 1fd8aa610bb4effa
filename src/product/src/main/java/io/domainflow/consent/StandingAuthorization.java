package io.domainflow.consent;

import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agreement of an account's registrants in advance that the reseller, as their designated agent,
 * consents for one side of each change of registrant.
 *
 * @param basis the legal basis, such as the registration agreement
 * @param textVersion version of the text that registrants agreed to
 * @param validUntil null for no end
 * @param optOutOfLock whether registrants, as prior registrants, have also opted out of the lock
 *     after a change, regardless of the side
 * @param by login of the administrator who recorded it
 * @param revokedAt null while it is in force
 * @param revokedBy login of the administrator who revoked it; null as above
 */
public record StandingAuthorization(
    UUID id,
    String account,
    ConsentSide side,
    String basis,
    String textVersion,
    Instant validFrom,
    @Nullable Instant validUntil,
    boolean optOutOfLock,
    String by,
    Instant recordedAt,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy) {

  /**
   * The consent to a change that is based on it.
   *
   * @param agent who confirms as designated agent
   */
  public ConsentDraft consent(
      DomainName domain, String orderReference, String agent, String fingerprint) {
    return made(side, ConsentKind.CONSENT, domain, orderReference, agent, fingerprint);
  }

  /**
   * The prior registrant's opt-out from the lock that is based on it.
   *
   * @param agent who confirms as designated agent
   */
  public ConsentDraft optOut(
      DomainName domain, String orderReference, String agent, String fingerprint) {
    return made(ConsentSide.PRIOR, ConsentKind.OPT_OUT, domain, orderReference, agent, fingerprint);
  }

  private ConsentDraft made(
      ConsentSide forSide,
      ConsentKind kind,
      DomainName domain,
      String orderReference,
      String agent,
      String fingerprint) {
    return new ConsentDraft(
        account,
        domain,
        orderReference,
        forSide,
        kind,
        agent,
        basis,
        textVersion,
        id.toString(),
        Channel.STANDING,
        by,
        validFrom,
        fingerprint);
  }
}
