package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a user who has logged in to the web applications or on our login page use everything else
 * with the same session. The permissions stored in the session are not trusted: the user must still
 * exist with the same password, gets the present groups, and must not be a client.
 *
 * <p>A browser adds the session cookie to every request, whichever page causes it. So the session
 * counts for a changing request only if it contains the session's token, in a header that no form
 * and no other site can send. Without it nobody is logged in; public paths stay accessible, and
 * anything else is refused with the reason.
 */
class WebappSessionFilter extends OncePerRequestFilter {

  private static final String REFUSAL = WebappSessionFilter.class.getName() + ".refusal";

  private final LoginAuthenticationProvider users;
  private final AuthenticationEntryPoint challenge;

  WebappSessionFilter(LoginAuthenticationProvider users, AuthenticationEntryPoint challenge) {
    this.users = users;
    this.challenge = challenge;
  }

  /** Why the session does not count for a request; empty if it does. */
  static Optional<Problem> refusal(HttpServletRequest request) {
    return Optional.ofNullable((Problem) request.getAttribute(REFUSAL));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Authentication> login;
    try {
      login = users.loggedInBefore(request).filter(user -> !LoginGroups.isClient(user));
    } catch (AuthenticationException e) {
      challenge.commence(request, response, e);
      return;
    }
    if (login.isPresent()) {
      Optional<Problem> refusal = WebappSession.refusal(request);
      if (refusal.isPresent()) {
        request.setAttribute(REFUSAL, refusal.get());
      } else {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(login.get());
        SecurityContextHolder.setContext(context);
      }
    }
    chain.doFilter(request, response);
  }
}
