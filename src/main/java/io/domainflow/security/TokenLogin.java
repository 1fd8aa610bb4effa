package io.domainflow.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A token that somebody has sent, not looked at yet. */
class TokenLogin extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final String user;
  private final String token;

  /**
   * Holds what was sent.
   *
   * @param user the name that came with the token; null if it came alone
   */
  TokenLogin(String user, String token) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.user = user;
    this.token = token;
  }

  @Override
  public String getPrincipal() {
    return user;
  }

  @Override
  public String getCredentials() {
    return token;
  }
}
