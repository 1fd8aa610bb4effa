package io.domainflow.security;

import io.domainflow.client.ApiClient;
import io.domainflow.client.ClientTokens;
import java.util.Optional;
import org.springframework.core.NestedRuntimeException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;

/** Logs in API clients with their tokens. */
class TokenAuthenticationProvider implements AuthenticationProvider {

  /** Replaces the user name for tokens that were sent without one; no user has such a name. */
  private static final String NO_NAME = "(token)";

  private final ClientTokens tokens;
  private final LoginAttempts attempts;

  TokenAuthenticationProvider(ClientTokens tokens, LoginAttempts attempts) {
    this.tokens = tokens;
    this.attempts = attempts;
  }

  /**
   * Logs in. The answer is the same whatever is wrong with a token.
   *
   * @throws InternalAuthenticationServiceException if the tokens cannot be read at present
   */
  @Override
  public Authentication authenticate(Authentication login) {
    TokenLogin sent = (TokenLogin) login;
    String user = sent.getPrincipal() == null ? NO_NAME : sent.getPrincipal();
    ApiClient client = find(sent).orElseThrow(() -> attempts.refusal(login, user));
    if (sent.getPrincipal() != null) {
      attempts.succeeded(LoginAttempts.address(login), user);
    }
    return new ClientLogin(client.login(), client.requestsPerMinute());
  }

  private Optional<ApiClient> find(TokenLogin sent) {
    try {
      return tokens.authenticate(sent.getCredentials(), sent.getPrincipal());
    } catch (NestedRuntimeException e) {
      throw new InternalAuthenticationServiceException("the tokens cannot be read at present", e);
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return TokenLogin.class.isAssignableFrom(authentication);
  }
}
