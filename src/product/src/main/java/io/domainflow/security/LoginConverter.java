package io.domainflow.security;

import io.domainflow.client.ClientTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Reads the credentials of a request: a user and a password, or a token of an API client, which is
 * sent alone (Bearer) or in place of the password. Tokens are accepted only where clients may make
 * requests; anywhere else they are wrong passwords.
 */
class LoginConverter implements AuthenticationConverter {

  private static final String BEARER = "bearer ";

  private final RequestMatcher pathsOfClients;
  private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();
  private final WebAuthenticationDetailsSource details = new WebAuthenticationDetailsSource();

  LoginConverter(RequestMatcher pathsOfClients) {
    this.pathsOfClients = pathsOfClients;
  }

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    boolean forClients = pathsOfClients.matches(request);
    if (header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return forClients ? token(request, null, header.substring(BEARER.length()).strip()) : null;
    }
    UsernamePasswordAuthenticationToken login = basic.convert(request);
    if (login == null || !forClients) {
      return login;
    }
    String password = String.valueOf(login.getCredentials());
    return ClientTokens.isToken(password) ? token(request, login.getName(), password) : login;
  }

  private TokenLogin token(HttpServletRequest request, @Nullable String user, String token) {
    TokenLogin login = new TokenLogin(user, token);
    login.setDetails(details.buildDetails(request));
    return login;
  }
}
