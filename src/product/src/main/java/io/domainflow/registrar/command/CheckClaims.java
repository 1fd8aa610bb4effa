package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a name can be registered, and whether there is a trademark claim for it. For
 * premium prices use {@link CheckDomains}.
 *
 * @param claimsPhase whether to check for trademark claims, too
 */
public record CheckClaims(DomainName domain, boolean claimsPhase)
    implements Query<CheckClaims.Result> {

  /**
   * The answer.
   *
   * @param claimKey key of the claims notice that must be accepted first; empty if there is no
   *     claim or it was not checked
   * @param code the registrar's result code
   * @param reason the registrar's reason; null if there is none
   */
  public record Result(
      boolean available, Optional<String> claimKey, int code, @Nullable String reason) {}
}
