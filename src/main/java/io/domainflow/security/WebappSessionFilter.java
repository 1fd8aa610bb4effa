package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A user who is logged in to the web applications or on our login page may use the rest with the
 * same session. What the session remembers of rights is not believed: the user has to be there
 * still with the password of the login, has the groups of this moment, and must not be a client by
 * them.
 *
 * <p>A browser sends the session along with whatever any page has it send. So the session counts
 * for a request that changes something only if the request brings the session's token, in a header
 * that no form and no other site can send. Without it nobody is logged in; what is open to
 * strangers stays open, and anything else is refused with the reason.
 */
class WebappSessionFilter extends OncePerRequestFilter {

  /** The methods that change nothing. */
  static final Set<String> READING = Set.of("GET", "HEAD");

  private static final String REFUSAL = WebappSessionFilter.class.getName() + ".refusal";

  private final LoginAuthenticationProvider users;
  private final AuthenticationEntryPoint challenge;

  WebappSessionFilter(LoginAuthenticationProvider users, AuthenticationEntryPoint challenge) {
    this.users = users;
    this.challenge = challenge;
  }

  /** Why the session that a request came with does not count for it; empty if that is not so. */
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
      Optional<Problem> refusal = tokenMissing(request);
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

  private static Optional<Problem> tokenMissing(HttpServletRequest request) {
    if (READING.contains(request.getMethod())) {
      return Optional.empty();
    }
    Optional<String> brought = WebappSession.broughtToken(request);
    if (brought.isEmpty()) {
      return Optional.of(Problem.NO_TOKEN);
    }
    return WebappSession.isToken(brought.get(), request)
        ? Optional.empty()
        : Optional.of(Problem.WRONG_TOKEN);
  }
}
