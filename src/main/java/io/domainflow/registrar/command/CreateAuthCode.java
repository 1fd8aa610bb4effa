package io.domainflow.registrar.command;

import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new auth code for a name in this account. Sent twice, it makes two: the one made last
 * counts, and whatever was issued before is void.
 *
 * @param atRegistry whether the registry keeps the codes, each with an end of its own; otherwise
 *     the registrar does
 */
public record CreateAuthCode(DomainName domain, boolean atRegistry)
    implements Repeatable<CreateAuthCode.Result> {

  /**
   * The answer.
   *
   * @param pending the registry has not done it yet; the code is read afterwards ({@link
   *     ReadAuthCode})
   * @param authCode null if the answer has none: it is read afterwards, or the registry sends it to
   *     the registrant
   * @param validUntil when it ends; null if not stated
   */
  public record Result(
      boolean pending, @Nullable AuthCode authCode, @Nullable Instant validUntil) {}
}
