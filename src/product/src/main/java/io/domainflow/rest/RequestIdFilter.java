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
 * Gives each request a unique id, no matter which code refuses it: the answer has it as a header,
 * and log lines of the request on its thread contain it. An id sent by the caller is not used: in
 * the log it would look like one of ours.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter extends OncePerRequestFilter {

  static final String HEADER = "X-Request-Id";

  private static final String LOGGED = "requestId";

  /** The id of the request that this thread is serving. */
  static @Nullable String current() {
    return MDC.get(LOGGED);
  }

  // The second part of an asynchronous request has the id of its first.
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
