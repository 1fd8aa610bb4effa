package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that are larger than any order can be, before their body is read. The length
 * must be announced: a body of unknown length is one whose end we would have to wait for.
 */
class BodyLimitFilter extends OncePerRequestFilter {

  static final long LIMIT = 1 << 20;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LIMIT) {
      Problem.TOO_LARGE.send(response);
    } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      Problem.LENGTH_REQUIRED.send(response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
