package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A user who is logged in to Tasklist, Cockpit or Admin may read over the order API with the same
 * session. What the session remembers of rights is not believed: the user has to be there still,
 * has the groups of this moment, and must not be a client by them. It is for reading only, so that
 * no other page can have a logged-in browser change anything.
 */
class WebappSessionFilter extends OncePerRequestFilter {

  private final LoginAuthenticationProvider users;
  private final AuthenticationEntryPoint challenge;
  private final RequestMatcher reading;

  /**
   * A filter.
   *
   * @param reading requests that change nothing
   */
  WebappSessionFilter(
      LoginAuthenticationProvider users,
      AuthenticationEntryPoint challenge,
      RequestMatcher reading) {
    this.users = users;
    this.challenge = challenge;
    this.reading = reading;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !reading.matches(request) || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> user = WebappSession.user(request);
    if (user.isPresent()) {
      try {
        users
            .loggedInBefore(user.get())
            .filter(login -> !LoginGroups.isClient(login))
            .ifPresent(
                login -> {
                  SecurityContext context = SecurityContextHolder.createEmptyContext();
                  context.setAuthentication(login);
                  SecurityContextHolder.setContext(context);
                });
      } catch (AuthenticationException e) {
        challenge.commence(request, response, e);
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
