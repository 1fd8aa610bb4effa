package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether one name can be registered, and whether there is a trademark claim for it. Says
 * nothing of premium prices: {@link CheckDomains} does.
 *
 * @param claimsPhase also ask for trademark claims on the name
 */
public record CheckClaims(DomainName domain, boolean claimsPhase)
    implements Query<CheckClaims.Result> {

  /**
   * The answer.
   *
   * @param claimKey key of the claims notice that must be accepted first; empty if there is no
   *     claim or none was asked for
   * @param code the registrar's number of the answer
   * @param reason the registrar's reason; null if there is none
   */
  public record Result(
      boolean available, Optional<String> claimKey, int code, @Nullable String reason) {}
}
