package io.domainflow.registrar.command;

import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Creates a new auth code for a name in this account. Sent twice, it creates two: the latest one is
 * valid, all earlier ones are invalidated.
 *
 * @param atRegistry whether the registry stores the codes, each with an expiry; otherwise the
 *     registrar does
 */
public record CreateAuthCode(DomainName domain, boolean atRegistry)
    implements Repeatable<CreateAuthCode.Result> {

  /**
   * The answer.
   *
   * @param pending the registry has not created it yet; the code is read later ({@link
   *     ReadAuthCode})
   * @param authCode null if the answer has none: it is read later, or the registry sends it to the
   *     registrant
   * @param validUntil when it expires; null if not stated
   */
  public record Result(
      boolean pending, @Nullable AuthCode authCode, @Nullable Instant validUntil) {}
}
