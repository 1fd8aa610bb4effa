package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Restricts the web applications to staff. Their own session keeps a login for as long as it is
 * used; here it ends at once when its user is deleted, has a new password or has become a client.
 */
class WebappStaffFilter extends OncePerRequestFilter {

  private final LoginAuthenticationProvider users;
  private final AuthenticationEntryPoint challenge;
  private final RequestMatcher paths;

  WebappStaffFilter(
      LoginAuthenticationProvider users, AuthenticationEntryPoint challenge, RequestMatcher paths) {
    this.users = users;
    this.challenge = challenge;
    this.paths = paths;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !paths.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (WebappSession.user(request).isPresent()) {
      Optional<Authentication> login;
      try {
        login = users.loggedInBefore(request);
      } catch (AuthenticationException e) {
        challenge.commence(request, response, e);
        return;
      }
      if (login.isEmpty() || LoginGroups.isClient(login.get())) {
        request.getSession().invalidate();
      }
      if (login.isPresent() && LoginGroups.isClient(login.get())) {
        Problem.NOT_FOR_CLIENTS.send(request, response);
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
