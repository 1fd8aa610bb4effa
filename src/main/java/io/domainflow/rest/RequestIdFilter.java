package io.domainflow.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id of its own, no matter which code refuses it: the answer has it as a
 * header, and whatever is logged for the request on its thread has it, too. What a caller calls his
 * requests is not taken: it would stand in the log as if it were ours.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter extends OncePerRequestFilter {

  static final String HEADER = "X-Request-Id";

  private static final String LOGGED = "requestId";

  /** The id of the request that this thread serves. */
  static @Nullable String current() {
    return MDC.get(LOGGED);
  }

  // The second half of a request that was waited for has the id of its first.
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = response.getHeader(HEADER);
    if (id == null) {
      id = UUID.randomUUID().toString();
      response.setHeader(HEADER, id);
    }
    MDC.put(LOGGED, id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(LOGGED);
    }
  }
}
