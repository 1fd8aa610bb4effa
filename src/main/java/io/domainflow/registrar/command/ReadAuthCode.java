package io.domainflow.registrar.command;

import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the auth code of a name in this account: for handing it over to the login that has
 * ordered it, for nothing else. {@link ReadDomain} drops it.
 */
public record ReadAuthCode(DomainName domain) implements Query<ReadAuthCode.Result> {

  /**
   * The answer.
   *
   * @param authCode null if the name has none, or the registrar shows none
   * @param validUntil when it ends; null if not stated
   */
  public record Result(@Nullable AuthCode authCode, @Nullable Instant validUntil) {}
}
