package io.domainflow.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A token that was sent and is not verified yet. */
class TokenLogin extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final @Nullable String user;
  private final String token;

  /**
   * Creates it.
   *
   * @param user the name that was sent with the token; null if it was sent alone
   */
  TokenLogin(@Nullable String user, String token) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.user = user;
    this.token = token;
  }

  @Override
  public @Nullable String getPrincipal() {
    return user;
  }

  @Override
  public String getCredentials() {
    return token;
  }
}
