package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests to the APIs until the processes are deployed. The port is open some seconds
 * earlier, when an order would not find its process.
 */
class NotReadyFilter extends OncePerRequestFilter {

  private static final String SECONDS = "5";

  private final RequestMatcher paths;
  private volatile boolean ready;

  NotReadyFilter(RequestMatcher paths) {
    this.paths = paths;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    ready = true;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return ready || !paths.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
    Problem.STARTING.send(request, response);
  }
}
