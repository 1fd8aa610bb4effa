package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits the requests of each billing system, so that none of them slows down the others. */
class RequestLimitFilter extends OncePerRequestFilter {

  private final RequestLimits limits;
  private final int perMinute;
  private final RequestMatcher paths;

  /**
   * Creates the filter.
   *
   * @param perMinute the limit of logins that have none of their own
   */
  RequestLimitFilter(RequestLimits limits, int perMinute, RequestMatcher paths) {
    this.limits = limits;
    this.perMinute = perMinute;
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
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    Optional<Duration> wait =
        login != null && LoginGroups.isClient(login)
            ? limits.count(login.getName(), perMinute(login))
            : Optional.empty();
    if (wait.isPresent()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(wait.get())));
      Problem.TOO_MANY_REQUESTS.send(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private int perMinute(Authentication login) {
    return login instanceof ClientLogin client && client.requestsPerMinute() != null
        ? client.requestsPerMinute()
        : perMinute;
  }

  /** Rounded up: a caller who waits that long is let in. */
  private static long wholeSeconds(Duration wait) {
    return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
  }
}
