package io.domainflow.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A token that somebody has sent, not looked at yet. */
class TokenLogin extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final @Nullable String user;
  private final String token;

  /**
   * Holds what was sent.
   *
   * @param user the name that came with the token; null if it came alone
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
