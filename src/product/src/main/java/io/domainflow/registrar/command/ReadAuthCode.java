package io.domainflow.registrar.command;

import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the auth code of a name in this account, only to hand it over to the login that ordered it.
 * {@link ReadDomain} drops it.
 */
public record ReadAuthCode(DomainName domain) implements Query<ReadAuthCode.Result> {

  /**
   * The answer.
   *
   * @param authCode null if the name has none, or the registrar shows none
   * @param validUntil when it expires; null if not stated
   */
  public record Result(@Nullable AuthCode authCode, @Nullable Instant validUntil) {}
}
