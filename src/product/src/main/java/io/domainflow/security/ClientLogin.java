package io.domainflow.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An API client that is logged in. It belongs to the group of billing systems and to no other. */
class ClientLogin extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final String login;
  private final @Nullable Integer requestsPerMinute;

  /**
   * Creates the login of an authenticated client.
   *
   * @param requestsPerMinute null for the default
   */
  ClientLogin(String login, @Nullable Integer requestsPerMinute) {
    super(List.of(new SimpleGrantedAuthority(EngineGroup.BILLING.authority())));
    this.login = login;
    this.requestsPerMinute = requestsPerMinute;
    setAuthenticated(true);
  }

  @Override
  public String getPrincipal() {
    return login;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  /** How many requests it may send per minute; null for the default. */
  @Nullable Integer requestsPerMinute() {
    return requestsPerMinute;
  }
}
